import { expect, test } from '@jest/globals';
import { diagnose, type Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { withoutEchoes } from '../../src/diagnostics/echoes.js';

const row = (number: number, rest = ''): string =>
  `/objectMappings/0/attributeMappings/${String(number)}${rest}`;
const unknown = (name: string, pointer: string): Diagnostic =>
  diagnose('expression/unknown-attribute', { name, nearest: null, start: 0, end: 1, excerpt: `[${name}]` }, [
    { pointer },
  ]);
const neverFlows = (pointer?: string): Diagnostic =>
  diagnose('lint/never-flows', { target: 'title', because: 'x' }, [pointer === undefined ? {} : { pointer }]);
const unreadable = diagnose('import/attribute-not-readable', { name: 'color', neededBy: [] });

// A thing is told once, by whoever says most of it; another mapping, and a finding without a place, say nothing of it.
test.each<[string, Diagnostic, boolean]>([
  ['the same attribute, which cannot be read', unreadable, true],
  ['the mapping of it, which never flows', neverFlows(row(1)), true],
  ['another mapping whose number begins alike', neverFlows(row(15)), false],
  ['a mapping whose place is not known', neverFlows(), false],
  ['another attribute', diagnose('import/attribute-not-readable', { name: 'colour', neededBy: [] }), false],
])('an undefined attribute, beside %s', (_name, told, isEcho) => {
  const one = unknown('color', row(1, '/source/expression'));
  expect(withoutEchoes([one], [told])).toEqual(isEcho ? [] : [one]);
});

test('the mapping 1 that never flows does not silence the mapping 15', () => {
  const other = unknown('color', row(15, '/source/expression'));
  expect(withoutEchoes([other], [neverFlows(row(1))])).toEqual([other]);
});
