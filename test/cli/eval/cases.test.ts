import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readCases } from '../../../src/cli/eval/read-cases.js';
import { runCases } from '../../../src/cli/eval/run-cases.js';
import { readJson } from '../../../src/document/index.js';

const defaults = { now: Date.parse('2024-05-06T07:08:09Z'), seed: 'cases' };

function run(table: unknown): ReturnType<typeof runCases> {
  const document = readJson(JSON.stringify(table), 'cases.json', 'the cases').value!;
  return runCases(readCases(document, 'cases.json').value!, defaults);
}

const one = (rest: object): object => ({ id: 'x', source: 'this test', attributes: {}, ...rest });

describe('a table of cases', () => {
  test.each([
    ['text', '"a"', 'a', true],
    ['other text', '"a"', 'b', false],
    ['a number as its text', 'BitAnd(3, 1)', 1, true],
    ['a boolean as its text', 'IsNull([a])', true, true],
    ['null', '[a]', null, true],
    ['null where the empty text comes', '""', null, false],
    ['a list', 'Split("a;b", ";")', ['a', 'b'], true],
    ['a list in another order', 'Split("a;b", ";")', ['b', 'a'], false],
    ['a list where a text comes', '"a"', ['a'], false],
    ['dropped', 'IgnoreFlowIfNullOrEmpty([a])', { dropped: true }, true],
    ['null where it is dropped', 'IgnoreFlowIfNullOrEmpty([a])', null, false],
    ['an error of the evaluation', 'Item("a", 2)', { error: true }, true],
    ['an error of the text', 'Join(', { error: true }, true],
    ['an error where a value comes', '"a"', { error: true }, false],
    ['the first of several candidates', 'SelectUniqueValue("a", "b")', 'a', true],
  ])('takes %s', (_name, expression, expected, passed) => {
    expect(run([one({ expression, expected })])).toMatchObject({
      total: 1,
      failed: passed ? 0 : 1,
      cases: [{ passed }],
    });
  });

  test('a case brings its own clock', () => {
    const cases = [
      one({ expression: 'Now()', now: '2023-01-10T18:30:00Z', expected: '1/10/2023 6:30:00 PM' }),
      one({ expression: 'Now()', expected: '5/6/2024 7:08:09 AM' }),
    ];
    expect(run(cases).failed).toBe(0);
  });

  test.each([
    ['no array', {}, 'cases/not-a-table', ''],
    ['nothing', [], 'cases/not-a-table', ''],
    ['a text', ['x'], 'cases/not-an-object', '/0'],
    ['a case without what is expected', [{ id: 'x', expression: '"a"' }], 'cases/missing-key', '/0'],
    ['a case without an expression', [{ id: 'x', expected: 'a' }], 'cases/missing-key', '/0'],
    ['a number for a text', [one({ expression: 1, expected: 'a' })], 'cases/wrong-type', '/0/expression'],
    [
      'a key that it does not know',
      [one({ expression: '"a"', expected: 'a', expect: 'a' })],
      'cases/unknown-key',
      '/0/expect',
    ],
    [
      'an expectation of another kind',
      [one({ expression: '"a"', expected: { ok: true } })],
      'cases/wrong-type',
      '/0/expected',
    ],
    [
      'a clock that is none',
      [one({ expression: '"a"', expected: 'a', now: '2023-02-30' })],
      'cases/clock',
      '/0/now',
    ],
  ])('is refused when it is or holds %s', (_name, table, code, pointer) => {
    const document = readJson(JSON.stringify(table), 'cases.json', 'the cases').value!;
    const { value, diagnostics } = readCases(document, 'cases.json');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, at: [{ file: 'cases.json', pointer }] }]);
  });

  const shared = new URL('../../../../shared/data/expressions/sample-cases.json', import.meta.url);
  const testShared = existsSync(shared) ? test : test.skip;
  testShared('the sample cases pass (skipped without the shared data)', () => {
    const table = JSON.parse(readFileSync(shared, 'utf8')) as unknown;
    expect(run(table).cases.filter(({ passed }) => !passed)).toEqual([]);
  });
});
