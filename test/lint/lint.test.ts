import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { severityOf } from '../../src/diagnostics/describe.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { inReadingOrder, lintAccounts, lintMappings, lintSource } from '../../src/lint/index.js';
import { defaultSchema, readSchema } from '../../src/schema/index.js';
import { readTenant } from '../../src/source/fixture/index.js';
import { readFixture } from '../../src/target/fixture/index.js';

interface Case {
  readonly name: string;
  readonly file: string;
  /** severity and code, in the order of the file */
  readonly findings: readonly string[];
  /** where the first finding stands, when it is not a line that differs from the healthy twin */
  readonly line?: number;
  readonly source: string;
}

const folder = new URL('../../fixtures/lint/', import.meta.url);
const cases = JSON.parse(readFileSync(new URL('../cases/lint.json', import.meta.url), 'utf8')) as Case[];
const linesOf = (file: string): string[] => readFileSync(new URL(file, folder), 'utf8').split('\n');
const comparable = (line: string): string => line.trim().replace(/,$/, '');

function lint(file: string, bytes: Uint8Array): readonly Diagnostic[] {
  if (file.endsWith('.directory.json')) {
    const { value, diagnostics } = readTenant(bytes, file);
    return value === undefined ? diagnostics : lintSource([value], 'assigned');
  }
  if (file.endsWith('.target.json')) {
    const { value, diagnostics } = readFixture(bytes, file);
    return value === undefined ? diagnostics : lintAccounts(value, ['userName', 'externalId']);
  }
  const { value, diagnostics } = readSchema(bytes, file);
  return value === undefined ? diagnostics : [...diagnostics, ...lintMappings(value, {}).diagnostics];
}

const lintFile = (file: string): readonly Diagnostic[] =>
  inReadingOrder(lint(file, readFileSync(new URL(file, folder))), [file]);

describe('what is found without network', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { file, findings, line }) => {
    const found = lintFile(file);
    expect(found.map((finding) => `${severityOf(finding)} ${finding.code}`)).toEqual(findings);
    for (const { at } of found) {
      expect(at[0]).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
    }
    const healthy = new Set(linesOf(file.replace(/^[^.]+/, 'healthy')).map(comparable));
    const places = found.map(({ at }) => at[0]?.line ?? 0);
    if (line !== undefined) expect(places).toEqual([line]);
    else {
      // A finding inside an object that differs may stand at its brace.
      const differs = linesOf(file).flatMap((text, index) =>
        healthy.has(comparable(text)) ? [] : [index + 1],
      );
      const near = places.some((place) => differs.some((one) => one >= place && one - place <= 4));
      expect({ places, near }).toEqual({ places, near: true });
    }
  });

  test('the healthy twin of each kind has no finding', () => {
    for (const file of ['healthy.schema.json', 'healthy.directory.json', 'healthy.target.json'])
      expect([file, lintFile(file)]).toEqual([file, []]);
  });

  test('the built-in schema has no finding, under either scope', () => {
    for (const scope of ['assigned', 'all'] as const)
      expect(lintMappings(defaultSchema(), { scope }).diagnostics).toEqual([]);
  });

  test('every fault file has a case', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('healthy'));
    expect(cases.map(({ file }) => file).sort()).toEqual(files.sort());
  });
});

const shared = fileURLToPath(new URL('../../../shared/data/schemas/', import.meta.url));
const present = existsSync(shared);
if (!present) console.info('skipped: the optional samples in ../shared/data/schemas are not here');

(present ? describe : describe.skip)('published and reconstructed schemas', () => {
  // Their README says which are excerpts: no matching attribute, no directories, no definition of the target.
  test.each([
    ['reconstructed/scim-generic-default.json', []],
    ['reconstructed/scim-scoped-multi-match.json', ['lint/list-to-single-value']],
    ['cross-tenant-sync-excerpt.json', ['lint/nothing-defined', 'import/no-matching-attribute']],
    ['ad2aad-cloud-sync.json', ['schema/no-usable-mapping']],
  ])('%s yields only what it lacks', (file, codes) => {
    const found = lint('schema', readFileSync(`${shared}${file}`));
    expect(found.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  test('no sample drowns in findings', () => {
    for (const file of readdirSync(shared).filter((name) => name.endsWith('.json')))
      expect([file, lint('schema', readFileSync(`${shared}${file}`)).length < 5]).toEqual([file, true]);
  });
});
