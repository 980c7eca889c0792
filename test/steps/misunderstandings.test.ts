import { describe, expect, test } from '@jest/globals';
import { findContradictions, findExclusions } from '../../src/steps/determine-scope/misunderstandings.js';

type Written = readonly [attribute: string, operator: string, ...values: string[]];

const filter = (title: string, ...clauses: readonly Written[]) => ({
  title,
  pointer: '',
  clauses: clauses.map(([attribute, operator, ...values], index) => ({
    attribute,
    operator,
    values,
    definition: undefined,
    pointer: `/${String(index)}`,
  })),
});

// "Scoping users or groups to be provisioned with scoping filters": clauses are ANDed, filters ORed; no value fails every
// clause but IS NULL.
describe('clauses of one filter that cannot both hold', () => {
  test.each<[string, readonly Written[], boolean]>([
    [
      'two values',
      [
        ['a', 'EQUALS', 'x'],
        ['a', 'EQUALS', 'y'],
      ],
      true,
    ],
    [
      'the same value twice',
      [
        ['a', 'EQUALS', 'x'],
        ['a', 'EQUALS', 'x'],
      ],
      false,
    ],
    [
      'values of two attributes',
      [
        ['a', 'EQUALS', 'x'],
        ['b', 'EQUALS', 'y'],
      ],
      false,
    ],
    [
      'a value, and not that value',
      [
        ['a', 'EQUALS', 'x'],
        ['a', 'NOT EQUALS', 'x'],
      ],
      true,
    ],
    [
      'a value, and not another one',
      [
        ['a', 'EQUALS', 'x'],
        ['a', 'NOT EQUALS', 'y'],
      ],
      false,
    ],
    [
      'two exclusions',
      [
        ['a', 'NOT EQUALS', 'x'],
        ['a', 'NOT EQUALS', 'y'],
      ],
      false,
    ],
    [
      'none, and not a value',
      [
        ['a', 'IS NULL'],
        ['a', 'NOT EQUALS', 'x'],
      ],
      true,
    ],
    [
      'true and false',
      [
        ['a', 'IS TRUE'],
        ['a', 'IS FALSE'],
      ],
      true,
    ],
    [
      'far apart',
      [
        ['a', 'EQUALS', 'x'],
        ['b', 'IS TRUE'],
        ['a', 'EQUALS', 'y'],
      ],
      true,
    ],
  ])('%s', (_name, clauses, contradict) => {
    expect(findContradictions([filter('F', ...clauses)]).length > 0).toBe(contradict);
  });
});

describe('filters that together exclude nobody who has a value', () => {
  const locate = (pointer: string) => ({ pointer });
  test.each([
    [
      'each excludes another value',
      [filter('F', ['a', 'NOT EQUALS', 'x']), filter('G', ['a', 'NOT EQUALS', 'y'])],
      true,
    ],
    [
      'both exclude the same value',
      [filter('F', ['a', 'NOT EQUALS', 'x']), filter('G', ['a', 'NOT EQUALS', 'x'])],
      false,
    ],
    [
      'of two attributes',
      [filter('F', ['a', 'NOT EQUALS', 'x']), filter('G', ['b', 'NOT EQUALS', 'y'])],
      false,
    ],
    ['in one filter', [filter('F', ['a', 'NOT EQUALS', 'x'], ['a', 'NOT EQUALS', 'y'])], false],
    [
      'with more beside it',
      [filter('F', ['a', 'NOT EQUALS', 'x'], ['b', 'IS TRUE']), filter('G', ['a', 'NOT EQUALS', 'y'])],
      false,
    ],
  ])('%s', (_name, filters, exclude) => {
    expect(findExclusions(filters, locate).length > 0).toBe(exclude);
  });
});
