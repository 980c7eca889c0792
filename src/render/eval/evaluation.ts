import type { EvaluatedPart } from '../../report/evaluated-part.js';
import type { AttributeText, ReportDiagnostic } from '../../report/report.js';

/** What `eval` answers. Numbers are decimal digits, booleans `True` and `False`, as they leave the service. */
export interface Evaluation {
  readonly expression: string;
  /** the target attribute whose mapping this is; null for an expression of the command line */
  readonly mapping: string | null;
  /** null also where nothing flows and where it failed; `[Redact]` where logs must not show it */
  readonly result: AttributeText | null;
  readonly redacted: boolean;
  readonly dropped: boolean;
  readonly failed: boolean;
  /** of SelectUniqueValue, in their order: the first that the target does not have is taken; empty for all others */
  readonly candidates: readonly (AttributeText | null)[];
  /** null where the expression is faulty */
  readonly trace: EvaluatedPart | null;
  readonly diagnostics: readonly ReportDiagnostic[];
  /** ISO 8601, what the expression saw as the present; null when it did not ask */
  readonly clock: string | null;
  /** what randomness came from; null when it did not ask */
  readonly seed: string | null;
}

/** How a case ended, or shall end, beside a value. */
export type CaseOutcome =
  AttributeText | null | { readonly dropped: true } | { readonly error: true; readonly message?: string };

/** One case of a table. */
export interface CaseResult {
  readonly id: string;
  readonly expression: string;
  readonly passed: boolean;
  readonly expected: CaseOutcome;
  readonly actual: CaseOutcome;
  /** where the expected value comes from, and what the author noted; empty where the file does not say */
  readonly source: string;
  readonly note: string;
}

/** What `eval --cases` answers. */
export interface CaseResults {
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  /** in the order of the file */
  readonly cases: readonly CaseResult[];
}
