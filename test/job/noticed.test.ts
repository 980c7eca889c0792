import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describe as inWords } from '../../src/diagnostics/describe.js';
import { compileJob } from '../../src/job/index.js';
import { chooseMapping, readSchema } from '../../src/schema/index.js';

const file = 'noticed.schema.json';
const bytes = readFileSync(new URL(`../../fixtures/faults/${file}`, import.meta.url));
const schema = readSchema(bytes, file).value!;
const chosen = chooseMapping(schema, { sourceObject: 'User' }).value!;

const mapping = (index: number): string =>
  `/synchronizationRules/0/objectMappings/0/attributeMappings/${String(index)}`;

/** Source: issue "The whole expression language", static checking; language reference, 2, 3 and 6 (SelectUniqueValue). */
test('flaws of mappings that can still run are warnings at their place, with what to do', () => {
  const { value, diagnostics } = compileJob({
    schema,
    ...chosen,
    scope: 'assigned',
    skipOutOfScopeDeletions: false,
  });
  expect(value?.flows).toHaveLength(3);
  const told = diagnostics.map((diagnostic) => {
    const { code, severity, advice } = inWords(diagnostic);
    expect(advice.length).toBeGreaterThan(0);
    return [code, severity, diagnostic.at[0]?.pointer];
  });
  expect(told).toEqual(
    expect.arrayContaining([
      ['job/selects-unique-while-matching', 'warning', mapping(0)],
      ['expression/unknown-attribute', 'warning', `${mapping(1)}/source/expression`],
      ['expression/tree-differs', 'warning', `${mapping(2)}/source/expression`],
    ]),
  );
  expect(told).toHaveLength(3);
});
