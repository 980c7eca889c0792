import type { AttributeText } from './report.js';

/** One part of an expression, with what became of it. */
export interface EvaluatedPart {
  /** as written */
  readonly text: string;
  /** where it stands in the expression, in UTF-16 units: from `start` up to, not including, `end` */
  readonly start: number;
  readonly end: number;
  readonly outcome: 'value' | 'redacted' | 'dropped' | 'failed' | 'notEvaluated';
  /** null is the value null where the outcome is `value`, and nothing else where it is not */
  readonly value: AttributeText | null;
  /** why it failed; empty otherwise */
  readonly message: string;
  /** in the order of the text */
  readonly parts: readonly EvaluatedPart[];
}
