import type { Environment } from '../expression/index.js';
import type { ActionContext, ImportedUser, ResolveReference } from '../steps/index.js';
import { createReferenceResolver } from './resolve-reference.js';
import type { RunRequest } from './run-request.js';

/** The members of a run about a group, each to be found by the job that maps users; nothing for a user. */
export function membersOf(
  request: RunRequest,
  { membership }: ImportedUser,
  environment: (name: string) => Environment,
): Pick<ActionContext, 'members'> | undefined {
  const { group, ...others } = request;
  if (group === undefined || membership === undefined) return undefined;
  const { userJob, maxRemovals } = group;
  const resolve =
    userJob === undefined
      ? resolveNobody
      : createReferenceResolver({ ...others, job: userJob }, environment).resolve;
  return { members: { membership, maxRemovals, resolve } };
}

const resolveNobody: ResolveReference = (name) =>
  Promise.resolve({
    reference: { kind: 'unresolved', name, why: 'cannot be found: the schema maps no users' },
    exchanges: [],
  });
