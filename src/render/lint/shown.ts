import type { LintReport } from '../../report/lint-report.js';
import type { ReportDiagnostic } from '../../report/report.js';
import type { Shown } from './index.js';

const weights = { error: 2, warning: 1, info: 0 } as const;
const least = { errors: 2, warnings: 1, all: 0 } as const;

/** The findings that are asked for. */
export function findingsShown({ findings }: LintReport, shown: Shown): readonly ReportDiagnostic[] {
  return findings.filter(({ severity }) => weights[severity] >= least[shown]);
}
