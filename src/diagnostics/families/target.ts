import { type Entries, say } from '../entry.js';

/** What can be wrong with the file of a fixture target. */
export interface TargetDiagnostics {
  /** `found`: a JSON type, or the names of the object that stands there */
  'target/fixture-shape': { file: string; found: string };
  'target/resource-shape': { pointer: string; found: string };
  /** `found`: the JSON type of `id`, or `nothing` */
  'target/missing-id': { pointer: string; found: string };
  'target/duplicate-id': { id: string; collection: string; first: string };
  'target/quirks-shape': { found: string };
  'target/unknown-quirk': { quirk: string; nearest: string | undefined; known: readonly string[] };
}

export const targetEntries: Entries<TargetDiagnostics> = {
  'target/fixture-shape': {
    title: 'Not a target fixture',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, found }) => `${file} holds ${found}, not a list of SCIM resources.`,
    why: 'A target fixture is a SCIM ListResponse, a list of users, or one user.',
    advice: () => [
      say('Write {"Resources": []} for a target without users, or put the users in between the brackets.'),
      say('A source fixture, with "users", belongs under source.'),
    ],
    basis: 'documented',
  },
  'target/resource-shape': {
    title: 'Resource is not an object',
    severity: 'error',
    blame: 'configuration',
    message: ({ pointer, found }) => `The resource at ${pointer} is a JSON ${found}, not an object.`,
    why: 'Each element of Resources is one user or group.',
    advice: () => [say('Remove it, or write it as an object with an id.')],
    basis: 'documented',
  },
  'target/missing-id': {
    title: 'Resource without id',
    severity: 'error',
    blame: 'configuration',
    message: ({ pointer, found }) =>
      `The resource at ${pointer === '' ? 'the top' : pointer} has ${found === 'nothing' ? 'no id' : `a JSON ${found} as id, not a text`}.`,
    why: 'Every resource of a SCIM service has an id, which its server assigned and by which it is addressed (RFC 7643 section 3.1).',
    advice: () => [say('Give it an "id": any text that no other resource of the file has.')],
    basis: 'documented',
  },
  'target/duplicate-id': {
    title: 'Two resources with one id',
    severity: 'error',
    blame: 'configuration',
    message: ({ id, collection, first }) =>
      `The id "${id}" is used twice among ${collection}; first at ${first}.`,
    why: 'An id names one resource (RFC 7643 section 3.1).',
    advice: () => [say('Give one of them another id, or remove it.')],
    basis: 'documented',
  },
  'target/quirks-shape': {
    title: 'Quirks are not a list of names',
    severity: 'error',
    blame: 'configuration',
    message: ({ found }) => `"quirks" holds a JSON ${found} where a list of names belongs.`,
    why: 'Quirks make a fixture misbehave in the ways in which servers do, each by its name.',
    advice: () => [say('Write "quirks": ["filterIgnored"], for example.')],
    basis: 'documented',
  },
  'target/unknown-quirk': {
    title: 'Unknown quirk',
    severity: 'error',
    blame: 'configuration',
    message: ({ quirk }) => `There is no quirk "${quirk}".`,
    why: 'A fixture with a misspelled quirk would behave well, and prove nothing.',
    advice: ({ nearest, known }) => [
      ...(nearest === undefined ? [] : [say(`Did you mean "${nearest}"?`)]),
      say(`docs/quirks.md describes each of the ${String(known.length)} quirks.`),
    ],
    basis: 'documented',
  },
};
