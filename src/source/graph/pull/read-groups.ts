import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { isFine, type JsonObject, objectOf, textOf } from '../answers.js';
import { readOn } from '../directory/whole-list.js';
import type { GraphClient } from '../graph-client.js';
import { askGroup, askMembers } from './requests.js';

/** A group with the ids of its direct members. */
export interface GroupWithMembers {
  readonly group: JsonObject;
  /** object ids of users */
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

export interface GroupsRead {
  readonly groups: readonly GroupWithMembers[];
  /** why they could not be read; nothing else is to be used then */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads groups with their members, and the groups below them: nested membership does not count for an assignment, and is told by
 * the chain of groups. A group that is gone is left out: its assignment reaches nobody.
 */
export async function readGroups(
  client: GraphClient,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<GroupsRead> {
  const groups = new Map<string, GroupWithMembers>();
  const asked = new Set<string>();
  for (let wanted = [...new Set(ids)]; wanted.length > 0;) {
    wanted.forEach((id) => asked.add(id));
    const replies = await client.batch(
      wanted.flatMap((id) => [askGroup(id), askMembers(id)]),
      signal,
    );
    for (const [at, id] of wanted.entries()) {
      const [own, first] = [replies[2 * at], replies[2 * at + 1]];
      if (own === undefined || first === undefined) throw new Error('a batch gave no reply');
      if (own.status === 404) continue;
      if (!isFine(own)) return { groups: [], diagnostics: own.diagnostics };
      const members = await readOn(client, first, askMembers(id), signal);
      if (members.refused !== undefined) return { groups: [], diagnostics: members.refused.diagnostics };
      groups.set(id, {
        group: objectOf(own) ?? { id },
        users: idsOf(members.items, 'user'),
        groups: idsOf(members.items, 'group'),
      });
    }
    wanted = [...new Set([...groups.values()].flatMap((one) => one.groups))].filter((id) => !asked.has(id));
  }
  return { groups: [...groups.values()], diagnostics: [] };
}

const idsOf = (members: readonly JsonObject[], kind: string): string[] =>
  members.filter((member) => textOf(member['@odata.type']).endsWith(`.${kind}`)).map(({ id }) => textOf(id));
