import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAttributePath, samePath } from '../../src/scim/index.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const work = { field: 'type', value: 'work', raw: '"work"' };
const plain = { schema: null, filter: [], sub: null, legacyDot: false };

// Source of the names: scim-client reference 6.1 and 6.2, and the exported schemas of the gallery applications.
const accepted = [
  { name: 'userName', path: { ...plain, attribute: 'userName' } },
  { name: 'name.givenName', path: { ...plain, attribute: 'name', sub: 'givenName' } },
  { name: 'members.$ref', path: { ...plain, attribute: 'members', sub: '$ref' } },
  { name: ' displayName ', path: { ...plain, attribute: 'displayName' } },
  {
    name: 'emails[type eq "work"].value',
    path: { ...plain, attribute: 'emails', filter: [work], sub: 'value' },
  },
  { name: 'emails[type eq "work"]', path: { ...plain, attribute: 'emails', filter: [work] } },
  {
    name: 'emails [ type  EQ  "work" AND primary eq true ] . value',
    path: {
      ...plain,
      attribute: 'emails',
      filter: [work, { field: 'primary', value: true, raw: 'true' }],
      sub: 'value',
    },
  },
  {
    name: 'roles[primary eq "True"].value',
    path: {
      ...plain,
      attribute: 'roles',
      filter: [{ field: 'primary', value: 'True', raw: '"True"' }],
      sub: 'value',
    },
  },
  {
    name: String.raw`ims[type eq "a \"b\" ] c:d"].value`,
    path: {
      ...plain,
      attribute: 'ims',
      filter: [{ field: 'type', value: 'a "b" ] c:d', raw: String.raw`"a \"b\" ] c:d"` }],
      sub: 'value',
    },
  },
  {
    name: 'keys[order eq -2].value',
    path: { ...plain, attribute: 'keys', filter: [{ field: 'order', value: -2, raw: '-2' }], sub: 'value' },
  },
  { name: `${enterprise}:department`, path: { ...plain, schema: enterprise, attribute: 'department' } },
  {
    name: `${enterprise}:manager.value`,
    path: { ...plain, schema: enterprise, attribute: 'manager', sub: 'value' },
  },
  {
    name: 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User:tag.sub',
    path: {
      ...plain,
      schema: 'urn:ietf:params:scim:schemas:extension:Acme:2.0:User',
      attribute: 'tag',
      sub: 'sub',
    },
  },
  {
    name: 'urn:acme:scim:1.1:Person:emails[type eq "a:b"].value',
    path: {
      ...plain,
      schema: 'urn:acme:scim:1.1:Person',
      attribute: 'emails',
      filter: [{ field: 'type', value: 'a:b', raw: '"a:b"' }],
      sub: 'value',
    },
  },
  {
    name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager',
    path: { ...plain, schema: enterprise, attribute: 'manager', legacyDot: true },
  },
  {
    name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User.manager.value',
    path: { ...plain, schema: enterprise, attribute: 'manager', sub: 'value', legacyDot: true },
  },
];

// Source: the same grammar; none of these can be derived from it.
const refused = [
  '',
  ' ',
  'a b',
  'a.b.c',
  '.value',
  'emails[]',
  'emails[type eq "work"',
  'emails[type eq work].value',
  'emails[type ne "work"].value',
  'emails[type eq "work" and].value',
  'emails[type eq "work" or primary eq true].value',
  'emails[type eq "work"].a[b eq "c"].d',
  'foo:bar',
  enterprise,
  '__proto__',
];

describe('parseAttributePath', () => {
  test.each(accepted)('takes $name apart', ({ name, path }) => {
    expect(parseAttributePath(name)).toEqual({ text: name, ...path });
  });

  test.each(refused)('refuses %j', (name) => {
    expect(parseAttributePath(name)).toBeUndefined();
  });

  test('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const path = parseAttributePath(name);
        expect(path === undefined || path.text === name).toBe(true);
      }),
    );
  });

  test('gives back the parts that a name was printed from', () => {
    const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_-]{0,8}$/);
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer());
    const parts = fc.record({
      schema: fc.constantFrom(null, enterprise, 'urn:x:Acme:2.0:User', 'urn:a:b'),
      attribute: word,
      terms: fc.array(fc.tuple(word, value), { maxLength: 3 }),
      sub: fc.option(word),
    });
    fc.assert(
      fc.property(parts, ({ schema, attribute, terms, sub }) => {
        const filter = terms.map(([field, each]) => `${field} eq ${JSON.stringify(each)}`).join(' and ');
        const text = `${schema === null ? '' : `${schema}:`}${attribute}${filter && `[${filter}]`}${sub === null ? '' : `.${sub}`}`;
        expect(parseAttributePath(text)).toEqual({
          text,
          schema,
          attribute,
          filter: terms.map(([field, each]) => ({ field, value: each, raw: JSON.stringify(each) })),
          sub,
          legacyDot: false,
        });
      }),
    );
  });
});

// Source: scim-client reference 6.1 and 6.2, "ignoring case and blanks".
const pairs = [
  { a: 'emails[type eq "work"].value', b: 'Emails[ Type  EQ "Work" ].VALUE', same: true },
  { a: 'roles[primary eq "True"].value', b: 'roles[primary eq true].value', same: true },
  { a: 'a[b eq "1" and c eq "2"].d', b: 'a[c eq "2" and b eq "1"].d', same: true },
  { a: `${enterprise}:manager`, b: `${enterprise}.manager`, same: true },
  { a: 'emails[type eq "work"].value', b: 'emails[type eq "home"].value', same: false },
  { a: 'emails[type eq "work"].value', b: 'emails[type eq "work"].display', same: false },
  { a: 'department', b: `${enterprise}:department`, same: false },
  { a: 'name', b: 'name.givenName', same: false },
];

test.each(pairs)('$a and $b mean the same: $same', ({ a, b, same }) => {
  expect(samePath(parseAttributePath(a)!, parseAttributePath(b)!)).toBe(same);
});
