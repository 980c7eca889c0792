import { describe, expect, test } from '@jest/globals';
import { buildPatch, type PatchChange, type ValueForm } from '../../src/scim/index.js';
import { wire } from './wire-values.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const roleType = 'WindowsAzureActiveDirectoryRole';

const change = (
  operation: PatchChange['operation'],
  name: string,
  json: unknown,
  more: { form?: ValueForm; multivalued?: boolean } = {},
): PatchChange => ({ ...wire(name, json, more.form), operation, multivalued: more.multivalued ?? false });

const complexRole = '{"id":"1","value":"Editor","displayName":"Editor"}';
const assertiveRole = `{"primary":false,"type":"${roleType}","display":"Editor","value":"Editor"}`;

const cases = [
  {
    name: 'changes of several kinds',
    source: 'scim-client reference 7.3, own example in both dialects',
    changes: [
      change('replace', 'displayName', 'Lena Novak'),
      change('replace', 'name.familyName', 'Novak'),
      change('replace', 'emails[type eq "work"].value', 'lena.novak@example.org'),
      change('add', 'addresses[type eq "work"].postalCode', '8010'),
      change('add', `${enterprise}:costCenter`, 'CC-12'),
    ],
    default: [
      { op: 'Replace', path: 'displayName', value: 'Lena Novak' },
      { op: 'Replace', path: 'name.familyName', value: 'Novak' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'lena.novak@example.org' },
      { op: 'Add', path: 'addresses[type eq "work"].postalCode', value: '8010' },
      { op: 'Add', path: `${enterprise}:costCenter`, value: 'CC-12' },
    ],
    compliant: [
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'lena.novak@example.org' },
      { op: 'replace', value: { displayName: 'Lena Novak', 'name.familyName': 'Novak' } },
      { op: 'add', path: 'addresses[type eq "work"].postalCode', value: '8010' },
      { op: 'add', path: `${enterprise}:costCenter`, value: 'CC-12' },
    ],
  },
  {
    name: 'a disable',
    source: 'section 8',
    changes: [change('replace', 'active', false)],
    default: [{ op: 'Replace', path: 'active', value: 'False' }],
    compliant: [{ op: 'replace', path: 'active', value: false }],
  },
  {
    name: "a boolean keeps the row's own text in the default dialect",
    source: 'section 7.2, booleans',
    changes: [
      { ...change('replace', 'active', false), value: { json: false, text: 'false' } },
      change('add', 'emails[type eq "work"].primary', true),
    ],
    default: [
      { op: 'Replace', path: 'active', value: 'false' },
      { op: 'Add', path: 'emails[type eq "work"].primary', value: 'True' },
    ],
    compliant: [
      { op: 'replace', path: 'active', value: false },
      { op: 'add', path: 'emails[type eq "work"].primary', value: true },
    ],
  },
  {
    name: 'a number stays a number',
    source: 'section 15, integer attributes',
    changes: [change('add', 'seats', 3)],
    default: [{ op: 'Add', path: 'seats', value: 3 }],
    compliant: [{ op: 'add', path: 'seats', value: 3 }],
  },
  {
    name: 'a manager is a plain text at the full name',
    source: 'section 9',
    changes: [change('replace', `${enterprise}:manager`, '26118915')],
    default: [{ op: 'Replace', path: `${enterprise}:manager`, value: '26118915' }],
    compliant: [{ op: 'replace', path: `${enterprise}:manager`, value: '26118915' }],
  },
  {
    name: 'a multi-valued attribute is always added to, as objects',
    source: 'section 7.4, custom multi-valued',
    changes: [change('replace', 'tags', ['x', 'y'], { multivalued: true })],
    default: [{ op: 'Add', path: 'tags', value: [{ value: 'x' }, { value: 'y' }] }],
    compliant: [{ op: 'add', path: 'tags', value: [{ value: 'x' }, { value: 'y' }] }],
  },
  {
    name: 'members go in one operation',
    source: 'section 10, add members',
    changes: [change('add', 'members', ['u1', 'u2'], { multivalued: true })],
    default: [{ op: 'Add', path: 'members', value: [{ value: 'u1' }, { value: 'u2' }] }],
    compliant: [{ op: 'add', path: 'members', value: [{ value: 'u1' }, { value: 'u2' }] }],
  },
  {
    name: 'members are removed by a list, or one by one with a filter, behind everything else',
    source: 'section 7.2, remove a member; the quotes of an id are escaped as in any JSON text',
    changes: [
      change('remove', 'members', ['u1', 'u"2'], { multivalued: true }),
      change('add', 'members', ['u3'], { multivalued: true }),
      change('replace', 'displayName', 'Dock Crew'),
    ],
    default: [
      { op: 'Add', path: 'members', value: [{ value: 'u3' }] },
      { op: 'Replace', path: 'displayName', value: 'Dock Crew' },
      { op: 'Remove', path: 'members', value: [{ value: 'u1' }, { value: 'u"2' }] },
    ],
    compliant: [
      { op: 'replace', value: { displayName: 'Dock Crew' } },
      { op: 'add', path: 'members', value: [{ value: 'u3' }] },
      { op: 'remove', path: 'members[value eq "u1"]' },
      { op: 'remove', path: 'members[value eq "u\\"2"]' },
    ],
  },
  {
    name: 'roles of AppRoleAssignmentsComplex',
    source: 'section 7.4; with the flag the format of the POST',
    changes: [change('replace', 'roles', [complexRole], { form: 'complexRoles', multivalued: true })],
    default: [{ op: 'Add', path: 'roles', value: [{ value: complexRole }] }],
    compliant: [
      {
        op: 'add',
        path: 'roles',
        value: [{ primary: false, type: roleType, displayName: 'Editor', value: 'Editor' }],
      },
    ],
  },
  {
    name: 'roles of AssertiveAppRoleAssignmentsComplex',
    source: 'section 7.4',
    changes: [change('add', 'roles', [assertiveRole], { form: 'assertiveRoles', multivalued: true })],
    default: [
      {
        op: 'replace',
        path: 'roles',
        value: [{ primary: false, type: roleType, display: 'Editor', value: 'Editor' }],
      },
    ],
    compliant: [
      {
        op: 'replace',
        path: 'roles',
        value: [{ primary: false, type: roleType, display: 'Editor', value: 'Editor' }],
      },
    ],
  },
];

describe.each(cases)('buildPatch: $name ($source)', ({ changes, ...dialects }) => {
  test.each(['default', 'compliant'] as const)('in the %s dialect', (dialect) => {
    expect(buildPatch(changes, dialect)).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: dialects[dialect],
    });
  });
});
