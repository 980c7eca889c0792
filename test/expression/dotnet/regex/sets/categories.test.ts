import { describe, expect, test } from '@jest/globals';
import {
  digits,
  namedUnits,
  spaces,
  word,
} from '../../../../../src/expression/dotnet/regex/sets/categories.js';
import {
  contains,
  overlap,
  sizeOf,
  unite,
} from '../../../../../src/expression/dotnet/regex/sets/char-set.js';

const CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn'.split(' ');

function unitsOf(name: string): readonly number[] {
  return namedUnits(name) ?? [];
}

describe('Unicode categories', () => {
  test('every unit is in exactly one category', () => {
    expect(sizeOf(unite(CATEGORIES.map(unitsOf)))).toBe(0x10000);
    expect(CATEGORIES.reduce((sum, name) => sum + sizeOf(unitsOf(name)), 0)).toBe(0x10000);
  });

  test('a capital alone is all its categories', () => {
    expect(unitsOf('Z')).toEqual(unite(['Zs', 'Zl', 'Zp'].map(unitsOf)));
  });

  // Unicode never takes a character out of these; Node may know fewer of them than the data
  test.each(['Lu', 'Nd', 'Zs', 'Pc', 'Sc'])('what Node knows of %s is in the data', (name) => {
    const known = new RegExp(`^\\p{${name}}$`, 'u');
    const missing = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => known.test(String.fromCharCode(unit)) && !contains(unitsOf(name), unit),
    );
    expect(missing).toEqual([]);
  });

  test('names are case-sensitive, and a block is no category', () => {
    expect(['lu', 'LU', 'Greek', 'isGreek', '', 'X'].map(namedUnits)).toEqual(Array(6).fill(undefined));
  });
});

describe('shorthand classes', () => {
  test('\\d, \\s and \\w share only digits', () => {
    expect([overlap(digits(), spaces()), overlap(spaces(), word()), overlap(digits(), word())]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('white space is what Char.IsWhiteSpace takes (Microsoft Learn, Char.IsWhiteSpace)', () => {
    expect(sizeOf(spaces())).toBe(25);
  });
});
