import { type Entries, frame, run, say } from '../entry.js';

/** What can be wrong with a source of users, and with naming one of them. */
export interface SourceDiagnostics {
  'source/not-users': { file: string; looksLike: string };
  'source/not-a-user': { file: string; found: string };
  'source/unknown-user': {
    selector: string;
    source: string;
    nearest: string | null;
    homeForm: string | null;
  };
  'source/ambiguous-user': { selector: string; users: string[]; more: number };
  'source/none-found': { text: string; source: string; disabled: number; deleted: number };
  'source/extension-unknown': { name: string; status: number };
  'source/property-not-permitted': { name: string };
  'source/groups-unread': { application: string };
  'source/recycle-bin-unread': { status: number | null };
  'source/unfit-answer': { what: string };
}

export const sourceEntries: Entries<SourceDiagnostics> = {
  'source/not-users': {
    title: 'No users in the source fixture',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, looksLike }) => `${file} is no source fixture: it looks like ${looksLike}.`,
    why: 'A source fixture holds users as Microsoft Graph gives them.',
    advice: () => [
      say(
        'Give one of: an object with "users", an array of users, one user, a Graph list ("value"), or one user a line.',
      ),
      frame(
        '{ "users": [{ "id": "...", "userPrincipalName": "alice@contoso.com", "accountEnabled": true }] }',
      ),
    ],
    basis: 'documented',
  },
  'source/not-a-user': {
    title: 'Not a user',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, found }) =>
      `${file} holds ${found} where a user belongs: a user is an object with an id or a userPrincipalName.`,
    why: 'A user that nothing identifies cannot be selected, matched or reported.',
    advice: () => [say('Add "id" and "userPrincipalName" to it, or remove it.')],
    basis: 'documented',
  },
  'source/unknown-user': {
    title: 'User not found',
    severity: 'error',
    blame: 'source',
    message: ({ selector, source }) => `${source} has no user with ${selector}, deleted ones included.`,
    why: 'On demand takes one user who exists in Microsoft Entra ID; the name must be complete.',
    advice: ({ nearest, homeForm }) => [
      ...(homeForm === null
        ? []
        : [
            say('A guest, who is named in the directory by another userPrincipalName:'),
            run(`provision-user --upn '${homeForm}'`),
          ]),
      ...(nearest === null ? [] : [say(`Did you mean ${nearest}?`)]),
      run('provision-user search <part of the name>'),
    ],
    service: () => [],
    basis: 'documented',
  },
  'source/ambiguous-user': {
    title: 'Several users fit',
    severity: 'error',
    blame: 'configuration',
    message: ({ selector, users, more }) =>
      `${String(users.length + more)} users fit ${selector}: ${users.join(', ')}${more > 0 ? `, and ${String(more)} more` : ''}.`,
    why: 'One user is provisioned at a time; guessing could provision somebody else.',
    advice: ({ users }) => [
      run(`provision-user --upn ${users[0] ?? ''}`),
      say('Or name the user with --id.'),
    ],
    basis: 'documented',
  },
  'source/none-found': {
    title: 'Nobody fits the search',
    severity: 'error',
    blame: 'source',
    message: ({ text, source, disabled, deleted }) =>
      `Nobody in ${source} fits "${text}"${
        disabled + deleted === 0 ? '' : `, except ${String(disabled)} disabled and ${String(deleted)} deleted`
      }.`,
    why: 'The search looks at first name, last name, display name, user principal name and mail, and leaves out disabled and deleted users, as the portal does.',
    advice: ({ disabled, deleted }) => [
      disabled + deleted === 0
        ? say('Try a shorter part of the name.')
        : say('A disabled or deleted user is found with --upn or --id.'),
    ],
    basis: 'documented',
  },
  'source/extension-unknown': {
    title: 'Directory extension refused',
    severity: 'warning',
    blame: 'configuration',
    message: ({ name, status }) =>
      `Microsoft Graph refused to read ${name} (${String(status)}); it counts as empty.`,
    why: 'A directory extension that does not exist in the tenant gets the request refused. Its name is case-sensitive and holds the id of the application that owns it, without dashes.',
    advice: () => [
      say('Check the spelling, letter case included, against a user read with Graph Explorer.'),
      say('Check that the application that owns the extension still exists in this tenant.'),
    ],
    basis: 'documented',
  },
  'source/property-not-permitted': {
    title: 'Attribute not permitted',
    severity: 'warning',
    blame: 'source',
    message: ({ name }) => `Microsoft Graph did not permit ${name} to be read; it counts as empty.`,
    why: 'A few properties need a permission of their own, so a value that the service sees may be missing here.',
    advice: ({ name }) => [
      say(
        ownPermissions[name] === undefined
          ? 'Look up the permission of this property in the Graph reference of the user resource.'
          : `Grant ${ownPermissions[name]}, with admin consent.`,
      ),
    ],
    basis: 'documented',
  },
  'source/groups-unread': {
    title: 'Groups of the user not read',
    severity: 'warning',
    blame: 'source',
    message: ({ application }) =>
      `The groups of the user could not be read, so it is not known whether the groups that assign ${application} are security groups.`,
    why: 'Only security groups of which the user is an immediate member count.',
    advice: () => [say('Grant User.Read.All and GroupMember.Read.All, with admin consent.')],
    basis: 'documented',
  },
  'source/unfit-answer': {
    title: 'Answer of another shape',
    severity: 'error',
    blame: 'network',
    message: ({ what }) =>
      `Microsoft Graph answered with success where ${what} was asked for, but the answer holds none.`,
    why: 'Something between, such as a proxy with a page of its own, may have answered in the place of Graph.',
    advice: () => [
      say('Look at the answer: --debug shows every exchange.'),
      say('Check source.graphUrl, and HTTPS_PROXY and NO_PROXY in the environment.'),
    ],
    basis: 'documented',
  },
  'source/recycle-bin-unread': {
    title: 'Deleted users not read',
    severity: 'warning',
    blame: 'source',
    message: ({ status }) =>
      `The deleted users could not be looked through${status === null ? '' : ` (${String(status)})`}, so the user may be one of them.`,
    why: 'A deleted user stays in the recycle bin for 30 days and is found there alone.',
    advice: () => [say('Look under Users > Deleted users in the portal.')],
    basis: 'documented',
  },
};

/** Graph reference, user resource. */
const ownPermissions: Readonly<Record<string, string>> = {
  employeeLeaveDateTime: 'User-LifeCycleInfo.Read.All',
  signInActivity: 'AuditLog.Read.All (and a premium licence)',
  customSecurityAttributes:
    'CustomSecAttributeAssignment.Read.All (and the role Attribute Assignment Reader)',
};
