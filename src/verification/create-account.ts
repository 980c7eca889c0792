import { diagnose } from '../diagnostics/diagnostic.js';
import type { Job } from '../job/index.js';
import { createPartFinder, readWriteAnswer } from '../steps/perform-action/index.js';
import { accountIn, isStranger } from './account.js';
import type { ArtificialUser } from './artificial-user.js';
import type { Leftovers } from './clean-up.js';
import { listMatchingValues, lookUp } from './look-up.js';
import type { PlannedCreate } from './plan-requests.js';
import type { Trial } from './trial.js';

/**
 * Creates an artificial account and tells what has to be removed afterwards. An answer that the service could not use is a
 * failure, and the account is looked for all the same, so that the rest can be tested and cleaned up.
 * @returns the id; undefined where no account of ours is known
 */
export async function createAccount(
  trial: Trial,
  job: Job,
  user: ArtificialUser,
  guid: string,
  planned: PlannedCreate,
  leftovers: Leftovers,
): Promise<string | undefined> {
  const values = listMatchingValues(job, [...planned.rows, ...planned.heldBack]);
  const leftover = leftovers.expect(user.name, values);
  const exchange = await trial.ask(planned.request);
  const { done, diagnostics } = readWriteAnswer(
    exchange,
    trial.target.name,
    createPartFinder(planned.rows, job.locate),
  );
  const { answer } = exchange;
  const status = answer?.status ?? 0;
  if (status >= 300 && status < 500) leftover.notMade();
  const shown = status >= 200 && status < 300 ? accountIn(exchange) : undefined;
  if (shown !== undefined && isStranger(shown, job, guid)) {
    const args = { target: trial.target.name, id: shown.id };
    trial.see('create', 'fail', exchange, [diagnose('verification/other-account', args)]);
    return undefined;
  }
  // What is wrong with the form of an accepted answer is a requirement of its own.
  trial.see('create', done || shown !== undefined ? 'pass' : 'fail', exchange, diagnostics);
  if (shown !== undefined) {
    leftover.isKnown(shown.id);
    return shown.id;
  }
  if (status < 200 || status > 299) return undefined;
  for (const { flow, value } of values) {
    const { result, resources } = await lookUp(trial, flow, value);
    const [resource] = resources;
    if (result !== 'one' || resource === undefined) continue;
    leftover.isKnown(resource.id);
    return resource.id;
  }
  return undefined;
}
