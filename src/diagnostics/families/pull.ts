import { type Entries, run, say } from '../entry.js';

/** What keeps users from being copied out of Microsoft Graph. */
export interface PullDiagnostics {
  'pull/no-graph': { file: string | null; kind: string | null };
  'pull/unknown-user': { upn: string; probablyMeant: readonly string[] };
  'pull/unknown-group': { name: string };
  'pull/several-groups': { name: string; ids: readonly string[] };
  'pull/properties-left-out': { properties: readonly string[] };
  'pull/literal-secret': { key: string; variable: string };
  'pull/interrupted': { users: number; file: string };
  'pull/kept-by-filters': { attributes: readonly string[] };
  'pull/target-left-out': { kind: string };
}

export const pullEntries: Entries<PullDiagnostics> = {
  'pull/no-graph': {
    title: 'No source to pull from',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, kind }) =>
      `pull reads from Microsoft Graph, and ${file ?? 'the configuration'} ${kind === null ? 'names no source' : `has a source of kind ${kind}`}.`,
    why: 'Tenant, sign-in and application are those of a configuration, so that a pull can be repeated.',
    advice: () => [
      run('provision-user init --tenant contoso.onmicrosoft.com --app "Contoso Expenses"'),
      say('A configuration that pull has written keeps the way to Graph as a profile: --profile live.'),
    ],
    basis: 'documented',
  },
  'pull/unknown-user': {
    title: 'User not found',
    severity: 'error',
    blame: 'source',
    message: ({ upn, probablyMeant }) =>
      `There is no user ${upn}, among the deleted ones neither.` +
      (probablyMeant.length === 0 ? '' : ` It is another address of ${probablyMeant.join(', ')}.`),
    why: 'A directory without somebody who was named would decide that he does not exist.',
    advice: ({ upn, probablyMeant: [meant] }) => [
      meant === undefined
        ? run(`provision-user search ${upn.split('@')[0] ?? upn}`)
        : say(`Name him by --upn ${meant}.`),
    ],
    basis: 'documented',
  },
  'pull/unknown-group': {
    title: 'Group not found',
    severity: 'error',
    blame: 'source',
    message: ({ name }) => `There is no group with the name or id "${name}".`,
    why: 'The whole display name is compared, in any letter case.',
    advice: () => [say('Take the object id of the group, from its page in Entra.')],
    basis: 'documented',
  },
  'pull/several-groups': {
    title: 'Several groups of one name',
    severity: 'error',
    blame: 'configuration',
    message: ({ name, ids }) => `${String(ids.length)} groups are named "${name}": ${ids.join(', ')}.`,
    why: 'Display names of groups are not unique.',
    advice: ({ ids: [first = ''] }) => [
      say(`Name the one that is meant by its id, such as --group ${first}.`),
    ],
    basis: 'documented',
  },
  'pull/properties-left-out': {
    title: 'Properties left out',
    severity: 'warning',
    blame: 'source',
    message: ({ properties }) =>
      `Graph refused to list users with ${properties.join(', ')}; they were left out for everybody.`,
    why: 'One property that does not exist in the tenant, or needs a permission of its own, gets the whole list refused; which one it was Graph does not say.',
    advice: () => [
      say('Name single users with --upn: then every property is asked for alone.'),
      say('Correct or remove the mappings that read what the tenant does not have.'),
    ],
    basis: 'documented',
  },
  'pull/literal-secret': {
    title: 'Secret not copied',
    severity: 'warning',
    blame: 'configuration',
    message: ({ key, variable }) =>
      `${key} is a literal secret; the new configuration refers to the variable ${variable} instead.`,
    why: 'What is pulled is passed on, so no secret is written into it.',
    advice: ({ variable }) => [say(`Set ${variable} before a run against the target.`)],
    basis: 'documented',
  },
  'pull/interrupted': {
    title: 'Pull not finished',
    severity: 'error',
    blame: 'tool',
    message: ({ users, file }) => `${String(users)} users were read so far and stand in ${file}.`,
    why: 'Schema, configuration and directory are written together, when everything is there.',
    advice: ({ file }) => [
      say('Run the same command again: it goes on from there.'),
      say(`To begin anew, delete ${file}; it holds personal data as Graph gave it.`),
    ],
    basis: 'documented',
  },
  'pull/kept-by-filters': {
    title: 'Not masked',
    severity: 'info',
    blame: 'configuration',
    message: ({ attributes }) => `Not masked, since scoping filters test them: ${attributes.join(', ')}.`,
    why: 'A filter compares with values of its own; a pseudonym would decide otherwise.',
    advice: () => [say('Look through these values before you pass the directory on.')],
    basis: 'documented',
  },
  'pull/target-left-out': {
    title: 'Target not taken over',
    severity: 'info',
    blame: 'configuration',
    message: ({ kind }) =>
      `The target (${kind}) was left out of the configuration: its accounts bear the real names.`,
    why: 'Pseudonyms match no account there, so that a run would create everybody anew.',
    advice: () => [say('Runs with --until scope need no target.')],
    basis: 'documented',
  },
};
