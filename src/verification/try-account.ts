import { diagnose } from '../diagnostics/diagnostic.js';
import type { RequirementVerdict } from '../report/verification.js';
import { buildRead, type Dialect, type JsonObject } from '../scim/index.js';
import { createPartFinder, planChange, readWriteAnswer, type Row } from '../steps/perform-action/index.js';
import { accountIn, type ShownAccount } from './account.js';
import { judgeKept, notApplied } from './judge-change.js';
import type { RequirementId } from './requirements.js';
import type { Trial } from './trial.js';

/** An account of ours in the target, as it was last read. */
export interface TriedAccount {
  readonly id: string;
  /** undefined until it was read once */
  raw: JsonObject | undefined;
  /** names of attributes that the target did not keep as they were sent; told once */
  readonly altered: Set<string>;
}

/** Reads the account by its id, and keeps what it is now. */
export async function readAgain(
  trial: Trial,
  account: TriedAccount,
  requirement: RequirementId = 'read',
): Promise<ShownAccount | undefined> {
  const exchange = await trial.ask(buildRead('Users', account.id));
  const { done, diagnostics } = readWriteAnswer(
    exchange,
    trial.target.name,
    createPartFinder([], trial.job.locate),
  );
  const shown = accountIn(exchange);
  trial.see(requirement, done || shown !== undefined ? 'pass' : 'fail', exchange, diagnostics);
  if (shown !== undefined) account.raw = shown.raw;
  return shown;
}

/** Compares what was read with what was sent. */
export function seeKept(
  trial: Trial,
  account: TriedAccount,
  rows: readonly Row[],
  isMatched: (attribute: string) => boolean,
): readonly string[] {
  const last = trial.exchanges.at(-1);
  if (last === undefined || account.raw === undefined) return [];
  const { altered, unchanged } = judgeKept(rows, account.raw, trial.target.name, trial.job);
  const names = altered.flatMap((diagnostic) =>
    diagnostic.code === 'action/value-not-kept' ? diagnostic.args.attributes.map(({ name }) => name) : [],
  );
  const fresh = names.filter((name) => !account.altered.has(name));
  for (const name of fresh) account.altered.add(name);
  // An account whose matching value was changed is not found by it again.
  const verdict = fresh.some(isMatched) ? 'fail' : 'warning';
  if (fresh.length > 0) trial.see('valuesKept', verdict, last, altered, `not as sent: ${fresh.join(', ')}`);
  else trial.see('valuesKept', 'pass', last);
  return unchanged;
}

/** A change to be tried, and what it is tried for. */
export interface Change {
  readonly rows: readonly Row[];
  readonly dialect: Dialect;
  readonly requirement: RequirementId;
  /** the verdict where it is refused or not made: a dialect that the cycle does not speak is no failure of it */
  readonly otherwise: Exclude<RequirementVerdict, 'pass'>;
  readonly isMatched: (attribute: string) => boolean;
}

/** What became of a change: `notMade` is one that was accepted, and of which the account shows nothing. */
export type Tried = 'made' | 'notMade' | 'refused' | 'notSent';

/** Sends a change and reads the account. */
export async function tryChange(trial: Trial, account: TriedAccount, change: Change): Promise<Tried> {
  const { rows, dialect, requirement, otherwise } = change;
  const request = planChange('Users', rows, account.id, dialect);
  if (request === null || trial.signal.aborted) return 'notSent';
  const exchange = await trial.ask(request);
  const { done, diagnostics } = readWriteAnswer(
    exchange,
    trial.target.name,
    createPartFinder(rows, trial.job.locate),
  );
  if (!done) {
    trial.see(requirement, otherwise, exchange, diagnostics);
    return 'refused';
  }
  await readAgain(trial, account);
  const target = trial.target.name;
  const unchanged = seeKept(trial, account, rows, change.isMatched);
  const isMade = unchanged.length === 0;
  const faults = isMade ? [] : [notApplied(target, dialect, unchanged)];
  const remark = isMade ? '' : `accepted, and not made: ${unchanged.join(', ')}`;
  trial.see(requirement, isMade ? 'pass' : otherwise, exchange, faults, remark);
  return isMade ? 'made' : 'notMade';
}

/**
 * Tries a change of everything. Where it is refused as a whole, it is tried once more without what the target did not keep
 * in the create, so that one such attribute does not hide what else works.
 */
export async function tryUpdate(trial: Trial, account: TriedAccount, change: Change): Promise<void> {
  const { rows, requirement, otherwise } = change;
  const kept = rows.filter(({ operation }) => operation !== 'add');
  const dropped = rows.filter(({ sent, operation }) => sent !== null && operation === 'add');
  if ((await tryChange(trial, account, change)) !== 'refused' || dropped.length === 0) return;
  if ((await tryChange(trial, account, { ...change, rows: kept })) !== 'made') return;
  const names = dropped.map(({ flow }) => flow.target).join(', ');
  trial.note(requirement, otherwise, `without ${names}, which the create did not keep either, it is made`);
}

/** What a disable or enable came to where it was accepted and the account says otherwise. */
export function stillOtherwise(trial: Trial, wanted: 'active' | 'disabled', request: string) {
  const args = { target: trial.target.name, request };
  return wanted === 'active'
    ? diagnose('verification/still-disabled', args)
    : diagnose('verification/still-active', args);
}
