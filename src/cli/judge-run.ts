import { isAccessRefused } from '../diagnostics/access-refused.js';
import type { Report, ReportDiagnostic } from '../report/report.js';
import type { ExitName } from './exit-codes.js';
import { listUnmet } from './expectations.js';

/** How a run ends for the shell, and which expectations it did not meet. */
export interface RunJudgement {
  readonly exit: ExitName;
  readonly unmet: readonly string[];
}

/** Expectations never hide an interruption, a bug, or a refused sign-in; `failure` turns a failed step into success. */
export function judgeRun(report: Report, expectations: readonly string[]): RunJudgement {
  const unmet = listUnmet(expectations, report);
  const codes = report.diagnostics.map(({ code }) => code);
  if (codes.includes('run/interrupted')) return { exit: 'interrupted', unmet };
  if (report.steps.some(({ status }) => status === 'crashed')) return { exit: 'bug', unmet };
  const { status } = report.steps[0].details;
  if (status === 401 || status === 403) return { exit: 'refused', unmet };
  if (report.steps[1].status === 'failure' && report.steps[1].diagnostics.some(isRefusal))
    return { exit: 'refused', unmet };
  if (unmet.length > 0) return { exit: 'failed', unmet };
  const hasFailed = report.outcome.status === 'failure';
  return { exit: hasFailed && !expectations.some(excuses(report)) ? 'failed' : 'fine', unmet };
}

const isRefusal = ({ code, severity }: ReportDiagnostic): boolean =>
  severity === 'error' && isAccessRefused(code);

/** A failure that was expected: as such, or by the code of its diagnostic. */
const excuses =
  (report: Report) =>
  (expectation: string): boolean =>
    expectation === 'failure' ||
    report.steps.some(({ diagnostics }) =>
      diagnostics.some(({ code, severity }) => severity === 'error' && code === expectation),
    );
