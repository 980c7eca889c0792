import type { Exchange } from '../../../exchanges/exchange.js';
import type { NestedMembership } from '../../source-directory.js';
import { type JsonObject, textOf } from '../answers.js';
import type { GraphClient, GraphReply } from '../graph-client.js';
import { askAssignedTo, askGroupsInGroup } from './requests.js';
import { readAll, readOn, type WholeList } from './whole-list.js';

/** Groups of a user, read from Graph. */
export interface UserGroups {
  /** groups of which he is an immediate member */
  readonly direct: readonly JsonObject[];
  /** these, and those that hold them */
  readonly all: readonly JsonObject[];
}

// With the list of assignments they fill one $batch.
const mostInOneTrip = 19;

/**
 * Finds the assigned groups of which a user is a member through other groups alone, with the chain down to the group that holds
 * him. One round trip, none where no group of his lies in another, and two for somebody in very many of them.
 */
export async function findNested(
  client: GraphClient,
  servicePrincipalId: string,
  { direct, all }: UserGroups,
  known: readonly JsonObject[] | undefined,
  signal: AbortSignal,
): Promise<{ readonly nested: readonly NestedMembership[]; readonly exchanges: readonly Exchange[] }> {
  const directIds = new Set(direct.map(({ id }) => textOf(id)));
  const above = all.filter(({ id }) => !directIds.has(textOf(id)));
  if (above.length === 0) return { nested: [], exchanges: [] };
  const assigned = askAssignedTo(servicePrincipalId);
  const members = above.map(({ id }) => askGroupsInGroup(textOf(id)));
  const list = async (first: GraphReply | undefined): Promise<WholeList> =>
    first === undefined ? readAll(client, assigned, signal) : readOn(client, first, assigned, signal);
  const together = known !== undefined || members.length > mostInOneTrip ? [] : [assigned, ...members];
  const replies = await client.batch(together, signal);
  const records = known === undefined ? await list(replies[0]) : { items: known, exchanges: [] };
  const names = new Map(above.map((group) => [textOf(group.id), textOf(group.displayName)]));
  const wanted = [
    ...new Set(
      records.items
        .filter(
          ({ principalType, principalId }) => principalType === 'Group' && names.has(textOf(principalId)),
        )
        .map(({ principalId }) => textOf(principalId)),
    ),
  ];
  const early = replies.slice(1);
  const late = wanted.length > 0 && early.length === 0 ? await client.batch(members, signal) : [];
  const inside = early.length > 0 ? early : late;
  const lists = await Promise.all(
    inside.map((first, at) => readOn(client, first, members[at] ?? assigned, signal)),
  );
  const children = new Map(above.map(({ id }, at) => [textOf(id), lists[at]?.items ?? []]));
  return {
    nested: wanted.map((id) => ({
      id,
      displayName: names.get(id) ?? id,
      path: descend(id, names.get(id) ?? id, directIds, children) ?? [names.get(id) ?? id],
    })),
    exchanges: [
      ...replies.flatMap(({ exchanges }) => exchanges),
      ...records.exchanges,
      ...[...late, ...lists].flatMap(({ exchanges }) => exchanges),
    ],
  };
}

/** The chain of display names from a group down to one that holds the user; undefined where the groups do not tell. */
function descend(
  id: string,
  name: string,
  direct: ReadonlySet<string>,
  children: ReadonlyMap<string, readonly JsonObject[]>,
  visited: readonly string[] = [],
): readonly string[] | undefined {
  if (direct.has(id)) return [name];
  if (visited.includes(id)) return undefined;
  for (const child of children.get(id) ?? []) {
    const below = descend(textOf(child.id), textOf(child.displayName), direct, children, [...visited, id]);
    if (below !== undefined) return [name, ...below];
  }
  return undefined;
}
