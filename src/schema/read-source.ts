import type { ObjectReader } from './object-reader.js';
import { rebuildExpression } from './rebuild-expression.js';
import type { MappingSource } from './schema.js';

const sourceTypes: readonly MappingSource['type'][] = ['Attribute', 'Constant', 'Function'];

/**
 * Reads an attributeMappingSource. The expression is the truth and the tree a hint: with an expression, faults of the tree
 * do not matter.
 * @returns null for an object without content, taken for how the Graph PowerShell SDK writes null (assumed)
 */
export function readSource(reader: ObjectReader): MappingSource | null {
  if (isEmpty(reader)) return null;
  const type = reader.readWord('type', sourceTypes, 'Attribute');
  const written = reader.readText('expression') ?? '';
  const hasText = written.trim() !== '';
  const name = readName(reader, type, hasText);
  const parameters = readParameters(hasText ? reader.ignoreFaults() : reader);
  const expression = hasText ? written : rebuildExpression(type, name, parameters);
  return { type, name, expression, parameters, pointer: reader.pointer };
}

function isEmpty(reader: ObjectReader): boolean {
  const tree = reader.find('parameters')?.value;
  return (
    ['type', 'name', 'expression'].every((name) => reader.find(name) === undefined) &&
    (tree === undefined || (Array.isArray(tree) && tree.length === 0))
  );
}

function readName(reader: ObjectReader, type: MappingSource['type'], hasText: boolean): string {
  if (hasText) return reader.readText('name') ?? '';
  // Empty and blank texts are constants like any other.
  if (type === 'Constant' && reader.find('name') !== undefined) return reader.readText('name') ?? '';
  return reader.requireText('name') ?? '';
}

function readParameters(reader: ObjectReader): MappingSource['parameters'] {
  return reader.readObjects('parameters').flatMap((entry) => {
    const value = entry.readObject('value');
    const source = value === undefined ? null : readSource(value);
    if (source !== null) return [{ key: entry.readText('key') ?? '', value: source }];
    // A value of the wrong type has been found already.
    if (value !== undefined || entry.find('value') === undefined) entry.addMissing('value');
    return [];
  });
}
