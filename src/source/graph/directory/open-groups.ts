import type { DirectoryGroup, FoundGroups, GroupDirectory, GroupMember } from '../../group-directory.js';
import { placeOfGroup } from '../../group-names.js';
import type { AssignmentsFound } from '../../source-directory.js';
import { isFine, type JsonObject, objectOf, textOf } from '../answers.js';
import { textOrNull } from '../wire/json-answer.js';
import type { GraphClient } from '../graph-client.js';
import { askGroup, askGroupsByName, askMembersOfGroup } from './group-requests.js';
import { type AssignedApplication, known, unknown } from './read-assignments.js';
import { askAssignedTo } from './requests.js';
import { readAll, readOn } from './whole-list.js';

export interface GraphGroupsOptions {
  /** source attributes of groups that will be read, by the names of the schema */
  readonly needs: readonly string[];
  /** undefined where nobody asks about assignments: they are unknown then */
  readonly servicePrincipal: AssignedApplication | undefined;
}

/**
 * Groups of a tenant, over Microsoft Graph: by object id and by display name in one round trip. A refusal is among the diagnostics of
 * the answer. Deleted groups are not looked for.
 *
 * Source: graph-api reference, 4.6; "List groups" for the filter on `displayName`.
 */
export function openGroups(
  client: GraphClient,
  { needs, servicePrincipal }: GraphGroupsOptions,
): GroupDirectory {
  const properties = [...new Set([...always, ...needs.flatMap(placeOfGroup)])];

  const findGroups = async (nameOrId: string, signal: AbortSignal): Promise<FoundGroups> => {
    const wanted = nameOrId.trim();
    const named = askGroupsByName(wanted, properties);
    const byId = guid.test(wanted) ? [askGroup(wanted, properties)] : [];
    const [first, second] = await client.batch([named, ...byId], signal);
    if (first === undefined) throw new Error('a batch gave no reply');
    const exchanges = [...first.exchanges, ...(second?.exchanges ?? [])];
    const withId = objectOf(second);
    if (withId !== undefined) return { groups: [living(withId)], diagnostics: [], exchanges };
    if (second !== undefined && !isFine(second) && second.status !== 404)
      return { groups: [], diagnostics: second.diagnostics, exchanges };
    const list = await readOn(client, first, named, signal);
    return {
      groups: list.items.map(living),
      diagnostics: list.refused?.diagnostics ?? [],
      exchanges: [...exchanges, ...list.exchanges],
    };
  };

  const groupMembers: GroupDirectory['groupMembers'] = async (id, signal) => {
    const { items, refused, exchanges } = await readAll(client, askMembersOfGroup(id), signal);
    const diagnostics = refused === undefined || refused.status === 404 ? [] : refused.diagnostics;
    return { members: items.map(describeMember), diagnostics, exchanges };
  };

  const groupAssignments = async (
    { group }: DirectoryGroup,
    signal: AbortSignal,
  ): Promise<AssignmentsFound> => {
    if (servicePrincipal === undefined) return unknown([], []);
    const { items, refused, exchanges } = await readAll(client, askAssignedTo(servicePrincipal.id), signal);
    if (refused !== undefined) return unknown(refused.diagnostics, exchanges);
    const own = items.filter(
      ({ principalType, principalId }) => principalType === 'Group' && principalId === group.id,
    );
    const assignments = own.map(
      ({ appRoleId }) => ({ appRoleId: textOf(appRoleId), via: { kind: 'direct' } }) as const,
    );
    return { assignments: known(servicePrincipal, assignments, []), diagnostics: [], exchanges };
  };

  return { findGroups, groupMembers, groupAssignments };
}

const always = ['id', 'displayName', 'securityEnabled'];
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const living = (group: JsonObject): DirectoryGroup => ({ group, deleted: false });

function describeMember(member: JsonObject): GroupMember {
  const type = textOf(member['@odata.type']).toLowerCase();
  const kind = type.endsWith('.user') ? 'user' : type.endsWith('.group') ? 'group' : 'other';
  return {
    id: textOf(member.id),
    kind,
    displayName: textOrNull(member.displayName),
    userPrincipalName: kind === 'user' ? textOrNull(member.userPrincipalName) : null,
  };
}
