import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import {
  buildMembersRead,
  elementsOf,
  isObject,
  type JsonObject,
  memberOf,
  readResource,
} from '../../scim/index.js';
import type { ActionContext } from './action-context.js';

/** What the target says of a group's members. */
export interface HeldMembers {
  /** their ids; null where that is not known */
  readonly held: readonly string[] | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Reads the members of the matched group with a request of our own, since the service knows them from its links and never
 * asks. Not known without leave to investigate, and where the answer is of no use; a group that does not exist has none.
 */
export async function readMembers(
  { match, target, investigate }: ActionContext,
  signal: AbortSignal,
): Promise<HeldMembers> {
  if (match.kind === 'none') return { held: [], diagnostics: [], exchanges: [] };
  if (!investigate) return { held: null, diagnostics: [], exchanges: [] };
  const { id } = match.resource;
  const exchange = await target.send(buildMembersRead(id), signal);
  const { answer, noAnswer } = exchange;
  const reading = answer === undefined ? undefined : readResource(answer);
  if (reading?.kind === 'resource')
    return { held: listMembers(reading.resource.raw), diagnostics: [], exchanges: [exchange] };
  const why =
    answer === undefined
      ? `no answer (${noAnswer?.kind ?? 'reset'})`
      : `it answered ${String(answer.status)}`;
  const diagnostics = [diagnose('group/membership-unknown', { target: target.name, id, why })];
  return { held: null, diagnostics, exchanges: [exchange] };
}

/** The ids of the members that a group resource lists; none where it lists none. */
export function listMembers(group: JsonObject): string[] {
  return elementsOf(memberOf(group, 'members')).flatMap((element) => {
    const id = isObject(element) ? memberOf(element, 'value') : element;
    return typeof id === 'string' ? [id] : [];
  });
}
