import type { ReportDiagnostic } from './report.js';

/** What `lint` found: everything that any face of it shows. Arrays are never null; keys are added, never renamed. */
export interface LintReport {
  readonly format: { readonly name: 'provision-user/lint'; readonly version: string };
  readonly tool: { readonly version: string };
  /** what was examined, in the order of the configuration; relative to the working folder where that is short */
  readonly files: readonly string[];
  /** what could not be examined without network */
  readonly notExamined: readonly { readonly what: string; readonly why: string }[];
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number };
  /** in the order of the files, each from its top */
  readonly findings: readonly ReportDiagnostic[];
  /** what the codes that occur mean */
  readonly rules: readonly LintRule[];
}

export interface LintRule {
  readonly code: string;
  readonly title: string;
  readonly why: string;
  readonly severity: ReportDiagnostic['severity'];
}

/** Its first number changes when an older reader would misread the document. */
export const lintFormat = { name: 'provision-user/lint', version: '1.0' } as const;
