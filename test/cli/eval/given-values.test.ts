import { describe, expect, test } from '@jest/globals';
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

  test.each(['a', '=x'])('refuses %s, which names nothing', (set) => {
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
