import type { Environment } from '../expression/index.js';
import type { Reference, ResolveReference } from '../steps/index.js';
import type { RunRequest } from './run-request.js';
import { traceUser } from './trace-user.js';

/**
 * Finds the account of a referenced user: steps 2 to 4 for him, read-only. Exactly one match is his account.
 *
 * Source: assumed; the service takes the account from the links that it keeps.
 */
export function createReferenceResolver(
  request: RunRequest,
  environment: (name: string) => Environment,
): ResolveReference {
  const quiet: RunRequest = { ...request, world: { ...request.world, onProgress: () => undefined } };
  const open = (): Promise<undefined> => Promise.resolve(undefined);
  return async (sourceId, signal) => {
    const selector = { by: 'id', value: sourceId } as const;
    const gates = { beforeScope: open, beforeMatch: open };
    const traced = await traceUser(selector, { ...quiet, signal }, environment, gates);
    const { imported, matched } = traced;
    const name = imported.found?.userPrincipalName ?? imported.found?.displayName ?? sourceId;
    return { reference: referenceOf(name, traced), exchanges: matched.exchanges };
  };
}

function referenceOf(
  name: string,
  { imported, scoped, matched }: Awaited<ReturnType<typeof traceUser>>,
): Reference {
  if (imported.found === undefined)
    return { kind: 'unresolved', name, why: 'could not be imported from the source' };
  const outOfScope = scoped.found?.inScope === true ? [] : (scoped.found?.reasons ?? []);
  if (matched.found?.kind === 'one')
    return { kind: 'found', name, id: matched.found.resource.id, outOfScope };
  if (matched.found?.kind === 'none')
    return { kind: 'unresolved', name, why: 'has no account in the target' };
  if (matched.status === 'notRun')
    return { kind: 'unresolved', name, why: `could not be matched: ${scoped.description}` };
  return { kind: 'unresolved', name, why: `could not be matched: ${matched.description}` };
}
