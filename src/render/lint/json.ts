import type { LintReport } from '../../report/lint-report.js';

/** The document as it is. */
export function renderLintJson(report: LintReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
