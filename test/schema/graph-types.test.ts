import { describe, expect, test } from '@jest/globals';
import type * as Graph from '@microsoft/microsoft-graph-types';
import type { AttributeDefinition, AttributeMapping, MappingSource } from '../../src/schema/index.js';
import { readValue } from './documents.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Compiles only while the words of the model are those of Graph's published types. */
const words: readonly [
  Same<AttributeMapping['flowType'], Graph.AttributeFlowType>,
  Same<AttributeMapping['flowBehavior'], Graph.AttributeFlowBehavior>,
  Same<MappingSource['type'], Graph.AttributeMappingSourceType>,
  Same<AttributeDefinition['type'], Graph.AttributeType>,
  Same<AttributeDefinition['mutability'], Graph.Mutability>,
] = [true, true, true, true, true];

const readGraph = (schema: Graph.SynchronizationSchema) => readValue(schema);

describe('Graph’s own type', () => {
  test('a schema of that type is read whole', () => {
    const { value, diagnostics } = readGraph({
      id: 'scim.1',
      synchronizationRules: [
        {
          name: 'R',
          priority: 1,
          sourceDirectoryName: 'Microsoft Entra ID',
          targetDirectoryName: 'app',
          containerFilter: { includedContainers: [] },
          objectMappings: [
            {
              name: 'Users',
              enabled: true,
              flowTypes: 'Add',
              sourceObjectName: 'User',
              targetObjectName: 'User',
              scope: {
                groups: [
                  {
                    name: 'g',
                    clauses: [
                      {
                        operatorName: 'EQUALS',
                        sourceOperandName: 'city',
                        targetOperand: { values: ['Graz'] },
                      },
                    ],
                  },
                ],
              },
              attributeMappings: [
                {
                  targetAttributeName: 'a',
                  defaultValue: 'd',
                  matchingPriority: 1,
                  flowType: 'ObjectAddOnly',
                  flowBehavior: 'FlowAlways',
                  source: { type: 'Constant', name: 'x', expression: '"x"', parameters: [] },
                },
              ],
            },
          ],
        },
      ],
      directories: [
        {
          name: 'app',
          objects: [{ name: 'User', attributes: [{ name: 'a', type: 'Integer', mutability: 'Immutable' }] }],
        },
      ],
    });
    expect(diagnostics).toEqual([]);
    expect(words).not.toContain(false);
    expect(value).toMatchObject({
      rules: [
        {
          objectMappings: [
            {
              flowTypes: { add: true, update: false, delete: false },
              scope: {
                groups: [
                  { clauses: [{ operatorName: 'EQUALS', sourceOperandName: 'city', values: ['Graz'] }] },
                ],
              },
              attributeMappings: [
                {
                  targetAttributeName: 'a',
                  defaultValue: 'd',
                  matchingPriority: 1,
                  flowType: 'ObjectAddOnly',
                  flowBehavior: 'FlowAlways',
                  source: { type: 'Constant', name: 'x', expression: '"x"', parameters: [] },
                },
              ],
            },
          ],
        },
      ],
      directories: [{ objects: [{ attributes: [{ name: 'a', type: 'Integer', mutability: 'Immutable' }] }] }],
    });
  });
});
