import { describe, expect, test } from '@jest/globals';
import { parseExactly } from '../../../src/cli/eval/exact-json.js';
import { readGivenValues, readSets } from '../../../src/cli/eval/given-values.js';
import { UsageError } from '../../../src/cli/usage-error.js';

describe('--set', () => {
  test.each([
    ['text', 'a=x', { a: 'x' }],
    ['the empty text, which is a value', 'a=', { a: '' }],
    ['a value with the sign in it', 'a=b=c', { a: 'b=c' }],
    ['a list, as JSON', 'a=["x","y"]', { a: ['x', 'y'] }],
    ['text that only begins like a list', 'a=[x', { a: '[x' }],
    ['a number, which stays text', 'a=007', { a: '007' }],
    ['a name of the object prototype', '__proto__=x', JSON.parse('{"__proto__":"x"}')],
  ])('reads %s', (_name, set, expected) => {
    expect(readSets([set])).toEqual(expected);
  });

  test('of two for one name the later wins', () => {
    expect(readSets(['a=1', 'a=2'])).toEqual({ a: '2' });
  });

  test.each(['a', '=x', '[a]=x'])('refuses %s, which names no attribute', (set) => {
    expect(() => readSets([set])).toThrow(UsageError);
  });
});

describe('the values of a user that somebody wrote down', () => {
  // Where Graph keeps an attribute: reference on the synchronizationSchema, 6.1.
  test.each([
    ['a source name that is there as it stands', { mobile: '1', mobilePhone: '2' }, 'mobile', '1'],
    ['a source name that Graph has under another one', { mobilePhone: '2' }, 'mobile', '2'],
    ['the id of a reference', { manager: { id: 'm' } }, 'manager', 'm'],
    ['a list of the Graph user', { businessPhones: ['1', '2'] }, 'telephoneNumber', '1'],
    ['a part of an object', { employeeOrgData: { costCenter: 'c' } }, 'employeeOrgData.costCenter', 'c'],
    ['nothing', {}, 'mail', null],
    ['null', { mail: null }, 'mail', null],
    ['a boolean', { accountEnabled: true }, 'accountEnabled', true],
  ])('are %s', (_name, user, name, expected) => {
    expect(readGivenValues(user, [name])).toEqual({ attributes: { [name]: expected }, diagnostics: [] });
  });

  test('a name in other letters counts as empty and is told', () => {
    const { attributes, diagnostics } = readGivenValues({ givenname: 'Alice' }, ['givenName']);
    expect(attributes).toEqual({ givenName: null });
    expect(diagnostics.map(({ code }) => code)).toEqual(['import/attribute-letter-case']);
  });
});

/** Source: expression language reference, section 1, "Numbers are 64-bit integers: nothing may be lost above 2^53". */
describe('JSON that somebody wrote', () => {
  test.each([
    ['a number beyond 2^53', '{"n": 9007199254740993}', { n: '9007199254740993' }],
    ['one below zero', '[-9223372036854775808]', ['-9223372036854775808']],
    ['one that fits', '[9007199254740991, 1234567890123456]', [9007199254740991, 1234567890123456]],
    ['digits in a text', '{"a\\"": "x\\" 9007199254740993, \\\\"}', { 'a"': 'x" 9007199254740993, \\' }],
  ])('keeps %s', (_name, text, expected) => {
    expect(parseExactly(text)).toEqual(expected);
  });

  test.each(['[1.12345678901234567, 12345678901234567.5]', '[1e-12345678901234567, 12345678901234567e2]'])(
    'leaves %s, which holds no whole numbers, as it is',
    (text) => {
      expect(parseExactly(text)).toEqual(JSON.parse(text));
    },
  );

  test('does so in a list of --set too', () => {
    expect(readSets(['n=[9007199254740993]'])).toEqual({ n: ['9007199254740993'] });
  });
});
