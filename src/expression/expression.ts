import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DROPPED, Environment, GivenAttributes, Value } from './value.js';

/** Where a part stands in the expression text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How an evaluation ended. */
export type Evaluated =
  | { readonly kind: 'value'; readonly value: Value }
  /** SelectUniqueValue: asked of the target one after the other, the first one not taken is the value */
  | { readonly kind: 'candidates'; readonly values: readonly Value[] }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** The value of one part of an expression, as the evaluation that decided saw it. */
export interface Trace {
  readonly span: Span;
  /** the text of the part */
  readonly text: string;
  readonly outcome:
    | { readonly kind: 'value'; readonly value: Value }
    | { readonly kind: 'dropped' }
    | { readonly kind: 'failed'; readonly message: string }
    /** a branch that was not taken */
    | { readonly kind: 'notEvaluated' };
  /** true where provisioning logs show `[Redact]` instead of the value */
  readonly redacted: boolean;
  readonly parts: readonly Trace[];
}

/** An expression compiled once into closures. */
export interface Expression {
  readonly text: string;
  /** attribute names, each once, in order of first mention */
  readonly attributes: readonly string[];
  /** function names, each once, in order of first mention */
  readonly functions: readonly string[];
  evaluate(attributes: GivenAttributes, environment: Environment): Evaluated;
  /** The same evaluation with the value of every part. */
  trace(
    attributes: GivenAttributes,
    environment: Environment,
  ): { readonly evaluated: Evaluated; readonly trace: Trace };
}

export type Dropped = typeof DROPPED;
