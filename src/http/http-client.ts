import type { Answer, Method, NoAnswer } from '../exchanges/exchange.js';
import type { Limits } from './limits.js';

/** A request as it goes over the wire. */
export interface HttpRequest {
  readonly method: Method;
  /** absolute, http or https */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What became of a request: an answer of any status, or the reason why there is none. */
export type HttpOutcome = { readonly answer: Answer } | { readonly noAnswer: NoAnswer };

/** The way to the network, for everybody who sends. */
export interface HttpClient {
  readonly limits: Limits;
  /**
   * Sends one request once: never again by itself, and never on to where a redirect points. Trouble of the network is a
   * value. A signal aborted with a `TimeoutError` (as `AbortSignal.timeout` does) counts as the time limit of the run.
   */
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome>;
  /** Ends all connections, also those in use. */
  close(): Promise<void>;
}
