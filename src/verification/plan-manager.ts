import { createRandom } from '../expression/index.js';
import type { Job } from '../job/index.js';
import { mapReferences, type Row } from '../steps/perform-action/index.js';
import type { ArtificialUser } from './artificial-user.js';

/**
 * The rows of references for an account: each refers to the artificial manager, whose id in the target is known. Empty where
 * no reference is mapped.
 */
export async function planManager(
  job: Job,
  manager: ArtificialUser,
  account: unknown,
  id: string,
): Promise<readonly Row[]> {
  const reference = { kind: 'found', id, name: manager.name, outOfScope: [] } as const;
  const { rows } = await mapReferences(
    job.flows,
    {
      job,
      event: 'update',
      attributes: { manager: manager.name },
      account,
      unique: new Map(),
      environment: () => ({ now: 0, random: createRandom('manager') }),
    },
    () => Promise.resolve({ reference, exchanges: [] }),
    new AbortController().signal,
  );
  return rows.filter(({ sent }) => sent !== null);
}
