import { describe, type DescribedDiagnostic } from '../diagnostics/describe.js';
import { lintSchema as lint } from '../lint/index.js';
import { readSchema } from '../schema/index.js';
import type { SchemaInput } from './read-schema-input.js';

/**
 * Faults of a schema that show without any user or network; a schema that cannot be read is one of them.
 * @experimental until 1.0
 */
export function lintSchema(schema: SchemaInput): DescribedDiagnostic[] {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  const read = readSchema(new TextEncoder().encode(text), 'schema');
  const found = read.value === undefined ? read.diagnostics : [...read.diagnostics, ...lint(read.value)];
  return found.map(describe);
}
