import { describe, expect, test } from '@jest/globals';
import { chooseMapping, type MappingOptions } from '../../src/schema/index.js';
import { describeAll, openFixture, readValue } from './documents.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function choose(file: string, options: MappingOptions) {
  return chooseMapping(openFixture(file), options);
}

describe('the mapping that applies (schema reference 8)', () => {
  test('the enabled user mapping of an Entra rule is taken with both definitions', () => {
    const { value, diagnostics } = choose('portal.json', { sourceObject: 'User' });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      rule: { name: 'USERGROUP_OUTBOUND_USERGROUP' },
      mapping: { name: 'Provision Microsoft Entra ID Users' },
      sourceObject: { name: 'User' },
      targetObject: { name: enterprise },
      others: [],
    });
  });

  test('of several the first by rule priority and file order is taken, helpers and empty ones are passed over, the rest is named', () => {
    const { value, diagnostics } = choose('several-user-mappings.json', { sourceObject: 'User' });
    const others = ['Provision contractors', 'USER_OUTBOUND_ARCHIVE: Guests to the archive'];
    expect(value).toMatchObject({ mapping: { name: 'Provision Microsoft Entra ID Users' }, others });
    expect(diagnostics).toMatchObject([
      { code: 'schema/several-mappings', args: { taken: 'Provision Microsoft Entra ID Users', others } },
    ]);
  });

  test.each<[string, Partial<MappingOptions>, string]>([
    ['rule by name', { rule: 'USER_OUTBOUND_ARCHIVE' }, 'Guests to the archive'],
    ['rule by id', { rule: '5f4ab2a6-0000-4000-8000-000000000002' }, 'Guests to the archive'],
    ['rule in other case', { rule: 'user_outbound_archive' }, 'Guests to the archive'],
    ['object mapping by name', { objectMapping: 'Provision contractors' }, 'Provision contractors'],
    ['object mapping in other case', { objectMapping: ' provision CONTRACTORS' }, 'Provision contractors'],
  ])('a setting decides: %s', (_, options, name) => {
    const { value, diagnostics } = choose('several-user-mappings.json', { sourceObject: 'User', ...options });
    expect(value).toMatchObject({ mapping: { name }, others: [] });
    expect(diagnostics).toEqual([]);
  });

  test.each([
    ['newer name', { sourceDirectoryName: 'Microsoft Entra ID' }, []],
    ['older name', { sourceDirectoryName: 'Azure Active Directory' }, []],
    [
      'any name with the id',
      { sourceDirectoryName: 'Our tenant' },
      [{ id: '66e4a8cc-1b7b-435e-95f8-f06cea133828', name: 'Our tenant', objects: [] }],
    ],
  ])('Entra ID is known by %s', (_, rule, directories) => {
    expect(chooseMapping(readSmall(rule, directories), { sourceObject: 'User' }).value).toBeDefined();
  });

  test('the other tenant of cross-tenant synchronization is not Entra ID', () => {
    const schema = readSmall({ sourceDirectoryName: 'Azure Active Directory (target tenant)' }, []);
    expect(chooseMapping(schema, { sourceObject: 'User' }).value).toBeUndefined();
  });

  test('a rule that keeps the older name finds the definitions under the newer one', () => {
    const schema = readSmall({ sourceDirectoryName: 'Azure Active Directory' }, [
      { id: '66e4a8cc-1b7b-435e-95f8-f06cea133828', name: 'Microsoft Entra ID', objects: [{ name: 'User' }] },
    ]);
    expect(chooseMapping(schema, { sourceObject: 'User' }).value?.sourceObject?.name).toBe('User');
  });
});

describe('a refusal says what the schema does hold', () => {
  test.each([
    [
      'groups-only.json',
      'User',
      '"Provision Microsoft Entra ID Groups" maps Group to urn:ietf:params:scim:schemas:core:2.0:Group',
    ],
    [
      'active-directory-source.json',
      'User',
      'rule "AD2AADProvisioning" reads from Active Directory, not from Entra ID (maps user to User)',
    ],
    [
      'portal.json',
      'Group',
      `"Provision Microsoft Entra ID Groups" is disabled; "Provision Microsoft Entra ID Users" maps User to ${enterprise}`,
    ],
    [
      'disabled.json',
      'User',
      '"Provision Microsoft Entra ID Users" is disabled; "Provision Microsoft Entra ID Groups" maps Group to urn:ietf:params:scim:schemas:core:2.0:Group',
    ],
  ] as const)('%s for a %s', (file, sourceObject, holds) => {
    const refused = choose(file, { sourceObject });
    expect(refused.value).toBeUndefined();
    const [said] = describeAll(refused);
    expect(said).toMatchObject({
      code: 'schema/no-usable-mapping',
      severity: 'error',
      blame: 'configuration',
      message: `The schema has no usable mapping from Entra ${sourceObject}s: ${holds}.`,
    });
    expect(said?.at[0]?.line).toBeGreaterThan(1);
    expect(said?.advice.at(-1)?.text).toMatch(/Review your schema here > Download/);
  });

  test.each([
    ['no rules', { synchronizationRules: [] }, 'it holds no synchronization rule'],
    [
      'no mappings',
      { synchronizationRules: [{ name: 'R', sourceDirectoryName: 'Microsoft Entra ID' }] },
      'rule "R" has no object mappings',
    ],
    [
      'no source',
      { synchronizationRules: [{ name: 'R' }] },
      'rule "R" reads from no directory that it names, not from Entra ID',
    ],
    [
      'helper only',
      smallDocument({}, [], { name: null }),
      'the mapping of User to T has no name, as only helper mappings have',
    ],
    ['no rows', smallDocument({}, [], { attributeMappings: [] }), '"Users" has no attribute mappings'],
  ])('%s', (_, document, holds) => {
    const { value } = readValue(document);
    const [said] = describeAll(chooseMapping(value!, { sourceObject: 'User' }));
    expect(said?.message).toBe(`The schema has no usable mapping from Entra Users: ${holds}.`);
  });

  test('an unknown rule is answered with the nearest and all', () => {
    const [said] = describeAll(
      choose('several-user-mappings.json', { rule: 'USER_OUTBOUND_ARCHIV', sourceObject: 'User' }),
    );
    expect(said?.code).toBe('schema/unknown-rule');
    expect(said?.message).toBe(
      'The schema has no rule "USER_OUTBOUND_ARCHIV". Did you mean "USER_OUTBOUND_ARCHIVE"? It has "USERGROUP_OUTBOUND_USERGROUP", "USER_OUTBOUND_ARCHIVE".',
    );
  });

  test('an unknown object mapping is answered with the nearest and all that have a name', () => {
    const [said] = describeAll(
      choose('portal.json', { objectMapping: 'Provision Entra Users', sourceObject: 'User' }),
    );
    expect(said?.code).toBe('schema/unknown-object-mapping');
    expect(said?.message).toMatch(
      /It has "Provision Microsoft Entra ID Groups", "Provision Microsoft Entra ID Users"\.$/,
    );
  });

  test('nothing near is not suggested', () => {
    const [said] = describeAll(choose('portal.json', { rule: 'xyz', sourceObject: 'User' }));
    expect(said?.message).not.toMatch(/Did you mean/);
  });

  // Pipeline reference 7.2, row 24.
  test('a disabled mapping that is named is a configuration error at its place', () => {
    const refused = choose('disabled.json', {
      objectMapping: 'Provision Microsoft Entra ID Users',
      sourceObject: 'User',
    });
    expect(refused.value).toBeUndefined();
    expect(describeAll(refused)).toMatchObject([
      {
        code: 'schema/mapping-disabled',
        severity: 'error',
        at: [{ pointer: '/synchronizationRules/0/objectMappings/1' }],
      },
    ]);
  });

  test('a mapping of another kind that is named is refused with the word of the service', () => {
    const refused = choose('portal.json', {
      objectMapping: 'Provision Microsoft Entra ID Groups',
      sourceObject: 'User',
    });
    expect(describeAll(refused)).toMatchObject([
      { code: 'schema/mapping-of-other-object', service: ['EntityTypeNotSupported'] },
    ]);
  });
});

function smallDocument(rule: object, directories: readonly object[], mapping: object = {}): object {
  const rows = [{ targetAttributeName: 'a', source: { name: 'b' } }];
  const whole = {
    name: 'Users',
    sourceObjectName: 'User',
    targetObjectName: 'T',
    attributeMappings: rows,
    ...mapping,
  };
  const header = { name: 'R', sourceDirectoryName: 'Microsoft Entra ID', targetDirectoryName: 'app' };
  return { synchronizationRules: [{ ...header, ...rule, objectMappings: [whole] }], directories };
}

function readSmall(rule: object, directories: readonly object[]) {
  return readValue(smallDocument(rule, directories)).value!;
}
