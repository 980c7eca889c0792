import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { AttributeChange, MatchAttempt } from '../../report/report.js';
import { explainByAccount } from './explain-by-account.js';
import { explainByNull } from './explain-by-null.js';
import { explainByState } from './explain-by-state.js';

/** What the steps found, as far as one step can explain what another met. */
export interface StepFindings {
  /** of step 4: the queries that it asked */
  readonly attempts: readonly MatchAttempt[];
  /** of step 5: the rows of the mapping with the source values that step 2 brought */
  readonly rows: readonly AttributeChange[];
  /** whether step 5 was to enable a disabled account again */
  readonly reactivates: boolean;
  /** what step 5 has to say, the likeliest cause first */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts the cause into what step 5 says, where an earlier step saw it: the null of the import into a refused create, the empty
 * match and the account in the way into a conflict, the query that found the account into a 404, the disabled account into a
 * refused update. Gives as many diagnostics as it takes, in the same order.
 * Source: assumed; the service reports the answer of the target alone.
 */
export function linkCauses({
  attempts,
  rows,
  reactivates,
  diagnostics,
}: StepFindings): readonly Diagnostic[] {
  return diagnostics
    .map((one) => explainByNull(one, rows))
    .map((one) => explainByAccount(one, attempts, diagnostics))
    .map((one) => explainByState(one, reactivates));
}
