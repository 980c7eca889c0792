import { describe, expect, test } from '@jest/globals';
import { describeAll, readFixture, readText, readValue, schemaWith } from './documents.js';

const mapping = '/synchronizationRules/0/objectMappings/0';
const row = `${mapping}/attributeMappings/0`;
const clause = `${mapping}/scope/groups/0/clauses/0`;

describe('faults that would change the result unnoticed are errors with their place', () => {
  // What is wanted: the property tables of schema reference 3.
  const cases = [
    [
      'rows that are a text',
      { mapping: { attributeMappings: 'none' } },
      'wrong-type',
      `${mapping}/attributeMappings`,
      'attributeMappings must be a list, but is a text: "none".',
    ],
    [
      'a row that is a number',
      { mapping: { attributeMappings: [1] } },
      'wrong-type',
      row,
      'attributeMappings[0] must be an object, but is a number: 1.',
    ],
    [
      'a row without target',
      { row: { targetAttributeName: null } },
      'missing-property',
      row,
      'targetAttributeName is missing here, or empty.',
    ],
    [
      'a row with a blank target',
      { row: { targetAttributeName: ' ' } },
      'missing-property',
      `${row}/targetAttributeName`,
      'targetAttributeName is missing here, or empty.',
    ],
    [
      'a priority that is no whole number',
      { row: { matchingPriority: 'first' } },
      'wrong-type',
      `${row}/matchingPriority`,
      'matchingPriority must be a whole number, but is a text: "first".',
    ],
    [
      'a broken priority',
      { row: { matchingPriority: 1.5 } },
      'wrong-type',
      `${row}/matchingPriority`,
      'matchingPriority must be a whole number, but is a number: 1.5.',
    ],
    [
      'an unknown flow type',
      { row: { flowType: 'Sometimes' } },
      'unknown-word',
      `${row}/flowType`,
      'flowType is "Sometimes", which is none of Always, ObjectAddOnly, MultiValueAddOnly, ValueAddOnly, AttributeAddOnly.',
    ],
    [
      'a default value that is a boolean',
      { row: { defaultValue: false } },
      'wrong-type',
      `${row}/defaultValue`,
      'defaultValue must be a text, but is a boolean: false.',
    ],
    [
      'a source that is a text',
      { row: { source: '[mail]' } },
      'wrong-type',
      `${row}/source`,
      'source must be an object, but is a text: "[mail]".',
    ],
    [
      'a source without name and expression',
      { row: { source: { type: 'Attribute' } } },
      'missing-property',
      `${row}/source`,
      'name is missing here, or empty.',
    ],
    [
      'an argument without value in a tree without expression',
      { row: { source: { type: 'Function', name: 'Not', parameters: [{ key: 'source' }] } } },
      'missing-property',
      `${row}/source/parameters/0`,
      'value is missing here, or empty.',
    ],
    [
      'an unknown object action',
      { mapping: { flowTypes: 'Add, Rename' } },
      'unknown-word',
      `${mapping}/flowTypes`,
      'flowTypes is "Add, Rename", which is none of None, Add, Update, Delete.',
    ],
    [
      'a switch that is neither on nor off',
      { mapping: { enabled: 'perhaps' } },
      'wrong-type',
      `${mapping}/enabled`,
      'enabled must be a boolean, but is a text: "perhaps".',
    ],
    [
      'a clause without operator',
      { clause: { operatorName: null } },
      'missing-property',
      clause,
      'operatorName is missing here, or empty.',
    ],
    [
      'a clause without attribute',
      { clause: { sourceOperandName: '' } },
      'missing-property',
      `${clause}/sourceOperandName`,
      'sourceOperandName is missing here, or empty.',
    ],
    [
      'values that are one text',
      { clause: { targetOperand: { values: 'Sales' } } },
      'wrong-type',
      `${clause}/targetOperand/values`,
      'values must be a list, but is a text: "Sales".',
    ],
    [
      'a value that is null',
      { clause: { targetOperand: { values: [null] } } },
      'wrong-type',
      `${clause}/targetOperand/values/0`,
      'values[0] must be a text, but is null.',
    ],
    [
      'mappings that are a number',
      { rule: { objectMappings: 3 } },
      'wrong-type',
      '/synchronizationRules/0/objectMappings',
      'objectMappings must be a list, but is a number: 3.',
    ],
  ] as const;

  test.each(cases)('%s', (_, parts, code, pointer, message) => {
    const checked = readValue(schemaWith(parts));
    expect(checked.value).toBeUndefined();
    expect(describeAll(checked)).toMatchObject([
      {
        code: `schema/${code}`,
        severity: 'error',
        blame: 'configuration',
        message,
        at: [{ pointer, file: 'case.json' }],
      },
    ]);
    expect(checked.diagnostics[0]?.at[0]?.line).toBeGreaterThan(1);
  });

  test('an unknown word in a definition is a warning that names the default taken', () => {
    const checked = readValue(schemaWith({ attribute: { type: 'Complex' } }));
    expect(checked.value?.directories[0]?.objects[0]?.attributes[0]?.type).toBe('String');
    expect(describeAll(checked)).toMatchObject([{ code: 'schema/unknown-word', severity: 'warning' }]);
    expect(describeAll(checked)[0]?.message).toMatch(/It is taken for String, the default\.$/);
  });

  test('very many findings are cut short and counted', () => {
    const { diagnostics } = readValue(schemaWith({ mapping: { attributeMappings: Array(40).fill({}) } }));
    expect(diagnostics).toHaveLength(26);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'schema/more-findings', args: { left: 15 } });
  });

  test('an error is never among those left out', () => {
    const attributes = Array.from({ length: 40 }, () => ({ name: 'a', type: 'Complex' }));
    const directories = [{ objects: [{ attributes: [...attributes, {}] }] }];
    const { value, diagnostics } = readValue({ directories });
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({ code: 'schema/missing-property', args: { property: 'name' } });
  });
});

describe('an export that PowerShell cut', () => {
  test('is one error that counts the places and advises a larger depth or the portal', () => {
    const checked = readFixture('powershell-depth-cut.json');
    expect(checked.value).toBeUndefined();
    const [said, ...others] = describeAll(checked);
    expect(others).toEqual([]);
    expect(said).toMatchObject({ code: 'schema/depth-cut', at: { length: 5 } });
    // By grep in the fixture: 9 rows, 2 texts for the groups of a scope, 10 attributes; metadata is not read.
    const args = { property: 'attributeMappings[0]', count: 9 + 2 + 10 };
    expect(checked.diagnostics[0]).toMatchObject({ args });
    expect(said?.advice.map(({ text }) => text).join('\n')).toMatch(/-Depth 100[^]*Download/);
  });

  test.each([
    ['the name of a list type', 'System.Object[]'],
    ['a hash table', '@{expression=[mail]; name=mail; type=Attribute}'],
    ['the name of an SDK type', 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphAttributeMappingSource'],
    ['the name of a hash table type', 'System.Collections.Hashtable'],
  ])('is known by %s, at its place', (_, source) => {
    const { value, diagnostics } = readValue(schemaWith({ row: { source } }));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'schema/depth-cut', args: { text: source, count: 1 }, at: [{ pointer: `${row}/source` }] },
    ]);
  });

  test('is known in the wrapper too', () => {
    const { diagnostics } = readValue({
      id: 'scim',
      schema: 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphSynchronizationSchema',
    });
    expect(diagnostics).toMatchObject([{ code: 'schema/depth-cut', at: [{ pointer: '/schema' }] }]);
  });

  test('an empty list at the limit is an empty text and stays an empty list', () => {
    const { value, diagnostics } = readValue(
      schemaWith({ rule: { metadata: '' }, mapping: { attributeMappings: '' } }),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.rules[0]?.objectMappings[0]?.attributeMappings).toEqual([]);
  });
});

describe('a document that is no schema', () => {
  test.each([
    ['not-a-schema-scim-list.json', 'it looks like a SCIM ListResponse'],
    ['not-a-schema-job.json', 'it looks like a synchronizationJob without its schema'],
    ['not-a-schema-users.json', 'it looks like a list whose first entry is a user of Microsoft Graph'],
    [
      'not-a-schema-graph-error.json',
      'it looks like the answer to a failed request (Authorization_RequestDenied)',
    ],
  ])('%s is called what it looks like', (file, looks) => {
    const checked = readFixture(file);
    expect(checked.value).toBeUndefined();
    expect(describeAll(checked)).toMatchObject([
      {
        code: 'schema/not-a-schema',
        message: `The file holds no synchronizationSchema: ${looks}.`,
        at: [{ file }],
      },
    ]);
  });

  test.each([
    ['[]', 'it is an empty list'],
    ['[1, 2]', 'it is a list of 2 things of another kind'],
    ['{}', 'it is an empty object'],
    ['"text"', 'it is a single value'],
    ['null', 'it is a single value'],
    ['{"a":1,"b":2}', 'it is an object with a, b'],
    ['{"objectMappings":[]}', 'it looks like a synchronizationRule alone'],
    ['{"attributeMappings":[]}', 'it looks like an objectMapping alone'],
    ['{"users":[]}', 'it looks like a directory of users'],
    ['{"schema":"./schema.json","source":{},"target":{}}', 'it looks like a configuration of this tool'],
    [
      '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a"}',
      'it looks like a SCIM resource (urn:ietf:params:scim:schemas:core:2.0:User)',
    ],
    [
      '{"value":[{"provisioningSteps":[]}]}',
      'it looks like a list whose first entry is an entry of the provisioning logs',
    ],
    [
      '{"error":"invalid_client","error_description":"x"}',
      'it looks like the answer to a failed request (invalid_client)',
    ],
  ])('%s', (text, looks) => {
    expect(describeAll(readText(text))).toMatchObject([
      { code: 'schema/not-a-schema', message: `The file holds no synchronizationSchema: ${looks}.` },
    ]);
  });

  test.each([
    ['broken JSON', '{"synchronizationRules": [', 'document/syntax'],
    ['nothing', '  \n', 'document/empty'],
    ['brackets without end', '['.repeat(100_000), 'document/too-deep'],
    ['nested brackets', '['.repeat(20_000) + ']'.repeat(20_000), 'document/too-deep'],
    ['brackets behind a comment', `/*"*/${'['.repeat(100_000)}`, 'document/too-deep'],
  ])('%s ends in a diagnostic', (_, text, code) => {
    const { value, diagnostics } = readText(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code }]);
  });
});
