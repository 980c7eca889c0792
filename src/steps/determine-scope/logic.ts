import type { Verdict } from '../../report/report.js';

/** Three-valued AND: one false decides, else one undecided leaves it open. */
export function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes('undecided') ? 'undecided' : true;
}

/** Three-valued OR: one true decides, else one undecided leaves it open. */
export function some(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  return verdicts.includes('undecided') ? 'undecided' : false;
}
