import { abortReasonOf } from '../provision/index.js';
import { isAccessRefused } from '../diagnostics/access-refused.js';
import { severityOf } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ExitName } from './exit-codes.js';

/** How a command ends that could not begin, or that a source refused: the first of the table of exit codes that applies. */
export function judgeRefusal(diagnostics: readonly Diagnostic[], signal: AbortSignal): ExitName {
  if (abortReasonOf(signal) === 'interrupted') return 'interrupted';
  const errors = diagnostics.filter((diagnostic) => severityOf(diagnostic) === 'error');
  if (errors.length === 0 || errors.some(({ code }) => !isOfSource(code))) return 'couldNotRun';
  return errors.some(({ code }) => isAccessRefused(code)) ? 'refused' : 'failed';
}

/** What Graph answered, or that it did not: nothing that the configuration alone decides. */
const isOfSource = (code: string): boolean =>
  /^(?:graph|sign-in)\//.test(code) || ['application/schema-unread', 'source/unfit-answer'].includes(code);
