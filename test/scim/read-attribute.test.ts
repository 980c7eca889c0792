import { describe, expect, test } from '@jest/globals';
import { countElements, parseAttributePath, readAttribute } from '../../src/scim/index.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const resource = {
  ID: '1',
  userName: 'lena',
  Name: { givenname: 'Lena' },
  active: false,
  emails: [
    { type: 'home', value: 'h@example.org' },
    { type: 'Work', value: 'w1@example.org' },
    { type: 'work', value: 'w2@example.org' },
  ],
  roles: [{ primary: true, value: 'Editor' }],
  phoneNumbers: { type: 'mobile', value: '+43' },
  tags: [{ value: 'a' }, 'b', { value: 'c', type: 'x' }],
  nickName: null,
  [enterprise]: { Department: 'Sales', manager: { value: 'm1', displayName: 'Mia' } },
  [`${enterprise}:costCenter`]: 'CC',
};

// Source: scim-client reference 6.3.
const cases = [
  { name: 'userName', value: 'lena' },
  { name: 'id', value: '1' },
  { name: 'active', value: false },
  { name: 'name.givenName', value: 'Lena' },
  { name: 'name.familyName', value: undefined },
  { name: 'nickName', value: null },
  { name: 'title', value: undefined },
  { name: 'emails[type eq "work"].value', value: 'w1@example.org' },
  { name: 'emails[type eq "work"]', value: { type: 'Work', value: 'w1@example.org' } },
  { name: 'emails[type eq "other"].value', value: undefined },
  { name: 'emails.value', value: ['h@example.org', 'w1@example.org', 'w2@example.org'] },
  { name: 'roles[primary eq "True"].value', value: 'Editor' },
  { name: 'roles[primary eq true].value', value: 'Editor' },
  { name: 'roles[primary eq "False"].value', value: undefined },
  { name: 'roles.value', value: 'Editor' },
  { name: 'phoneNumbers[type eq "mobile"].value', value: '+43' },
  { name: 'tags', value: ['a', 'b', { value: 'c', type: 'x' }] },
  { name: `${enterprise}:department`, value: 'Sales' },
  { name: `${enterprise.toUpperCase()}:DEPARTMENT`.replace('URN:', 'urn:'), value: 'Sales' },
  { name: `${enterprise}:manager`, value: 'm1' },
  { name: `${enterprise}:manager.displayName`, value: 'Mia' },
  { name: `${enterprise}.manager`, value: 'm1' },
  { name: `${enterprise}:costCenter`, value: 'CC' },
  { name: 'urn:ietf:params:scim:schemas:core:2.0:User:userName', value: 'lena' },
];

describe('readAttribute', () => {
  test.each(cases)('reads $name', ({ name, value }) => {
    expect(readAttribute(resource, parseAttributePath(name)!)).toEqual(value);
  });

  test('finds nothing in what is no resource', () => {
    expect(readAttribute('text', parseAttributePath('userName')!)).toBeUndefined();
    expect(readAttribute(null, parseAttributePath('userName')!)).toBeUndefined();
  });

  test('takes a manager that is a text for its id', () => {
    expect(readAttribute({ manager: 'm2' }, parseAttributePath('manager')!)).toBe('m2');
  });
});

describe('countElements', () => {
  test.each([
    { name: 'emails[type eq "work"].value', count: 2 },
    { name: 'emails[type eq "other"].value', count: 0 },
    { name: 'emails', count: 3 },
    { name: 'phoneNumbers[type eq "mobile"].value', count: 1 },
    { name: 'nickName', count: 0 },
  ])('counts $count for $name', ({ name, count }) => {
    expect(countElements(resource, parseAttributePath(name)!)).toBe(count);
  });
});
