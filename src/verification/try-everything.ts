import type { AttributeFlow } from '../job/index.js';
import type { Row } from '../steps/perform-action/index.js';
import type { People } from './people.js';
import type { Leftovers } from './clean-up.js';
import { createAccount } from './create-account.js';
import { findAgain } from './look-up.js';
import { dialects, planAccount } from './plan-requests.js';
import { planManager } from './plan-manager.js';
import type { Trial } from './trial.js';
import { readAgain, seeKept, tryChange, type TriedAccount, tryUpdate } from './try-account.js';
import { tryActivity } from './try-activity.js';
import type { VerifyRequest } from './verify-request.js';

/**
 * The life of an account, from its create to the last change; the clean-up is the caller's.
 * @returns why what is not tested by then was not, in words
 */
export async function tryEverything(
  trial: Trial,
  request: VerifyRequest,
  people: People,
  leftovers: Leftovers,
): Promise<string> {
  const { job, cycleDialect, newGuid, signal } = request;
  const { user, guid, mapper, matching } = people;
  const planned = planAccount(user, mapper);
  const id = await createAccount(trial, job, user, guid, planned, leftovers);
  if (id === undefined) return 'no account was created';
  const account: TriedAccount = { id, raw: undefined, altered: new Set() };
  const isMatched = (name: string): boolean => job.matching.some(({ target }) => target === name);
  await findAgain(trial, matching, `provision-user-check-${newGuid()}`);
  const shown = await readAgain(trial, account);
  if (shown === undefined) return 'the account could not be read';
  seeKept(trial, account, planned.rows, isMatched);

  const held = planned.heldBack.map(({ flow }) => flow);
  const missing = await fillIn(trial, request, people, account, held);
  for (const [index, dialect] of dialects.entries()) {
    const stage = index === 0 ? 1 : 2;
    const rows = mapperRows(people, stage, account, missing);
    const requirement = dialect === 'default' ? 'defaultDialect' : 'compliantDialect';
    const otherwise = dialect === cycleDialect ? 'fail' : 'warning';
    await tryUpdate(trial, account, { rows, dialect, requirement, otherwise, isMatched });
  }
  await setManager(trial, request, people, account, leftovers);
  await toggle(trial, request, people, account);
  return signal.aborted ? 'stopped before' : 'nothing of the mapping concerns it';
}

/** The elements that the create left out; gives the flows that a later change has to leave out too. */
async function fillIn(
  trial: Trial,
  { cycleDialect }: VerifyRequest,
  { user, mapper }: People,
  account: TriedAccount,
  held: readonly AttributeFlow[],
): Promise<readonly AttributeFlow[]> {
  if (held.length === 0) {
    trial.skip('filteredPath', 'no mapping that could be left out has a path with a filter');
    return [];
  }
  const rows = mapper.update(user.attributes(0), account.raw).filter(({ flow }) => held.includes(flow));
  const tried = await tryChange(trial, account, {
    rows,
    dialect: cycleDialect,
    requirement: 'filteredPath',
    otherwise: 'fail',
    isMatched: () => false,
  });
  return tried === 'made' ? [] : held;
}

/** What differs at a stage, without what the target has shown that it does not take. */
function mapperRows(
  { user, mapper }: People,
  stage: 1 | 2,
  account: TriedAccount,
  missing: readonly AttributeFlow[],
): readonly Row[] {
  return mapper
    .update(user.attributes(stage), account.raw)
    .filter(({ flow }) => !missing.includes(flow) && !flow.dependsOnSoftDeleted);
}

async function setManager(
  trial: Trial,
  { job, cycleDialect }: VerifyRequest,
  { manager, managerGuid, mapper }: People,
  account: TriedAccount,
  leftovers: Leftovers,
): Promise<void> {
  if (trial.signal.aborted) return;
  if (!job.flows.some(({ type, mutability }) => type === 'Reference' && mutability === 'ReadWrite')) {
    trial.skip('manager', 'no reference is mapped');
    return;
  }
  const planned = planAccount(manager, mapper, true);
  const id = await createAccount(trial, job, manager, managerGuid, planned, leftovers);
  if (id === undefined) {
    trial.skip('manager', 'no account was created for the manager');
    return;
  }
  const rows = await planManager(job, manager, account.raw, id);
  await tryChange(trial, account, {
    rows,
    dialect: cycleDialect,
    requirement: 'manager',
    otherwise: 'fail',
    isMatched: () => false,
  });
  const altered = rows.filter(({ flow }) => account.altered.has(flow.target)).map(({ flow }) => flow.target);
  if (altered.length > 0)
    trial.note('manager', 'warning', `accepted, and not returned as sent: ${altered.join(', ')}`);
}

async function toggle(
  trial: Trial,
  { job, cycleDialect }: VerifyRequest,
  { user, mapper, matching }: People,
  account: TriedAccount,
): Promise<void> {
  if (!job.flows.some(({ dependsOnSoftDeleted }) => dependsOnSoftDeleted)) {
    for (const requirement of ['disable', 'disabledReturned', 'enable'] as const)
      trial.skip(requirement, 'no mapping depends on IsSoftDeleted, so the service disables nobody');
    return;
  }
  for (const dialect of dialects.toSorted((one) => (one === cycleDialect ? -1 : 1))) {
    await tryActivity(trial, account, {
      dialect,
      ofCycle: dialect === cycleDialect,
      rowsFor: (softDeleted, raw) => mapper.activity(user.attributes(2, softDeleted), raw),
      matching,
    });
  }
}
