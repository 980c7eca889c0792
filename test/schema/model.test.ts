import { describe, expect, test } from '@jest/globals';
import { openFixture, readValue, schemaWith, withoutPlaces } from './documents.js';

const none = {
  source: null,
  defaultValue: null,
  matchingPriority: 0,
  flowType: 'Always',
  flowBehavior: 'FlowWhenChanged',
};
const attribute = (name: string) => ({ type: 'Attribute', name, expression: `[${name}]`, parameters: [] });
const constant = (name: string) => ({ type: 'Constant', name, expression: `"${name}"`, parameters: [] });

describe('the model of a schema', () => {
  const schema = withoutPlaces(openFixture('portal.json')) as {
    rules: { objectMappings: { attributeMappings: unknown[]; scope: unknown }[] }[];
    directories: unknown[];
  };

  test('a rule keeps its header, directories and metadata', () => {
    expect(schema).toMatchObject({
      id: 'scim.11111111222233334444555555555555.aaaaaaaa-0000-4000-8000-000000000001',
      version: 'v1.2',
      rules: [
        {
          id: '03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8',
          name: 'USERGROUP_OUTBOUND_USERGROUP',
          priority: 1,
          sourceDirectoryName: 'Microsoft Entra ID',
          targetDirectoryName: 'customappsso',
          metadata: { supportsProvisionOnDemand: 'true' },
        },
      ],
    });
  });

  test('an object mapping keeps its switch, its object actions and its objects', () => {
    expect(schema.rules[0]?.objectMappings[0]).toMatchObject({
      name: 'Provision Microsoft Entra ID Groups',
      enabled: false,
      flowTypes: { add: true, update: false, delete: true },
      sourceObjectName: 'Group',
      targetObjectName: 'urn:ietf:params:scim:schemas:core:2.0:Group',
      scope: { groups: [], inputFilterGroups: [], categoryFilterGroups: [] },
    });
  });

  test('a scope keeps groups and clauses in order, and a unary operator has no values', () => {
    expect(schema.rules[0]?.objectMappings[1]?.scope).toEqual({
      groups: [
        {
          name: 'Sales staff',
          clauses: [
            { operatorName: 'EQUALS', sourceOperandName: 'department', values: ['Sales'] },
            { operatorName: 'IS TRUE', sourceOperandName: 'accountEnabled', values: [] },
          ],
        },
        {
          name: 'Contractors',
          clauses: [
            { operatorName: 'REGEX MATCH', sourceOperandName: 'employeeType', values: ['^(?i)contractor$'] },
          ],
        },
      ],
      inputFilterGroups: [
        {
          name: 'No service accounts',
          clauses: [
            { operatorName: 'NOT REGEX MATCH', sourceOperandName: 'userPrincipalName', values: ['^svc-'] },
          ],
        },
      ],
      categoryFilterGroups: [],
    });
  });

  test('rows keep source, default, matching priority and flow', () => {
    expect(schema.rules[0]?.objectMappings[1]?.attributeMappings).toEqual([
      {
        ...none,
        targetAttributeName: 'userName',
        source: attribute('userPrincipalName'),
        matchingPriority: 1,
      },
      { ...none, targetAttributeName: 'externalId', source: attribute('objectId'), matchingPriority: 2 },
      {
        ...none,
        targetAttributeName: 'active',
        source: {
          type: 'Function',
          name: 'Not',
          expression: 'Not([IsSoftDeleted])',
          parameters: [{ key: 'source', value: attribute('IsSoftDeleted') }],
        },
      },
      { ...none, targetAttributeName: 'title', source: attribute('jobTitle'), defaultValue: 'Staff' },
      { ...none, targetAttributeName: 'locale', source: constant('de-AT'), flowType: 'ObjectAddOnly' },
      { ...none, targetAttributeName: 'timezone', defaultValue: 'Europe/Vienna' },
      {
        ...none,
        targetAttributeName: 'emails[type eq "work"].value',
        flowBehavior: 'FlowAlways',
        source: {
          type: 'Function',
          name: 'Replace',
          expression: 'Replace([mail], "@old.example", , , "@contoso.com")',
          parameters: [
            { key: 'source', value: attribute('mail') },
            { key: 'Find', value: constant('@old.example') },
            { key: 'Replacement', value: constant('@contoso.com') },
          ],
        },
      },
      {
        ...none,
        targetAttributeName: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
        source: attribute('manager'),
      },
    ]);
  });

  test('attribute definitions keep their flags', () => {
    const plain = {
      type: 'String',
      anchor: false,
      required: false,
      multivalued: false,
      caseExact: false,
      mutability: 'ReadWrite',
      defaultValue: null,
      flowNullValues: false,
    };
    expect(schema.directories[1]).toEqual({
      id: 'aaaaaaaa-0000-4000-8000-000000000002',
      name: 'customappsso',
      objects: [
        {
          name: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
          attributes: [
            { ...plain, name: 'id', anchor: true, caseExact: true, mutability: 'ReadOnly' },
            { ...plain, name: 'userName', required: true },
            { ...plain, name: 'active', type: 'Boolean', flowNullValues: true },
            { ...plain, name: 'emails[type eq "work"].value' },
          ],
        },
      ],
    });
  });
});

describe('defaults and tolerance', () => {
  // Flags: schema reference 3.3. Words: section 9.
  test.each([
    ['Add,Update,Delete', { add: true, update: true, delete: true }],
    [' add , UPDATE ', { add: true, update: true, delete: false }],
    ['None', { add: false, update: false, delete: false }],
    [0, { add: false, update: false, delete: false }],
    [5, { add: true, update: false, delete: true }],
    [null, { add: true, update: true, delete: true }],
  ])('flowTypes %p', (flowTypes, expected) => {
    const { value } = readValue(schemaWith({ mapping: { flowTypes } }));
    expect(value?.rules[0]?.objectMappings[0]?.flowTypes).toEqual(expected);
  });

  test('missing properties and nulls of a mapping take the documented defaults', () => {
    const nothing = { enabled: null, flowTypes: null, scope: null };
    const { value } = readValue(
      schemaWith({ mapping: nothing, row: { matchingPriority: null, flowType: null, flowBehavior: null } }),
    );
    expect(value?.rules[0]?.objectMappings[0]).toMatchObject({
      enabled: true,
      flowTypes: { add: true, update: true, delete: true },
      attributeMappings: [
        { matchingPriority: 0, flowType: 'Always', flowBehavior: 'FlowWhenChanged', defaultValue: null },
      ],
    });
  });

  test('rules run by priority, equal ones in file order', () => {
    const rules = [
      { name: 'late', priority: 7 },
      { name: 'first', priority: '1' },
      { name: 'second', priority: 1 },
    ];
    const { value } = readValue({ synchronizationRules: rules });
    expect(value?.rules.map(({ name }) => name)).toEqual(['first', 'second', 'late']);
  });

  test('one layer of quotes is taken off metadata, and elided JSON in it is nobody’s business', () => {
    const metadata = [
      { key: 'Disposition', value: '"Normal"' },
      { key: 'defaultSourceObjectMappings', value: '[{"AttributeMappings":[...}]' },
      { key: 'broken' },
      'x',
    ];
    const { value, diagnostics } = readValue(schemaWith({ rule: { metadata } }));
    expect(diagnostics).toEqual([]);
    expect(value?.rules[0]?.metadata).toEqual({
      Disposition: 'Normal',
      defaultSourceObjectMappings: '[{"AttributeMappings":[...}]',
    });
  });

  test('an expression is the truth: faults of the tree beside it do not matter', () => {
    const source = { type: 'Function', name: 'Not', expression: 'Not([a])', parameters: 'System.Object[]' };
    const { value, diagnostics } = readValue(schemaWith({ row: { source } }));
    expect(diagnostics).toEqual([]);
    expect(value?.rules[0]?.objectMappings[0]?.attributeMappings[0]?.source).toMatchObject({
      expression: 'Not([a])',
      parameters: [],
    });
  });

  test('a list of one that a pipeline unrolled is still a list', () => {
    const { value } = readValue(
      schemaWith({ mapping: { attributeMappings: { targetAttributeName: 'title' } } }),
    );
    const row = value?.rules[0]?.objectMappings[0]?.attributeMappings[0];
    expect(row).toMatchObject({
      targetAttributeName: 'title',
      pointer: '/synchronizationRules/0/objectMappings/0/attributeMappings',
    });
  });

  test('whole numbers where text belongs are their digits', () => {
    const { value } = readValue(schemaWith({ clause: { targetOperand: { values: [566259712] } } }));
    expect(value?.rules[0]?.objectMappings[0]?.scope.groups[0]?.clauses[0]?.values).toEqual(['566259712']);
  });

  test('unknown properties are ignored, even those called like prototypes', () => {
    const text = JSON.stringify(schemaWith({})).replace('{', '{"__proto__":{"x":1},"constructor":5,');
    const { diagnostics } = readValue(JSON.parse(text) as unknown);
    expect(diagnostics).toEqual([]);
  });
});
