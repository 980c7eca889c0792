import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { functions } from '../../src/expression/index.js';
import type { CaseKind, ExpressionCase } from './evaluate-case.js';

const folder = new URL('../cases/expressions/', import.meta.url);
const cases = readdirSync(folder).flatMap(
  (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as readonly ExpressionCase[],
);

const kinds: readonly CaseKind[] = ['null', 'empty', 'multiValued', 'letterCase', 'error'];

/** What cannot be asked of a function, and why. */
const meaningless: readonly (readonly [name: string, kinds: readonly CaseKind[], why: string])[] = [
  ['Now', ['null', 'empty', 'multiValued', 'letterCase'], 'no argument, and a result of digits'],
  ['Guid', ['null', 'empty', 'multiValued'], 'no argument'],
  ['DefaultDomain', ['null', 'empty', 'multiValued', 'letterCase'], 'no argument, and never a result'],
  ['DateFromNum', ['letterCase'], 'a number in, a date of digits out'],
  ['Error', ['letterCase'], 'never a result, and cases do not compare messages'],
  ...['IsNothing', 'IsNull', 'IsNullOrEmpty', 'IsPresent', 'IsString'].map(
    (name) => [name, ['letterCase'], 'asks whether there is a value, not which'] as const,
  ),
];

const isMeaningless = (name: string, kind: CaseKind): boolean =>
  meaningless.some(([exempt, which]) => exempt === name && which.includes(kind));

const casesOf = (name: string, kind: CaseKind): readonly ExpressionCase[] =>
  cases.filter((one) => one.function === name && one.kinds?.includes(kind));

/** Source: issue "The whole expression language", "every function times null, empty, multi-valued, letter case and error". */
describe.each(functions.map(({ name }) => name))('%s', (name) => {
  test.each(kinds.filter((kind) => !isMeaningless(name, kind)))('has a case of the kind %s', (kind) => {
    expect(casesOf(name, kind)).not.toEqual([]);
  });

  test('is called in each of its cases, and an error is expected in those of errors', () => {
    const own = cases.filter((one) => one.function === name);
    for (const { expression } of own) expect(expression).toMatch(new RegExp(`\\b${name}\\(`));
    for (const { expected } of casesOf(name, 'error')) expect(expected).toEqual({ error: true });
  });
});

test('what is meaningless has no case after all, and every case names a function and a source', () => {
  const contradicted = meaningless.filter(([name, which]) =>
    which.some((kind) => casesOf(name, kind).length > 0),
  );
  expect(contradicted).toEqual([]);
  const names = functions.map(({ name }) => name);
  for (const one of cases) {
    expect(one.source).not.toBe('');
    if (one.function !== undefined) expect(names).toContain(one.function);
  }
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

/** Source: language reference, section 7, ".NET facts that differ from JavaScript", one name a bullet, and 1 and 8 beside it. */
const differences = [
  'named groups and back references',
  'numbering of groups',
  'substitutions',
  'inline options',
  'anchors',
  'one name at several groups',
  'no option from right to left',
  'atomic groups, lookbehind, conditionals, balancing groups',
  'classes',
  'invalid patterns',
  'UTF-16 units and empty matches',
  'reading dates',
  'writing dates',
  'letter case',
  'title case',
  '64-bit numbers',
  'white space',
];

test.each(differences)('the difference to JavaScript in %s has a case', (difference) => {
  expect(cases.filter((one) => one.difference === difference)).not.toEqual([]);
});
