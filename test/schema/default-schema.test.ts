import { describe, expect, test } from '@jest/globals';
import { chooseMapping, defaultSchema, findAttribute } from '../../src/schema/index.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

// Retyped from the table of schema reference 7: target, target type, source expression, mapping, matching priority.
const userRows = `
userName | String | [userPrincipalName] | Direct | 1
active | Boolean | Switch([IsSoftDeleted], , "False", "True", "True", "False") | Expression | 0
displayName | String | [displayName] | Direct | 0
title | String | [jobTitle] | Direct | 0
emails[type eq "work"].value | String | [mail] | Direct | 0
preferredLanguage | String | [preferredLanguage] | Direct | 0
name.givenName | String | [givenName] | Direct | 0
name.familyName | String | [surname] | Direct | 0
name.formatted | String | Join(" ", [givenName], [surname]) | Expression | 0
addresses[type eq "work"].formatted | String | [physicalDeliveryOfficeName] | Direct | 0
addresses[type eq "work"].streetAddress | String | [streetAddress] | Direct | 0
addresses[type eq "work"].locality | String | [city] | Direct | 0
addresses[type eq "work"].region | String | [state] | Direct | 0
addresses[type eq "work"].postalCode | String | [postalCode] | Direct | 0
addresses[type eq "work"].country | String | [country] | Direct | 0
phoneNumbers[type eq "work"].value | String | [telephoneNumber] | Direct | 0
phoneNumbers[type eq "mobile"].value | String | [mobile] | Direct | 0
phoneNumbers[type eq "fax"].value | String | [facsimileTelephoneNumber] | Direct | 0
externalId | String | [mailNickname] | Direct | 0
${enterprise}:employeeNumber | String | [employeeId] | Direct | 0
${enterprise}:department | String | [department] | Direct | 0
${enterprise}:manager | Reference | [manager] | Direct | 0`;

const groupRows = `
displayName | String | [displayName] | Direct | 1
externalId | String | [objectId] | Direct | 0
members | Reference | [members] | Direct | 0`;

describe('the built-in default of a non-gallery SCIM application', () => {
  test.each([
    ['User', userRows, 'Provision Microsoft Entra ID Users', enterprise],
    [
      'Group',
      groupRows,
      'Provision Microsoft Entra ID Groups',
      'urn:ietf:params:scim:schemas:core:2.0:Group',
    ],
  ] as const)(
    '%s: all rows of the reference, in its order, with its types',
    (sourceObject, table, name, target) => {
      const { value, diagnostics } = chooseMapping(defaultSchema(), { sourceObject });
      expect(diagnostics).toEqual([]);
      const { mapping, targetObject, sourceObject: source } = value!;
      expect(mapping).toMatchObject({
        name,
        enabled: true,
        flowTypes: { add: true, update: true, delete: true },
        targetObjectName: target,
        scope: { groups: [], inputFilterGroups: [], categoryFilterGroups: [] },
      });
      const rows = mapping.attributeMappings.map((row) => [
        row.targetAttributeName,
        findAttribute(targetObject, row.targetAttributeName)?.type,
        row.source?.expression,
        row.source?.type === 'Attribute' ? 'Direct' : 'Expression',
        row.matchingPriority,
      ]);
      expect(rows.map((row) => row.join(' | '))).toEqual(table.trim().split('\n'));
      for (const row of mapping.attributeMappings) {
        expect(row).toMatchObject({
          flowType: 'Always',
          flowBehavior: 'FlowWhenChanged',
          defaultValue: null,
        });
        for (const [, attribute] of row.source!.expression.matchAll(/\[(\w+)\]/g)) {
          expect([attribute, findAttribute(source, attribute!)?.name]).toEqual([attribute, attribute]);
        }
      }
    },
  );

  test('the rule and the directories carry the names and ids of live jobs', () => {
    // Schema reference 3.2 and 3.8.
    expect(defaultSchema()).toMatchObject({
      rules: [
        {
          id: '03f7d90d-bf71-41b1-bda6-aaf0ddbee5d8',
          name: 'USERGROUP_OUTBOUND_USERGROUP',
          sourceDirectoryName: 'Microsoft Entra ID',
          targetDirectoryName: 'customappsso',
        },
      ],
      directories: [
        { id: '66e4a8cc-1b7b-435e-95f8-f06cea133828', name: 'Microsoft Entra ID' },
        { name: 'customappsso' },
      ],
    });
  });

  test('of the targets userName alone is required, and id alone an anchor and case-exact', () => {
    const definition = chooseMapping(defaultSchema(), { sourceObject: 'User' }).value!.targetObject!;
    const names = (flag: 'required' | 'anchor' | 'caseExact') =>
      definition.attributes.filter((attribute) => attribute[flag]).map(({ name }) => name);
    expect([names('required'), names('anchor'), names('caseExact')]).toEqual([['userName'], ['id'], ['id']]);
  });

  // The list below the table in schema reference 7.
  test.each([
    ...['name.honorificPrefix', 'name.honorificSuffix', 'nickName', 'userType', 'locale', 'timezone'],
    ...['emails[type eq "home"].value', 'emails[type eq "other"].value'],
    ...['home', 'other', 'pager'].map((type) => `phoneNumbers[type eq "${type}"].value`),
    ...['home', 'other'].flatMap((type) =>
      ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'].map(
        (part) => `addresses[type eq "${type}"].${part}`,
      ),
    ),
    ...['display', 'type', 'value'].map((part) => `roles[primary eq "True"].${part}`),
    ...['costCenter', 'organization', 'division'].map((name) => `${enterprise}:${name}`),
  ])('%s is offered as a target without a row', (name) => {
    const { mapping, targetObject } = chooseMapping(defaultSchema(), { sourceObject: 'User' }).value!;
    expect(targetObject?.attributes.find((attribute) => attribute.name === name)?.type).toBe('String');
    expect(mapping.attributeMappings.map((row) => row.targetAttributeName)).not.toContain(name);
  });

  test('places are pointers into the built-in schema, without a line', () => {
    const schema = defaultSchema();
    const { pointer } = schema.rules[0]!.objectMappings[1]!.attributeMappings[3]!;
    expect(pointer).toBe('/synchronizationRules/0/objectMappings/1/attributeMappings/3');
    expect(schema.locate(pointer)).toEqual({ file: 'built-in default SCIM schema', pointer });
  });
});
