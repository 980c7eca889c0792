import type { ObjectReader } from './object-reader.js';
import type { FilterClause, FilterGroup, MappingScope } from './schema.js';

/** Reads the `scope` of an objectMapping; null means that everything is in scope, which is no groups at all. */
export function readScope(mapping: ObjectReader): MappingScope {
  const scope = mapping.readObject('scope');
  const read = (name: string) => scope?.readObjects(name).map(readGroup) ?? [];
  return {
    groups: read('groups'),
    inputFilterGroups: read('inputFilterGroups'),
    categoryFilterGroups: read('categoryFilterGroups'),
  };
}

function readGroup(reader: ObjectReader): FilterGroup {
  return {
    name: reader.readText('name') ?? '',
    clauses: reader
      .readObjects('clauses')
      .map(readClause)
      .filter((clause) => clause !== undefined),
    pointer: reader.pointer,
  };
}

function readClause(reader: ObjectReader): FilterClause | undefined {
  const operatorName = reader.requireText('operatorName');
  const sourceOperandName = reader.requireText('sourceOperandName');
  const values = reader.readObject('targetOperand')?.readTexts('values') ?? [];
  if (operatorName === undefined || sourceOperandName === undefined) return undefined;
  return { operatorName, sourceOperandName, values, pointer: reader.pointer };
}
