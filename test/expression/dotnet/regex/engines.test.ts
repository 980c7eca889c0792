import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compiled, matchesOf } from './cases.js';

/** Patterns that are often fit for `RegExp`: no references, conditions or atomic groups. */
const { pattern } = fc.letrec<{ pattern: string; branch: string; part: string; atom: string }>((tie) => ({
  pattern: fc.array(tie('branch'), { minLength: 1, maxLength: 2 }).map((branches) => branches.join('|')),
  branch: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc
    .tuple(
      tie('atom'),
      fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,2}?'),
    )
    .map(([atom, quantifier]) => atom + quantifier),
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      'a',
      'b',
      '-',
      '.',
      '\\w',
      '\\d',
      '\\s',
      '\\W',
      '[ab]',
      '[^a]',
      '[a-c-[b]]',
      '\\b',
      '\\B',
      '^',
      '$',
      '\\z',
      '\\Z',
    ),
    tie('pattern').map((inner) => `(${inner})`),
    tie('pattern').map((inner) => `(?:${inner})`),
    tie('pattern').map((inner) => `(?<n>${inner})`),
    tie('pattern').map((inner) => `(?=${inner})`),
    tie('pattern').map((inner) => `(?!${inner})`),
    tie('pattern').map((inner) => `(?<=${inner})`),
    tie('pattern').map((inner) => `(?i:${inner})`),
    tie('pattern').map((inner) => `(?m:${inner})`),
  ),
}));

const input = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'A', 'c', '1', '-', '\n', 'é') });

describe('the two engines', () => {
  test('give the same matches, groups and replacements', () => {
    fc.assert(
      fc.property(pattern, input, (text, subject) => {
        const native = compiled(text);
        fc.pre(native.engine === 'RegExp');
        const own = compiled(text, { engine: 'backtracking' });
        expect(matchesOf(native, subject)).toEqual(matchesOf(own, subject));
        expect(native.isMatch(subject)).toBe(own.isMatch(subject));
        for (const replacement of ['<$1|${n}>', '', '$', '$$1-$&$10', '$2$+0', "$`|$'", '[$_]$01', '$<n>'])
          expect(native.replace(subject, replacement)).toBe(own.replace(subject, replacement));
      }),
      { numRuns: 600 },
    );
  });

  test('agree on inputs around the length at which the work changes hands', () => {
    const regex = compiled('^(.*)-(.*)$');
    expect(regex.engine).toBe('RegExp');
    for (const length of [100, 3000, 30_000]) {
      expect(matchesOf(regex, `${'a'.repeat(length)}-b`)).toMatchObject([
        { 1: [0, 'a'.repeat(length)], 2: [length + 1, 'b'] },
      ]);
    }
  });
});
