import { readFileSync } from 'node:fs';
import { describe as inWords, type DescribedDiagnostic } from '../../src/diagnostics/describe.js';
import type { Checked } from '../../src/diagnostics/diagnostic.js';
import { readSchema, type SynchronizationSchema } from '../../src/schema/index.js';

/** Reads one of the project's schema fixtures. */
export function readFixture(name: string): Checked<SynchronizationSchema> {
  return readSchema(readFileSync(new URL(`../../fixtures/schemas/${name}`, import.meta.url)), name);
}

/** Reads a fixture that is known to be readable. */
export function openFixture(name: string): SynchronizationSchema {
  const { value } = readFixture(name);
  if (value === undefined) throw new Error(`${name} cannot be read`);
  return value;
}

/** Reads a document given as a value, written with two blanks of indentation. */
export function readValue(value: unknown): Checked<SynchronizationSchema> {
  return readText(JSON.stringify(value, null, 2));
}

export function readText(text: string): Checked<SynchronizationSchema> {
  return readSchema(new TextEncoder().encode(text), 'case.json');
}

export function describeAll(checked: Checked<unknown>): readonly DescribedDiagnostic[] {
  return checked.diagnostics.map(inWords);
}

/** A schema without what depends on how the document is written: pointers and the locator. */
export function withoutPlaces(schema: SynchronizationSchema | undefined): unknown {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'pointer' ? undefined : value)),
  ) as unknown;
}

/** A schema with one rule, one user mapping and the given changes to its parts. */
export function schemaWith(parts: {
  readonly rule?: object;
  readonly mapping?: object;
  readonly row?: object;
  readonly clause?: object;
  readonly attribute?: object;
}): object {
  const row = { targetAttributeName: 'userName', source: { name: 'userPrincipalName' }, ...parts.row };
  const scope =
    parts.clause === undefined
      ? null
      : {
          groups: [
            {
              name: 'g',
              clauses: [{ operatorName: 'EQUALS', sourceOperandName: 'department', ...parts.clause }],
            },
          ],
        };
  const mapping = {
    name: 'Users',
    sourceObjectName: 'User',
    targetObjectName: 'User',
    scope,
    attributeMappings: [row],
  };
  const rule = { name: 'R', sourceDirectoryName: 'Microsoft Entra ID', targetDirectoryName: 'app' };
  return {
    synchronizationRules: [{ ...rule, objectMappings: [{ ...mapping, ...parts.mapping }], ...parts.rule }],
    directories: [
      { name: 'app', objects: [{ name: 'User', attributes: [{ name: 'userName', ...parts.attribute }] }] },
    ],
  };
}
