import { describe, expect, test } from '@jest/globals';
import { compileRegex } from '../../../../src/expression/dotnet/regex/index.js';
import { compiled, ENGINES, matchesOf, readCases, type RegexCase } from './cases.js';

const FAMILIES = ['groups', 'classes', 'anchors', 'loops', 'lookaround', 'replacement', 'casing'];

describe.each(FAMILIES)('.NET regular expressions: %s', (family) => {
  describe.each(readCases<RegexCase>(family))('$name ($source)', (regexCase) => {
    test.each(ENGINES)('on the engine "%s"', (engine) => {
      const regex = compiled(regexCase.pattern, { engine });
      expect(regex.groupNames).toEqual(regexCase.groupNames);
      expect(matchesOf(regex, regexCase.input)).toEqual(regexCase.matches);
      expect(regex.isMatch(regexCase.input)).toBe(regexCase.matches.length > 0);
      expect(regex.replace(regexCase.input, regexCase.replacement)).toBe(regexCase.result);
    });
  });
});

describe('patterns that .NET refuses', () => {
  test.each(readCases<{ name: string; pattern: string }>('invalid'))('$name: $pattern', ({ pattern }) => {
    const { kind } = compileRegex(pattern);
    expect(kind).toBe('invalid');
  });

  test.each([
    ['ab[z-a]', 5, 'the end of a reversed range'],
    ['ab(c', 2, 'the group that is not closed'],
    ['abc)', 3, 'the ")" too many'],
    ['a\\yb', 1, 'the backslash'],
    ['a+*', 2, 'the second quantifier'],
    ['(?<a-b>x)', 5, 'the name that no group has'],
    ['x[a', 1, 'the class that is not closed'],
  ])('the offset in %s is %i: %s', (pattern, offset) => {
    expect(compileRegex(pattern)).toEqual({ kind: 'invalid', message: expect.any(String), offset });
  });
});

describe('the face of a match', () => {
  test('a match tells its place in UTF-16 units', () => {
    const found = compiled('b').matches('😀b');
    expect(found).toMatchObject([{ index: 2, text: 'b' }]);
  });

  test('a name that no group has gives nothing', () => {
    const found = compiled('(?<n>a)').matches('a');
    expect(found === 'undecided' ? found : found[0]?.group('m')).toBeUndefined();
  });

  test('the number of a named group is no name of it', () => {
    const found = compiled('(?<n>a)').matches('a');
    expect(found === 'undecided' ? found : found[0]?.group('1')).toBeUndefined();
  });
});
