import type { JsonObject } from '../answers.js';
import { isObject, textOf } from '../answers.js';
import type { Application } from '../application/find-application.js';
import type { GroupWithMembers } from './read-groups.js';

/** A directory fixture. */
export interface PulledDirectory {
  readonly users: readonly JsonObject[];
  readonly deletedUsers: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  readonly servicePrincipal: JsonObject;
}

export interface DirectoryParts {
  readonly users: readonly JsonObject[];
  readonly deletedUsers: readonly JsonObject[];
  readonly groups: readonly GroupWithMembers[];
  readonly application: Application;
  /** everybody's assignments */
  readonly assignedTo: readonly JsonObject[];
}

/**
 * Puts a directory together that decides for its users as the tenant does. Managers come along as users, since their accounts are
 * looked up. Of assignments and members those remain that reach one of the users, directly or through groups.
 */
export function assembleDirectory(parts: DirectoryParts): PulledDirectory {
  const { application, assignedTo, deletedUsers } = parts;
  const users = withManagers(parts.users);
  const people = new Set([...users, ...deletedUsers].map(({ id }) => textOf(id)));
  const groups = keepReaching(parts.groups, people);
  const principals = new Set([...people, ...groups.map(({ id }) => textOf(id))]);
  return {
    users,
    deletedUsers,
    groups,
    servicePrincipal: {
      ...application,
      appRoleAssignedTo: assignedTo.filter(({ principalId }) => principals.has(textOf(principalId))),
    },
  };
}

/** Graph gives the manager as an object within the user; in the directory stands his id there, and he himself beside. */
function withManagers(users: readonly JsonObject[]): JsonObject[] {
  const byId = new Map<string, JsonObject>();
  const managers: JsonObject[] = [];
  for (const user of users) {
    const { manager } = user;
    if (isObject(manager)) managers.push(manager);
    byId.set(textOf(user.id), isObject(manager) ? { ...user, manager: { id: manager.id } } : user);
  }
  for (const manager of managers) {
    const id = textOf(manager.id);
    const properties = Object.entries(manager).filter(([name]) => name !== '@odata.type');
    if (!byId.has(id)) byId.set(id, Object.fromEntries(properties));
  }
  return [...byId.values()];
}

function keepReaching(groups: readonly GroupWithMembers[], people: ReadonlySet<string>): JsonObject[] {
  const reaching = new Set<string>();
  for (let before = -1; before !== reaching.size;) {
    before = reaching.size;
    for (const { group, users, groups: below } of groups) {
      if (users.some((id) => people.has(id)) || below.some((id) => reaching.has(id)))
        reaching.add(textOf(group.id));
    }
  }
  return groups
    .filter(({ group }) => reaching.has(textOf(group.id)))
    .map(({ group, users, groups: below }) => ({
      ...group,
      members: [
        ...users.filter((id) => people.has(id)).map((id) => ({ '@odata.type': '#microsoft.graph.user', id })),
        ...below
          .filter((id) => reaching.has(id))
          .map((id) => ({ '@odata.type': '#microsoft.graph.group', id })),
      ],
    }));
}
