import { describe, expect, test } from '@jest/globals';
import { toText, toValue } from '../../src/expression/index.js';

describe('a JSON value as a value of the language (reference, section 1)', () => {
  test.each([
    ['text', 'x', 'x'],
    ['half a pair of surrogates', '\ud83d', '\ud83d'],
    ['a boolean', true, true],
    ['a whole number', 12, 12n],
    ['minus zero', -0, 0n],
    ['a number beyond 64 bits', 1e20, '100000000000000000000'],
    ['a fraction', 1.5, '1.5'],
    ['null', null, null],
    ['undefined', undefined, null],
    ['an empty list', [], null],
    ['a list of nulls', [null, undefined], null],
    [
      'a mixed list',
      ['a', 1, true, null, 1.5, { b: [1] }, [2]],
      ['a', '1', 'True', '1.5', '{"b":[1]}', '[2]'],
    ],
    ['an object', { street: 'x', n: 1 }, '{"street":"x","n":1}'],
    ['an object with a bigint, which is no JSON', { n: 1n }, null],
    ['a function, which is no JSON', () => 1, null],
  ])('%s', (_name, json, value) => {
    expect(toValue(json)).toEqual(value);
  });
});

describe('a value as text', () => {
  test.each([
    [true, 'True'],
    [false, 'False'],
    [-9223372036854775808n, '-9223372036854775808'],
    ['x', 'x'],
    [null, null],
    [['a'], ['a']],
  ])('%p', (value, text) => {
    expect(toText(value)).toEqual(text);
  });
});
