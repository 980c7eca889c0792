import { type Entries, say } from '../entry.js';

/** Faults of fixtures that a run for one user may never come across. */
export interface FixtureLintDiagnostics {
  'lint/user-without-id': { user: string };
  'lint/duplicate-user': { key: 'id' | 'userPrincipalName'; value: string };
  'lint/unknown-member': { group: string; members: readonly string[] };
  'lint/unknown-manager': { user: string; manager: string };
  'lint/unknown-principal': { principal: string; type: string };
  'lint/unknown-role': { principal: string; appRoleId: string; known: readonly string[] };
  'lint/duplicate-account': { attribute: string; value: string; ids: readonly string[] };
}

const listSome = (names: readonly string[]): string =>
  names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${String(names.length - 3)} more`;

export const fixtureLintEntries: Entries<FixtureLintDiagnostics> = {
  'lint/user-without-id': {
    title: 'User without id',
    severity: 'warning',
    blame: 'source',
    message: ({ user }) => `${user} has no id.`,
    why: 'Assignments, group members and managers name users by their id, so none of these can be found for a user without one.',
    advice: () => [say('Give the user the object id of the directory, or any text that no other user has.')],
    basis: 'documented',
  },
  'lint/duplicate-user': {
    title: 'Two users with one name',
    severity: 'error',
    blame: 'source',
    message: ({ key, value }) => `Two users have the ${key} ${value}.`,
    why: 'Both keys are unique in Microsoft Entra ID. A run that names the user finds two and stops.',
    advice: () => [say('Remove one of them, or correct its key.')],
    basis: 'documented',
  },
  'lint/unknown-member': {
    title: 'Group with members that are not there',
    severity: 'warning',
    blame: 'source',
    message: ({ group, members }) =>
      `Group "${group}" names ${members.length === 1 ? 'a member that is' : `${String(members.length)} members that are`} not in the source: ${listSome(members)}.`,
    why: 'Only members that are there can be provisioned or found to be assigned.',
    advice: () => [say('Add the members to the source, or remove them from the group.')],
    basis: 'documented',
  },
  'lint/unknown-manager': {
    title: 'Manager who is not there',
    severity: 'warning',
    blame: 'source',
    message: ({ user, manager }) => `The manager of ${user} is not in the source: ${manager}.`,
    why: "A mapping of manager needs the manager's own account, which is looked up through the manager's own attributes.",
    advice: () => [say('Add the manager to the source, or remove the reference.')],
    service: () => ['UnableToResolveReferenceAttributeValue'],
    basis: 'documented',
  },
  'lint/unknown-principal': {
    title: 'Assignment of somebody who is not there',
    severity: 'warning',
    blame: 'source',
    message: ({ principal, type }) =>
      `An assignment names ${type === '' ? 'a principal' : `a ${type.toLowerCase()}`} that is not in the source: ${principal}.`,
    why: 'The assignment has no effect: nobody in this source gets into scope by it.',
    advice: () => [say('Correct principalId, add who is meant, or remove the assignment.')],
    basis: 'documented',
  },
  'lint/unknown-role': {
    title: 'Assignment with an unknown role',
    severity: 'warning',
    blame: 'source',
    message: ({ principal, appRoleId, known }) =>
      `The assignment of ${principal} names the app role ${appRoleId}, which the application does not have${known.length === 0 ? '' : `; it has ${listSome(known)}`}.`,
    why: 'An assignment counts only with a role that exists and is enabled, or with the all-zero id of default access.',
    advice: () => [say('Correct appRoleId, or add the role to servicePrincipal.appRoles.')],
    service: () => ['NotEffectivelyEntitled'],
    basis: 'assumed',
  },
  'lint/duplicate-account': {
    title: 'Accounts that cannot be told apart',
    severity: 'warning',
    blame: 'target',
    message: ({ attribute, value, ids }) =>
      `${String(ids.length)} accounts have ${attribute} "${value}": ${listSome(ids)}.`,
    why: 'A user who is matched on this value finds several accounts, and the service changes none of them.',
    advice: () => [say('Change or remove one of them, unless the fixture is meant to show that.')],
    service: () => ['DuplicateTargetEntries'],
    basis: 'documented',
  },
};
