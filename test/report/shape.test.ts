import { describe, expect, test } from '@jest/globals';
import { checkShape, type Misfit } from '../../src/report/check-shape.js';
import {
  either,
  type Node,
  flag,
  list,
  map,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Shape,
} from '../../src/report/shape.js';
import { named, text, tuple } from '../../src/report/shape.js';

interface Tree {
  readonly name: string;
  readonly parts: readonly Tree[];
}
const tree: Shape<Tree> = named('tree', () => object<Tree>({ name: text, parts: list(tree) }));
const place = object<{ line?: number; file: string }>({ line: optional(number), file: text });

const cases: readonly (readonly [string, { readonly node: Node }, unknown, readonly Partial<Misfit>[]])[] = [
  ['text is text', text, 'a', []],
  ['a number is not text', text, 1, [{ pointer: '', expected: 'text', actual: '1' }]],
  ['null fits where it is allowed', nullable(text), null, []],
  ['null does not fit elsewhere', list(text), [null], [{ pointer: '/0' }]],
  ['a word of the list', oneOf('a', 'b'), 'b', []],
  ['another word', oneOf('a', 'b'), 'c', [{ expected: '"a" or "b"', actual: '"c"' }]],
  ['a choice', either(flag, oneOf('undecided')), 'undecided', []],
  ['no choice', either(flag, oneOf('undecided')), 'no', [{ pointer: '' }]],
  ['an optional key left out', place, { file: 'a' }, []],
  ['an optional key of the wrong kind', place, { file: 'a', line: '1' }, [{ pointer: '/line' }]],
  ['a required key left out', place, {}, [{ expected: 'the key file' }]],
  ['a further key', place, { file: 'a', later: [] }, []],
  ['a list for an object', place, [], [{ actual: 'a list of 0' }]],
  ['a map has any keys', map(number), { 'a/b': 'x' }, [{ pointer: '/a~1b' }]],
  ['a tuple of another length', tuple<[string]>(text), [], [{ expected: 'a list of 1' }]],
  [
    'a shape within itself',
    tree,
    { name: 'a', parts: [{ name: 1, parts: [] }] },
    [{ pointer: '/parts/0/name' }],
  ],
];

describe('a shape', () => {
  test.each(cases)('%s', (_name, shape, value, misfits) => {
    const found = checkShape(value, shape.node);
    expect(found).toHaveLength(misfits.length);
    misfits.forEach((misfit, at) => {
      expect(found[at]).toMatchObject(misfit);
    });
  });

  test('a key inherited from Object is no key', () => {
    expect(checkShape({}, object<{ toString: string }>({ toString: text }).node)).toHaveLength(1);
  });

  test('leaving a key out does not compile', () => {
    // @ts-expect-error `parts` is missing
    const partial = object<Tree>({ name: text });
    expect(partial.node.kind).toBe('object');
  });

  test('leaving a word out does not compile', () => {
    // @ts-expect-error 'b' is missing
    const words: Shape<'a' | 'b'> = oneOf('a');
    expect(words.node.kind).toBe('words');
  });
});
