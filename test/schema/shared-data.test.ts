import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chooseMapping, readSchema } from '../../src/schema/index.js';

const folder = fileURLToPath(new URL('../../../shared/data/schemas/', import.meta.url));
const present = existsSync(folder);
if (!present) console.info('skipped: the optional samples in ../shared/data/schemas are not here');

// What each file holds: its README. Rows are counted there too.
const samples = [
  ['salesforce-objectmapping-excerpt.json', 'Synchronize Azure Active Directory Users to salesforce.com', 14],
  [
    'salesforce-directory-extension-sparse-excerpt.json',
    'Synchronize Azure Active Directory Users to salesforce.com',
    1,
  ],
  ['cross-tenant-sync-excerpt.json', 'Provision Azure Active Directory Users', 6],
  ['reconstructed/scim-generic-default.json', 'Provision Microsoft Entra ID Users', 22],
  ['reconstructed/scim-scoped-multi-match.json', 'Provision Microsoft Entra ID Users', 18],
] as const;
const unusable = [
  ['ad2aad-cloud-sync.json', 'source directory'],
  ['aws-single-sign-on-template-excerpt.json', 'other object'],
] as const;

(present ? describe : describe.skip)('published and reconstructed schemas', () => {
  test.each(samples)('%s loads and maps users', (file, name, rows) => {
    const { value, diagnostics } = readSchema(readFileSync(`${folder}${file}`), file);
    expect(diagnostics).toEqual([]);
    const { mapping } = chooseMapping(value!, { sourceObject: 'User' }).value!;
    expect([mapping.name, mapping.attributeMappings.length]).toEqual([name, rows]);
  });

  test.each(unusable)('%s loads and says why it maps no users of Entra ID: %s', (file, because) => {
    const { value, diagnostics } = readSchema(readFileSync(`${folder}${file}`), file);
    expect(diagnostics).toEqual([]);
    const refused = chooseMapping(value!, { sourceObject: 'User' });
    expect(refused).toMatchObject({
      value: undefined,
      diagnostics: [{ code: 'schema/no-usable-mapping', args: { unusable: [{ because }] } }],
    });
  });

  test('the cloud sync export keeps its 136 rows and its macros, and its unary clauses have no values', () => {
    const file = 'ad2aad-cloud-sync.json';
    const { value } = readSchema(readFileSync(`${folder}${file}`), file);
    const mapping = value!.rules[0]!.objectMappings[0]!;
    expect(mapping.attributeMappings).toHaveLength(136);
    const clauses = mapping.scope.inputFilterGroups.flatMap((group) => group.clauses);
    const unary = clauses.filter(({ operatorName }) => operatorName.startsWith('IS '));
    expect(unary.length).toBeGreaterThan(0);
    expect(unary.every(({ values }) => values.length === 0)).toBe(true);
  });
});
