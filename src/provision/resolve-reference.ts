import type { Exchange } from '../exchanges/exchange.js';
import type { Environment } from '../expression/index.js';
import type { Reference, ResolveReference, ScopeVerdict } from '../steps/index.js';
import type { RunRequest, Until } from './run-request.js';
import { traceUser } from './trace-user.js';

/** Finds the accounts of referenced users, each once. */
export interface ReferenceResolver {
  readonly resolve: ResolveReference;
  /** begins to look up whom a user in scope refers to, beside his own match: nothing waits for it that does not need it */
  begin(verdict: ScopeVerdict): void;
  /** requests of look-ups that were begun and then not needed */
  unasked(): Promise<readonly Exchange[]>;
}

const lastStep: Until = 'action';

/**
 * Finds the account of a referenced user: steps 2 to 4 for him, read-only. Exactly one match is his account. His assignments are
 * asked for only where a matching attribute depends on them.
 *
 * Source: assumed; the service takes the account from the links that it keeps.
 */
export function createReferenceResolver(
  request: RunRequest,
  environment: (name: string) => Environment,
): ReferenceResolver {
  const quiet: RunRequest = { ...request, world: { ...request.world, onProgress: () => undefined } };
  const open = (): Promise<undefined> => Promise.resolve(undefined);
  const { job } = request;
  const needsAssignments = job.matching.some(
    ({ dependsOnSoftDeleted, expression }) =>
      dependsOnSoftDeleted || expression?.attributes.includes('appRoleAssignments') === true,
  );
  const traced = needsAssignments ? quiet : { ...quiet, assumeAssigned: true };
  const begun = new Map<string, ReturnType<ResolveReference>>();
  const asked = new Set<string>();

  const lookUp = async (sourceId: string, signal: AbortSignal): ReturnType<ResolveReference> => {
    const selector = { by: 'id', value: sourceId } as const;
    const gates = { beforeScope: open, beforeMatch: open };
    const trace = await traceUser(selector, { ...traced, signal }, environment, gates, needsAssignments);
    const { imported, matched } = trace;
    const name = imported.found?.userPrincipalName ?? imported.found?.displayName ?? sourceId;
    const exchanges = [...imported.exchanges, ...matched.exchanges];
    return { reference: referenceOf(name, trace), exchanges };
  };

  const find = (sourceId: string, signal: AbortSignal): ReturnType<ResolveReference> => {
    const earlier = begun.get(sourceId);
    if (earlier !== undefined) return earlier;
    const finding = lookUp(sourceId, signal);
    begun.set(sourceId, finding);
    return finding;
  };

  return {
    resolve: async (sourceId, signal) => {
      const isFirst = !asked.has(sourceId);
      asked.add(sourceId);
      const found = await find(sourceId, signal);
      return isFirst ? found : { ...found, exchanges: [] };
    },
    begin: (verdict) => {
      if (request.until !== lastStep || verdict.inScope !== true) return;
      for (const id of listReferences(request, verdict, environment)) void find(id, request.signal);
    },
    unasked: async () => {
      const left = [...begun].filter(([id]) => !asked.has(id));
      const found = await Promise.all(left.map(([, finding]) => finding));
      return found.flatMap(({ exchanges }) => exchanges);
    },
  };
}

/** Source ids of everybody whom the mappings of references name. */
function listReferences(
  request: RunRequest,
  { attributes }: ScopeVerdict,
  environment: (name: string) => Environment,
): readonly string[] {
  const references = request.job.flows.filter(
    ({ type, mutability }) => type === 'Reference' && mutability !== 'ReadOnly',
  );
  return references.flatMap(({ expression, target }) => {
    const evaluated = expression?.evaluate(attributes, environment(target));
    const value = evaluated?.kind === 'value' ? evaluated.value : null;
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
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
