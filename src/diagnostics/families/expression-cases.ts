import { type Entries, say } from '../entry.js';
import { quote } from './expression-entry.js';

/** Faults of the files that `eval` reads: a table of cases, which count from 1, and the attributes of a user. */
export interface ExpressionCasesDiagnostics {
  'cases/not-a-table': { file: string };
  'cases/not-an-object': { number: number };
  'cases/unknown-key': { number: number; key: string; nearest: string | undefined; keys: readonly string[] };
  'cases/missing-key': { number: number; key: string };
  'cases/wrong-type': { number: number; key: string; wanted: 'text' | 'object' | 'outcome' };
  'cases/clock': { number: number; value: string };
  'attributes/not-a-user': { file: string };
}

const form =
  'A case is { "id", "expression", "attributes"?, "now"?, "seed"?, "expected", "source"?, "note"? }; what is expected is text, a list, null, { "error": true } or { "dropped": true }.';

const wantedInWords = {
  text: 'text',
  object: 'an object: attribute names with their values',
  outcome: 'a value, { "error": true } or { "dropped": true }',
} as const;

const fault = { severity: 'error', blame: 'configuration', why: form, basis: 'documented' } as const;

export const expressionCasesEntries: Entries<ExpressionCasesDiagnostics> = {
  'cases/not-a-table': {
    ...fault,
    title: 'No table of cases',
    message: ({ file }) => `${file} holds no array of cases.`,
    advice: () => [say('Write an array with at least one case.'), say(form)],
  },
  'cases/not-an-object': {
    ...fault,
    title: 'Not a case',
    message: ({ number }) => `Case ${number} is no object.`,
    advice: () => [say(form)],
  },
  'cases/unknown-key': {
    ...fault,
    title: 'Unknown key of a case',
    message: ({ number, key }) => `Case ${number} has the unknown key ${quote(key)}.`,
    advice: ({ nearest, keys }) => [
      say(nearest === undefined ? `A case has ${keys.join(', ')}.` : `Did you mean ${nearest}?`),
    ],
  },
  'cases/missing-key': {
    ...fault,
    title: 'Incomplete case',
    message: ({ number, key }) => `Case ${number} has no ${key}.`,
    advice: () => [say(form)],
  },
  'cases/wrong-type': {
    ...fault,
    title: 'Wrong type in a case',
    message: ({ number, key, wanted }) => `In case ${number}, ${key} is not ${wantedInWords[wanted]}.`,
    advice: ({ key, wanted }) => [say(`Make ${key} ${wantedInWords[wanted]}.`)],
  },
  'cases/clock': {
    ...fault,
    title: 'Not a moment',
    message: ({ number, value }) => `In case ${number}, now is ${quote(value)}, which is no ISO time.`,
    advice: () => [say('Write a day or a time with its zone, such as 2024-05-06T07:08:09Z.')],
  },
  'attributes/not-a-user': {
    ...fault,
    title: 'No user',
    message: ({ file }) => `${file} holds no JSON object, so no user.`,
    why: 'A user is one object: attributes by source name, or a user as Microsoft Graph gives it. Of a list, it would not be known which one is meant.',
    advice: () => [
      say('Write one object, such as { "givenName": "Alice", "surname": "Archer" }.'),
      say(
        'For one user of a directory of many, name it in the configuration as the source, and him with --upn.',
      ),
    ],
  },
};
