import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';

const tellsOfState = /deactivat|reactivat|re-?enabl|disabled|inactive|suspend|archiv/i;

/** A refused update of a disabled account, where the target's words are about that. */
export function explainByState(diagnostic: Diagnostic, reactivates: boolean): Diagnostic {
  const isRefusal =
    diagnostic.code === 'action/rejected' ||
    diagnostic.code === 'action/refused-as-conflict' ||
    diagnostic.code === 'action/unprocessable' ||
    diagnostic.code === 'action/not-allowed';
  return isRefusal && reactivates && tellsOfState.test(diagnostic.args.detail ?? '')
    ? diagnose('action/reactivation-refused', diagnostic.args, diagnostic.at)
    : diagnostic;
}
