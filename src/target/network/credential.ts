import type { Exchange, NoAnswer } from '../../exchanges/exchange.js';

/** What a request has to carry, with the exchanges it took to get it. None of it is masked. */
export interface Authorization {
  /** value of the header; undefined where none is sent */
  readonly header: string | undefined;
  /** why there is none though one is needed */
  readonly noAnswer?: NoAnswer;
  readonly exchanges: readonly Exchange[];
}

/** The credential for a target. */
export interface Credential {
  /** as the header begins; undefined for none */
  readonly scheme: 'Bearer' | 'Basic' | undefined;
  /** ISO 8601; left out where it did not expire, or does not say */
  readonly expiredAt?: string;
  /** every secret there is so far, for the mask */
  secrets(): readonly string[];
  authorize(signal: AbortSignal): Promise<Authorization>;
}
