import type { DescribedDiagnostic } from '../diagnostics/describe.js';
import type { LeftBehind, RequirementResult, VerificationOutcome } from '../report/verification.js';

export interface SummaryInput {
  readonly results: readonly RequirementResult[];
  /** of the run as a whole */
  readonly diagnostics: readonly DescribedDiagnostic[];
  readonly leftBehind: readonly LeftBehind[];
  readonly target: string;
  /** why what was not tested was not */
  readonly because: string;
}

/** What all verdicts come to: refused credentials, a failure of the service, not far enough to tell, trouble, or nothing. */
export function summarise({
  results,
  diagnostics,
  leftBehind,
  target,
  because,
}: SummaryInput): VerificationOutcome {
  const titlesOf = (verdict: RequirementResult['verdict']): string[] =>
    results.filter((result) => result.verdict === verdict).map(({ title }) => title);
  const failed = titlesOf('fail');
  const warned = titlesOf('warning');
  const open = titlesOf('notTested').length;
  const counts = `${String(titlesOf('pass').length)} pass, ${String(open)} not tested`;
  const isRefused = results.some(({ id, verdict }) => id === 'credentials' && verdict === 'fail');
  if (isRefused) return { status: 'refused', summary: `${target} refuses the credentials` };
  if (failed.length > 0) {
    return {
      status: 'fail',
      summary: `the service would fail with ${target}: not met is "${listed(failed)}"`,
    };
  }
  if (leftBehind.length > 0) {
    const names = leftBehind.map(({ name }) => name).join(', ');
    return { status: 'fail', summary: `left behind in ${target}: ${names}` };
  }
  const isCut = diagnostics.some(({ severity }) => severity === 'error');
  const isTried = results.some(({ id, verdict }) => id === 'create' && verdict !== 'notTested');
  if (isCut || !isTried) return { status: 'incomplete', summary: `${target}: ${because} (${counts})` };
  if (warned.length > 0) {
    return {
      status: 'warning',
      summary: `the service gets along with ${target}, with trouble: "${listed(warned)}"`,
    };
  }
  return { status: 'pass', summary: `the service gets along with ${target}: ${counts}` };
}

const shown = 3;

function listed(titles: readonly string[]): string {
  const more = titles.length - shown;
  return more > 0 ? `${titles.slice(0, shown).join('", "')}" and ${String(more)} more` : titles.join('", "');
}
