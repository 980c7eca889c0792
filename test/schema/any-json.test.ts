import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { describe as inWords, severityOf } from '../../src/diagnostics/describe.js';
import { chooseMapping, readSchema } from '../../src/schema/index.js';
import { readText } from './documents.js';

const names = [
  ...[
    'synchronizationRules',
    'SynchronizationRules',
    'directories',
    'objects',
    'attributes',
    'schema',
    'value',
    'Count',
  ],
  ...[
    'objectMappings',
    'attributeMappings',
    'source',
    'parameters',
    'key',
    'name',
    'type',
    'expression',
    'scope',
  ],
  ...[
    'groups',
    'clauses',
    'operatorName',
    'sourceOperandName',
    'targetOperand',
    'values',
    'AdditionalProperties',
  ],
  ...[
    'sourceDirectoryName',
    'sourceObjectName',
    'targetAttributeName',
    'metadata',
    'flowTypes',
    'priority',
    'error',
  ],
];
const scalars = fc.constantFrom(
  null,
  true,
  0,
  -1,
  1.5,
  1e300,
  '',
  'User',
  'Microsoft Entra ID',
  'System.Object[]',
  '__proto__',
);

// Documents out of the words of a schema, so that faults reach every reader.
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { depthSize: 'medium' },
    scalars,
    tie('object'),
    fc.array(tie('document'), { maxLength: 3 }),
  ),
  object: fc.dictionary(fc.constantFrom(...names), tie('document'), { maxKeys: 6 }),
}));

function mustEnd(text: string): void {
  const { value, diagnostics } = readText(text);
  expect(value === undefined).toBe(diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error'));
  const chosen = value === undefined ? undefined : chooseMapping(value, { sourceObject: 'User' });
  for (const diagnostic of [...diagnostics, ...(chosen?.diagnostics ?? [])]) {
    const { message, advice } = inWords(diagnostic);
    expect(`${message} ${advice.map((one) => one.text).join(' ')}`).not.toMatch(/undefined|\[object/);
  }
}

describe('whatever is read ends in a schema or in an error, never in an exception', () => {
  test('documents made of the words of a schema', () => {
    fc.assert(
      fc.property(document, (value) => {
        mustEnd(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  test('rules with anything in them', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 3 }), (synchronizationRules) => {
        mustEnd(JSON.stringify({ synchronizationRules }));
      }),
      { numRuns: 500 },
    );
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.json(), mustEnd));
  });

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const { value, diagnostics } = readSchema(bytes, 'bytes');
        expect(value === undefined).toBe(diagnostics.length > 0);
      }),
    );
  });
});
