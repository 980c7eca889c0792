import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';

/** A token for Microsoft Graph. */
export interface AccessToken {
  readonly token: string;
  /** its end in milliseconds since 1970; undefined where it is not known */
  readonly end: number | undefined;
}

/** A token, or why there is none; with the exchanges that it took. Nothing of it is masked. */
export type Obtained =
  | { readonly token: AccessToken; readonly exchanges: readonly Exchange[] }
  | {
      readonly token: undefined;
      readonly diagnostics: readonly Diagnostic[];
      readonly exchanges: readonly Exchange[];
    };

/** One of the ways to sign in. */
export interface Way {
  /** every secret of it so far, for the mask; tokens that it gave need not be among them */
  secrets(): readonly string[];
  /** A new token; nothing is taken from a cache. */
  obtain(signal: AbortSignal): Promise<Obtained>;
  /** false where another token cannot be had: one that the user gave */
  readonly renewable: boolean;
}

export const failed = (
  diagnostics: readonly Diagnostic[],
  exchanges: readonly Exchange[] = [],
): Obtained => ({ token: undefined, diagnostics, exchanges });
