import { diagnose } from '../diagnostics/diagnostic.js';
import { buildRead, type Dialect } from '../scim/index.js';
import { createPartFinder, planChange, readWriteAnswer, type Row } from '../steps/perform-action/index.js';
import { accountIn, isActive } from './account.js';
import { describeExchangeShortly } from './describe-shortly.js';
import { lookUp, type MatchingValue } from './look-up.js';
import type { RequirementId } from './requirements.js';
import type { Trial } from './trial.js';
import { stillOtherwise, type TriedAccount } from './try-account.js';

/** Disabling and enabling in one dialect. */
export interface ActivityTrial {
  readonly dialect: Dialect;
  /** whether the cycle speaks this dialect; the other one is judged as a dialect alone */
  readonly ofCycle: boolean;
  /** what differs from the account as it was last read, for a user who left and for one who came back */
  readonly rowsFor: (softDeleted: boolean, account: unknown) => readonly Row[];
  readonly matching: readonly MatchingValue[];
}

/** Disables the account, looks whether it is still returned, and enables it again. */
export async function tryActivity(
  trial: Trial,
  account: TriedAccount,
  { dialect, ofCycle, rowsFor, matching }: ActivityTrial,
): Promise<void> {
  const other: RequirementId = dialect === 'default' ? 'defaultDialect' : 'compliantDialect';
  const toggle = async (softDeleted: boolean): Promise<boolean> => {
    const rows = rowsFor(softDeleted, account.raw);
    const request = planChange('Users', rows, account.id, dialect);
    if (request === null || trial.signal.aborted) return false;
    const own = softDeleted ? 'disable' : 'enable';
    const requirement = ofCycle ? own : other;
    const otherwise = ofCycle ? 'fail' : 'warning';
    const exchange = await trial.ask(request);
    const { done, diagnostics } = readWriteAnswer(
      exchange,
      trial.target.name,
      createPartFinder(rows, trial.job.locate),
    );
    if (!done) {
      trial.see(requirement, otherwise, exchange, diagnostics);
      return false;
    }
    const read = await trial.ask(buildRead('Users', account.id));
    const shown = accountIn(read);
    const isOtherwise = shown !== undefined && isActive(shown) === softDeleted;
    if (shown !== undefined) account.raw = shown.raw;
    else account.raw = { ...account.raw, active: !softDeleted };
    const words = describeExchangeShortly(read);
    const faults = isOtherwise ? [stillOtherwise(trial, softDeleted ? 'disabled' : 'active', words)] : [];
    trial.see(requirement, isOtherwise ? otherwise : 'pass', exchange, faults);
    if (softDeleted && !isOtherwise) {
      if (shown === undefined) {
        const args = { target: trial.target.name, request: words };
        trial.see('disabledReturned', 'fail', read, [diagnose('verification/hides-disabled', args)]);
      } else trial.see('disabledReturned', 'pass', read);
    }
    return !isOtherwise;
  };
  const isDisabled = await toggle(true);
  if (!isDisabled) {
    if (!ofCycle || trial.signal.aborted) return;
    for (const requirement of ['disabledReturned', 'enable'] as const)
      trial.skip(requirement, 'the account was not disabled');
    return;
  }
  await findDisabled(trial, matching);
  await toggle(false);
}

async function findDisabled(trial: Trial, matching: readonly MatchingValue[]): Promise<void> {
  for (const { flow, value } of matching) {
    if (trial.signal.aborted) return;
    const { exchange, result, diagnostics } = await lookUp(trial, flow, value);
    const isFound = result === 'one' || accountIn(exchange) !== undefined;
    const args = { target: trial.target.name, request: describeExchangeShortly(exchange) };
    // A query that was refused, or an answer that cannot be used, does not say that disabled users are hidden.
    const faults = result === 'none' ? [diagnose('verification/hides-disabled', args)] : diagnostics;
    trial.see(
      'disabledReturned',
      isFound ? 'pass' : 'fail',
      exchange,
      isFound ? [] : faults,
      result === 'none' ? 'it is not found' : '',
    );
  }
}
