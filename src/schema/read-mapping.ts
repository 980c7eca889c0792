import { normaliseWord, type ObjectReader } from './object-reader.js';
import { readScope } from './read-scope.js';
import { readSource } from './read-source.js';
import type { AttributeMapping, FlowBehavior, FlowType, FlowTypes, ObjectMapping } from './schema.js';

const flowTypes: readonly FlowType[] = [
  'Always',
  'ObjectAddOnly',
  'MultiValueAddOnly',
  'ValueAddOnly',
  'AttributeAddOnly',
];
const flowBehaviors: readonly FlowBehavior[] = ['FlowWhenChanged', 'FlowAlways'];

/** Reads an objectMapping with the defaults of Graph's resource type: enabled, all three flow types, everything in scope. */
export function readMapping(reader: ObjectReader): ObjectMapping {
  return {
    name: reader.readText('name') ?? null,
    enabled: reader.readFlag('enabled', true),
    flowTypes: readFlowTypes(reader),
    sourceObjectName: reader.readText('sourceObjectName') ?? '',
    targetObjectName: reader.readText('targetObjectName') ?? '',
    scope: readScope(reader),
    attributeMappings: reader
      .readObjects('attributeMappings')
      .map(readRow)
      .filter((row) => row !== undefined),
    pointer: reader.pointer,
  };
}

function readRow(reader: ObjectReader): AttributeMapping | undefined {
  const source = reader.readObject('source');
  const row = {
    source: source === undefined ? null : readSource(source),
    defaultValue: readDefault(reader),
    matchingPriority: reader.readWhole('matchingPriority', 0),
    flowType: reader.readWord('flowType', flowTypes, 'Always'),
    flowBehavior: reader.readWord('flowBehavior', flowBehaviors, 'FlowWhenChanged'),
    pointer: reader.pointer,
  };
  const targetAttributeName = reader.requireText('targetAttributeName');
  return targetAttributeName === undefined ? undefined : { targetAttributeName, ...row };
}

/** Newer exports write "no default" as an empty text, older ones as null (schema reference 3.5). */
function readDefault(reader: ObjectReader): string | null {
  const text = reader.readText('defaultValue') ?? '';
  return text === '' ? null : text;
}

const flowNames = ['None', 'Add', 'Update', 'Delete'] as const;
const allFlows: FlowTypes = { add: true, update: true, delete: true };

/** Flags as text, `Add, Update, Delete` with or without blanks, or as their number: Add 1, Update 2, Delete 4. */
function readFlowTypes(reader: ObjectReader): FlowTypes {
  const field = reader.find('flowTypes');
  if (field === undefined) return allFlows;
  const { value } = field;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 7) {
    return { add: (value & 1) !== 0, update: (value & 2) !== 0, delete: (value & 4) !== 0 };
  }
  const words = typeof value === 'string' ? normaliseWord(value).split(',') : [];
  const known: readonly string[] = flowNames.map((name) => name.toLowerCase());
  if (words.length === 0 || words.some((word) => !known.includes(word))) {
    reader.addUnknownWord(field, 'flowTypes', flowNames);
    return allFlows;
  }
  return { add: words.includes('add'), update: words.includes('update'), delete: words.includes('delete') };
}
