import type { AppRole, Assignments } from '../../source/source-directory.js';

/** The all-zero app role: Default Access, which has no entry in the application's roles. */
export const defaultAccess = '00000000-0000-0000-0000-000000000000';

/** The user's roles in this application, each once, in the order of the assignments. */
export function listRoles(assignments: Assignments): AppRole[] {
  if (!assignments.known) return [];
  const ids = [...new Set(assignments.assignments.map(({ appRoleId }) => appRoleId))];
  return ids.map((id) => findRole(assignments.appRoles, id));
}

/** The role of an id; Default Access, and a role that the source does not describe, get a name to show. */
export function findRole(appRoles: readonly AppRole[] | null, id: string): AppRole {
  const role = appRoles?.find((candidate) => candidate.id === id);
  if (role !== undefined) return role;
  const displayName = id === defaultAccess ? 'Default Access' : id;
  return { id, value: null, displayName, isEnabled: true };
}

/** The attribute appRoleAssignments as expressions see it: one JSON text a role, `id`, `value`, `displayName`. */
export function writeRoles(roles: readonly AppRole[]): string[] {
  return roles.map(({ id, value, displayName }) =>
    JSON.stringify({ id, value: value ?? displayName, displayName }),
  );
}
