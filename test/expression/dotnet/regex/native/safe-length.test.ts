import { describe, expect, test } from '@jest/globals';
import { compiled } from '../cases.js';

describe('patterns that RegExp runs', () => {
  test.each([
    '^User_',
    '\\d+',
    '^[\\w.-]+@[\\w.-]+$',
    '\\bfoo\\b',
    '(?i)admin',
    '(.*?)(?<id>.{0,8})$',
    '^.*?,(?=(?:CN|OU|DC)=)',
    '\\+(?<isdCode>\\d* )(?<phoneNumber>\\d{10})',
    '^(?:\\w+,)*$',
    '(\\.)*$',
  ])('%s', (pattern) => {
    expect(compiled(pattern).engine).toBe('RegExp');
  });
});

describe('patterns that RegExp does not run', () => {
  test.each([
    ['^(a+)+$', 'a loop in a loop'],
    ['(a|aa)+$', 'branches that begin alike in a loop'],
    ['a*a*b', 'neighbouring loops that share units'],
    ['\\w+\\s*\\w+!', 'loops that meet when what is between them is empty'],
    ['^.*.*.*x', 'more than the square'],
    ['(?:a?){30}a', 'rounds that can be empty'],
    ['(?:a{1,30}){1,30}b', 'counted loops in counted loops'],
    ['(a)\\1', 'a reference: JavaScript takes a group without part for empty'],
    ['(?:(a)|b)+', 'captures of earlier rounds: JavaScript forgets them'],
    ['(a*)?', 'an empty round: JavaScript takes it back'],
    ['(?>a)', 'an atomic group'],
    ['(?<o>a)(?<-o>b)', 'a balancing group'],
    ['(?(a)b|c)', 'a condition'],
    ['\\Ga', 'the start of the search'],
    ['(?<n>a)|(?<n>b)', 'one name at two groups'],
    ['(?<=a+)b', 'a loop from right to left'],
    ['a{2000}', 'a count that V8 may refuse'],
  ])('%s: %s', (pattern) => {
    expect(compiled(pattern).engine).toBe('backtracking');
  });
});
