import { readSchema, type SynchronizationSchema } from '../schema/index.js';
import { UnusableInputError } from './errors.js';

/** A schema given as text, or as what JSON.parse makes of it. */
export type SchemaInput = string | object;

/** @throws UnusableInputError when it is no synchronizationSchema */
export function readSchemaInput(schema: SchemaInput): SynchronizationSchema {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  const read = readSchema(new TextEncoder().encode(text), 'schema');
  if (read.value === undefined) throw new UnusableInputError(read.diagnostics);
  return read.value;
}
