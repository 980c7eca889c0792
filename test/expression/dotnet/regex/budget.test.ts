import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRegex } from '../../../../src/expression/dotnet/regex/index.js';
import { compiled } from './cases.js';

const TWO_SECONDS = 2000;

/** The answer and the milliseconds of processor time it took: other work on the machine does not count. */
function timed<Answer>(work: () => Answer): { answer: Answer; time: number } {
  const start = process.cpuUsage();
  const answer = work();
  return { answer, time: process.cpuUsage(start).user / 1000 };
}

describe('the budget of steps', () => {
  test.each([
    '^(a+)+$',
    '^(a|aa)+$',
    '^(a|a?)+$',
    '(x+x+)+y',
    '^(?:a?){40}a{40}b',
    '(?:a{1,30}){1,30}b',
    '(.*)*b',
  ])('%s on forty units ends soon, and never says yes', (pattern) => {
    const { answer, time } = timed(() => compiled(pattern).isMatch('a'.repeat(40) + '!'));
    expect(answer).not.toBe(true);
    expect(time).toBeLessThan(TWO_SECONDS);
  });

  test('a spent budget is undecided for every question', () => {
    const regex = compiled('^(a+)+$', { stepBudget: 1000 });
    const input = 'a'.repeat(40) + '!';
    expect([regex.isMatch(input), regex.matches(input), regex.replace(input, 'x')]).toEqual([
      'undecided',
      'undecided',
      'undecided',
    ]);
  });

  test('a match found before the budget is spent counts', () => {
    expect(compiled('^(a+)+$', { stepBudget: 1000 }).isMatch('a'.repeat(40))).toBe(true);
  });

  test('the same input spends the same steps every time', () => {
    const input = 'ab'.repeat(50);
    const enough = Array.from({ length: 3 }, () => {
      let budget = 1;
      while (
        compiled('^(a|b)*c', { stepBudget: budget, engine: 'backtracking' }).isMatch(input) === 'undecided'
      )
        budget++;
      return budget;
    });
    expect(new Set(enough).size).toBe(1);
  });

  test.each(['.*x.*y', '\\s+$', '(a|b)*c', '[ab]*?c'])('%s on a million units ends soon', (pattern) => {
    const { time } = timed(() => compiled(pattern).isMatch('ab '.repeat(333_333)));
    expect(time).toBeLessThan(TWO_SECONDS);
  });
});

describe('long inputs and deep patterns cost no call stack', () => {
  test.each(['(a|b)*', '^((a)|b?)*$', '^(?:(?=(a|b))[ab])*$', '^(?:a|b)*?$', '^(?<o>a|b)+(?<-o>)$'])(
    '%s on 100,000 units',
    (pattern) => {
      expect(compiled(pattern, { engine: 'backtracking' }).isMatch('ab'.repeat(50_000))).toBe(true);
    },
  );

  test.each([
    ['groups', '(', ')'],
    ['loops', '(?:', ')*'],
    ['lookaheads', '(?=', ')'],
    ['lookbehinds', '(?<!', ')'],
    ['atomic groups', '(?>', ')'],
    ['conditions', '(?(x)y|', ')'],
    ['subtractions', '[a-', ']'],
  ])('ten thousand nested %s give a value', (_, open, close) => {
    const text = open.repeat(10_000) + 'a' + close.repeat(10_000);
    const compilation = compileRegex(text, { stepBudget: 10_000 });
    expect(['regex', 'invalid']).toContain(compilation.kind);
    if (compilation.kind === 'regex') compilation.regex.isMatch('aab');
  });

  test.each([
    ['units', 'a'],
    ['branches', 'a|'],
    ['groups', '(a)'],
  ])('a hundred and fifty thousand %s in a row are compiled', (_, part) => {
    expect(compileRegex(part.repeat(150_000)).kind).toBe('regex');
  });

  test('ten thousand nested groups still match', () => {
    expect(compiled('('.repeat(10_000) + 'a' + ')'.repeat(10_000)).isMatch('a')).toBe(true);
  });
});

const PIECES = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '*',
  '+',
  '?',
  '|',
  '^',
  '$',
  '\\',
  '.',
  '-',
  ',',
  '<',
  '>',
  "'",
  '=',
  '!',
];
const MORE_PIECES = [
  ':',
  '#',
  'a',
  'b',
  '1',
  '0',
  'k',
  'p{L}',
  'n',
  'i',
  'x',
  '(?',
  '(?<',
  '(?(',
  '\\k<',
  '{1,2}',
  ' ',
];

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc.string({ maxLength: 60, unit: fc.constantFrom(...PIECES, ...MORE_PIECES) }),
  );

  test('is compiled or refused, and then gives answers', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.string({ maxLength: 20, unit: fc.constantFrom('a', 'b', '1', ' ', '\n') }),
        (pattern, input) => {
          const { answer, time } = timed(() => {
            const compilation = compileRegex(pattern, { stepBudget: 100_000 });
            if (compilation.kind === 'regex') return compilation.regex.matches(input);
            return compilation.offset >= 0 && compilation.offset <= pattern.length;
          });
          expect(answer).not.toBe(false);
          expect(time).toBeLessThan(TWO_SECONDS);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
