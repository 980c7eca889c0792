import type { ObjectReader } from './object-reader.js';
import type {
  AttributeDefinition,
  AttributeType,
  DirectoryDefinition,
  Mutability,
  ObjectDefinition,
} from './schema.js';

const attributeTypes: readonly AttributeType[] = [
  'String',
  'Integer',
  'Reference',
  'Binary',
  'Boolean',
  'DateTime',
];
const mutabilities: readonly Mutability[] = ['ReadWrite', 'ReadOnly', 'Immutable', 'WriteOnly'];

/** Reads directoryDefinitions. Published samples hold sparse definitions with name and type only: Graph's defaults apply. */
export function readDirectories(schema: ObjectReader): readonly DirectoryDefinition[] {
  return schema.readObjects('directories').map((reader) => ({
    id: reader.readText('id') ?? null,
    name: reader.readText('name') ?? '',
    objects: reader.readObjects('objects').map(readDefinition),
  }));
}

function readDefinition(reader: ObjectReader): ObjectDefinition {
  return {
    name: reader.readText('name') ?? '',
    attributes: reader
      .readObjects('attributes')
      .map(readAttribute)
      .filter((attribute) => attribute !== undefined),
  };
}

function readAttribute(reader: ObjectReader): AttributeDefinition | undefined {
  const name = reader.requireText('name');
  if (name === undefined) return undefined;
  return {
    name,
    type: reader.readWord('type', attributeTypes, 'String', 'warning'),
    anchor: reader.readFlag('anchor', false),
    required: reader.readFlag('required', false),
    multivalued: reader.readFlag('multivalued', false),
    caseExact: reader.readFlag('caseExact', false),
    mutability: reader.readWord('mutability', mutabilities, 'ReadWrite', 'warning'),
    defaultValue: reader.readText('defaultValue') ?? null,
    flowNullValues: reader.readFlag('flowNullValues', false),
    pointer: reader.pointer,
  };
}
