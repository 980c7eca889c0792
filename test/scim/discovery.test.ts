import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from '../../src/exchanges/exchange.js';
import { type Discovery, findDeclared, readDiscovery } from '../../src/scim/discovery/index.js';
import { parseAttributePath } from '../../src/scim/index.js';

const answer = (body: unknown, status = 200, type = 'application/scim+json'): Answer => ({
  status,
  headers: { 'content-type': type },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const list = (Resources: readonly unknown[]): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: Resources.length,
  Resources,
});
const read = (answers: Partial<Record<keyof Discovery, Answer>>): Discovery =>
  readDiscovery({ serviceProvider: undefined, schemas: undefined, resourceTypes: undefined, ...answers });

const coreUser = 'urn:ietf:params:scim:schemas:core:2.0:User';
const userSchema = {
  id: coreUser,
  attributes: [
    { name: 'userName', type: 'string', required: true, uniqueness: 'server' },
    {
      name: 'name',
      type: 'complex',
      subAttributes: [{ name: 'givenName', type: 'string' }],
    },
    { name: 'emails', type: 'complex', multiValued: true, subAttributes: [] },
  ],
};

describe('/Schemas in the shapes that servers give it', () => {
  test.each([
    ['a ListResponse (RFC 7644 section 4)', list([userSchema]), []],
    ['a bare list', [userSchema], ['noListResponse']],
    ['one schema', userSchema, ['noListResponse']],
    [
      'other letter case of members',
      { resources: [{ ID: coreUser, Attributes: userSchema.attributes }] },
      [],
    ],
  ])('%s', (_name, body, faults) => {
    const { schemas } = read({ schemas: answer(body) });
    expect(schemas.kind).toBe('read');
    if (schemas.kind !== 'read') return;
    expect(
      schemas.value.schemas.map(({ id, attributes }) => [id, attributes.map(({ name }) => name)]),
    ).toEqual([[coreUser, ['userName', 'name', 'emails']]]);
    expect(schemas.value.faults.map(({ kind }) => kind)).toEqual(faults);
  });

  test('what is left out has the default of RFC 7643 section 2.2', () => {
    const { schemas } = read({ schemas: answer(list([{ id: coreUser, attributes: [{ name: 'title' }] }])) });
    expect(schemas).toMatchObject({
      value: {
        schemas: [
          {
            attributes: [
              {
                type: 'string',
                multiValued: false,
                required: false,
                caseExact: false,
                mutability: 'readwrite',
                returned: 'default',
                uniqueness: 'none',
              },
            ],
          },
        ],
      },
    });
  });

  test('nulls and words that are not camelCase are named with their place (scim-client reference, 11)', () => {
    const attributes = [
      { name: 'title', description: null, mutability: 'ReadWrite' },
      { name: 'name', type: 'complex', subAttributes: [{ name: 'givenName', canonicalValues: null }] },
    ];
    const { schemas } = read({ schemas: answer(list([{ id: coreUser, attributes }])) });
    expect(schemas.kind === 'read' && schemas.value.faults).toEqual([
      { kind: 'null', place: `${coreUser} title.description` },
      { kind: 'spelling', place: `${coreUser} title.mutability`, value: 'ReadWrite' },
      { kind: 'null', place: `${coreUser} name.givenName.canonicalValues` },
    ]);
  });
});

describe('an endpoint that cannot be read', () => {
  test.each([
    ['no answer', undefined, 'noAnswer'],
    ['404: never a fault (scim-client reference, 13)', answer({}, 404), 'notOffered'],
    ['501', answer('', 501), 'notOffered'],
    ['401', answer({ detail: 'no' }, 401), 'unfit'],
    ['an HTML page', answer('<!doctype html><title>Sign in</title>', 200, 'text/html'), 'unfit'],
    ['an empty body', answer(''), 'unfit'],
    ['another JSON', answer({ message: 'hello' }), 'unfit'],
    ['a text', answer('"hello"'), 'unfit'],
  ] as const)('%s', (_name, given, kind) => {
    const discovery = readDiscovery({ serviceProvider: given, schemas: given, resourceTypes: given });
    expect(Object.values(discovery).map((reading: { kind: string }) => reading.kind)).toEqual([
      kind,
      kind,
      kind,
    ]);
  });

  test('any JSON at all gives a reading and never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(200, 201, 404), (value, status) => {
        const given = answer(value, status);
        const discovery = readDiscovery({ serviceProvider: given, schemas: given, resourceTypes: given });
        expect(Object.values(discovery)).toHaveLength(3);
      }),
    );
  });
});

describe('/ServiceProviderConfig and /ResourceTypes', () => {
  test.each([
    [
      'an object (RFC 7643 section 5)',
      { patch: { supported: true }, filter: { supported: false } },
      [true, false],
    ],
    ['in a list', list([{ patch: { supported: false } }]), [false, undefined]],
    ['bare booleans', { patch: true, filter: true }, [true, true]],
  ])('what the service supports: %s', (_name, body, features) => {
    const { serviceProvider } = read({ serviceProvider: answer(body) });
    expect(serviceProvider.kind === 'read' && Object.values(serviceProvider.value)).toEqual(features);
  });

  test('resource types with their extensions (RFC 7643 section 6)', () => {
    const urn = 'urn:x:y:2.0:User';
    const type = {
      name: 'User',
      endpoint: '/Users',
      schema: coreUser,
      schemaExtensions: [{ schema: urn, required: true }],
    };
    expect(read({ resourceTypes: answer([type]) }).resourceTypes).toEqual({
      kind: 'read',
      value: [
        { name: 'User', endpoint: '/Users', schema: coreUser, extensions: [{ schema: urn, required: true }] },
      ],
    });
  });
});

describe('where a target name leads in declared schemas', () => {
  const reading = read({ schemas: answer(list([userSchema])) }).schemas;
  const schemas = reading.kind === 'read' ? reading.value.schemas : [];
  test.each([
    ['userName', 'declared'],
    ['USERNAME', 'declared'],
    [`${coreUser}:userName`, 'declared'],
    ['name.givenName', 'declared'],
    ['name.middleName', 'noSubAttribute'],
    ['nickName', 'noAttribute'],
    ['externalId', 'implied'],
    ['emails[type eq "work"].value', 'implied'],
    ['urn:ietf:params:scim:schemas:extension:x:2.0:User:badge', 'noSchema'],
  ])('%s: %s', (name, kind) => {
    expect(findDeclared(schemas, parseAttributePath(name)!).kind).toBe(kind);
  });
});
