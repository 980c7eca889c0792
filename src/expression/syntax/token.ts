import type { Span } from '../expression.js';
import type { Problem } from '../problem.js';
import type { Operator } from './tree.js';

/** The smallest parts of an expression. A fault stands where no token can be read; it ends the list. */
export type Token = Span &
  (
    | { readonly kind: 'word'; readonly value: string }
    | { readonly kind: 'attribute'; readonly value: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'number'; readonly value: bigint }
    | { readonly kind: 'operator'; readonly value: Operator }
    | { readonly kind: 'open' | 'close' | 'comma' | 'end' }
    | { readonly kind: 'fault'; readonly problem: Problem }
  );
