import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCreate, omissionOnCreate, parseAttributePath, readAttribute } from '../../src/scim/index.js';
import { wire } from './wire-values.js';

const core = 'urn:ietf:params:scim:schemas:core:2.0:User';
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const acme = 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User';
const ends = { meta: { resourceType: 'User' } };
const user = { schemas: [core, enterprise], ...ends, roles: [] };
const roleType = 'WindowsAzureActiveDirectoryRole';

const cases = [
  {
    name: 'a user with values of every kind',
    source: 'scim-client reference, section 5, own example',
    values: [
      wire('externalId', 'lkovac'),
      wire('userName', 'lena.kovac@example.org'),
      wire('active', true),
      wire('displayName', 'Lena Kovač'),
      wire('title', 'Controller'),
      wire('name.formatted', 'Lena Kovač'),
      wire('name.givenName', 'Lena'),
      wire('name.familyName', 'Kovač'),
      wire('emails[type eq "work"].value', 'lena.kovac@example.org'),
      wire('addresses[type eq "work"].locality', 'Graz'),
      wire('addresses[type eq "work"].country', 'AT'),
      wire('phoneNumbers[type eq "mobile"].value', '+43 660 0000000'),
      wire(`${enterprise}:employeeNumber`, '7001'),
    ],
    body: {
      schemas: [core, enterprise],
      externalId: 'lkovac',
      userName: 'lena.kovac@example.org',
      active: true,
      displayName: 'Lena Kovač',
      title: 'Controller',
      name: { formatted: 'Lena Kovač', givenName: 'Lena', familyName: 'Kovač' },
      emails: [{ type: 'work', primary: true, value: 'lena.kovac@example.org' }],
      addresses: [{ type: 'work', locality: 'Graz', country: 'AT' }],
      phoneNumbers: [{ type: 'mobile', value: '+43 660 0000000' }],
      [enterprise]: { employeeNumber: '7001' },
      meta: { resourceType: 'User' },
      roles: [],
    },
  },
  {
    name: 'primary goes to the work e-mail alone',
    source: 'section 5, row of primary, and 6.2',
    values: [wire('emails[type eq "other"].value', 'o'), wire('emails[type eq "work"].value', 'w')],
    body: {
      ...user,
      emails: [
        { type: 'other', value: 'o' },
        { type: 'work', primary: true, value: 'w' },
      ],
    },
  },
  {
    name: 'one element for one filter, whatever its letter case and blanks',
    source: 'section 6.2, merge rules',
    values: [
      wire('addresses[type eq "work"].formatted', 'a'),
      wire('Addresses[Type  eq "Work"].postalCode', 'b'),
    ],
    body: { ...user, addresses: [{ type: 'work', formatted: 'a', postalCode: 'b' }] },
  },
  {
    name: 'a quoted True in a filter becomes a boolean',
    source: 'section 6.2, roles[primary eq "True"].value',
    values: [wire('roles[primary eq "True"].value', 'Editor')],
    body: { schemas: [core, enterprise], ...ends, roles: [{ primary: true, value: 'Editor' }] },
  },
  {
    name: 'roles of AppRoleAssignmentsComplex are objects',
    source: 'section 6.2, and the value of the function in the expression reference',
    values: [wire('roles', ['{"id":"1","value":"Ed","displayName":"Editor"}', 'Admin'], 'complexRoles')],
    body: {
      schemas: [core, enterprise],
      ...ends,
      roles: [
        { primary: false, type: roleType, displayName: 'Editor', value: 'Ed' },
        { primary: false, type: roleType, displayName: 'Admin', value: 'Admin' },
      ],
    },
  },
  {
    name: 'roles of AssertiveAppRoleAssignmentsComplex are objects',
    source: 'section 7.4',
    values: [
      wire(
        'roles',
        [`{"primary":false,"type":"${roleType}","display":"Editor","value":"Ed"}`],
        'assertiveRoles',
      ),
    ],
    body: {
      schemas: [core, enterprise],
      ...ends,
      roles: [{ primary: false, type: roleType, display: 'Editor', value: 'Ed' }],
    },
  },
  {
    name: 'an own extension is sent and not listed; a plain list is a list',
    source: 'section 5, custom extension URNs; 6.2, last rows',
    values: [wire(`${acme}:badge`, 'x'), wire(`${acme}:seat.row`, 3), wire('tags', ['a', 'b'])],
    body: { ...user, [acme]: { badge: 'x', seat: { row: 3 } }, tags: ['a', 'b'] },
  },
  {
    name: 'several values for one filtered path are one element each',
    source: 'decided here',
    values: [wire('emails[type eq "other"].value', ['a', 'b'])],
    body: {
      ...user,
      emails: [
        { type: 'other', value: 'a' },
        { type: 'other', value: 'b' },
      ],
    },
  },
  {
    name: 'a core list without filter stays a list of objects',
    source: 'RFC 7643 section 4.1.2',
    values: [wire('emails.value', 'a'), wire('emails.type', 'work')],
    body: { ...user, emails: [{ value: 'a', type: 'work' }] },
  },
  {
    name: 'id, references and extensions with another URN are left out',
    source: 'section 5',
    values: [
      wire('id', '1'),
      wire(`${enterprise}:manager`, 'm'),
      wire(`${enterprise}.manager`, 'm'),
      wire('urn:acme:badge', 'b'),
      wire('userName', 'u'),
    ],
    body: { ...user, userName: 'u' },
  },
];

describe('buildCreate', () => {
  test.each(cases)('$name ($source)', ({ values, body }) => {
    expect(buildCreate(values, 'User')).toEqual(body);
  });

  test('a group has the core schema alone and no members (section 10)', () => {
    expect(buildCreate([wire('externalId', 'o'), wire('displayName', 'Harbour Crew')], 'Group')).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      externalId: 'o',
      displayName: 'Harbour Crew',
      members: [],
      meta: { resourceType: 'Group' },
    });
  });

  test('what was put in can be read back by its name', () => {
    const names = [
      'userName',
      'name.givenName',
      'emails[type eq "work"].value',
      'emails[type eq "home" and primary eq "False"].value',
      'roles[primary eq "True"].value',
      'addresses[type eq "work"].country',
      'addresses[type eq "work"].region',
      `${enterprise}:department`,
      `${acme}:seat.row`,
      'photos.value',
      'nickName',
    ];
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer());
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names),
        fc.array(value, { minLength: 11, maxLength: 11 }),
        (chosen, values) => {
          const rows = chosen.map((name, index) => wire(name, values[index]));
          const body = buildCreate(rows, 'User');
          for (const row of rows) expect(readAttribute(body, row.path)).toEqual(row.value.json);
        },
      ),
    );
  });
});

// Source: section 5 of the scim-client reference.
test.each([
  { name: 'userName', omission: null },
  { name: 'ID', omission: 'anchor' },
  { name: 'members', omission: 'reference' },
  { name: `${enterprise}:manager`, omission: 'reference' },
  { name: `${enterprise}:department`, omission: null },
  { name: `${core}:userName`, omission: null },
  { name: `${acme}:manager`, omission: null },
  { name: 'urn:acme:2.0:User:badge', omission: 'nonStandardUrn' },
])('$name on create: omitted as $omission', ({ name, omission }) => {
  expect(omissionOnCreate(parseAttributePath(name)!)).toBe(omission);
});
