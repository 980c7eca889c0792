import { describe, expect, test } from '@jest/globals';
import { openFixture } from './documents.js';

const clause = '/synchronizationRules/0/objectMappings/1/scope/groups/0/clauses/1';
const pascalCased = '/SynchronizationRules/0/ObjectMappings/1/Scope/Groups/0/Clauses/1';

describe('positions in the document as written', () => {
  // Lines and columns read off the fixtures with grep: the opening brace of the clause.
  test.each([
    ['portal.json', clause, 63, 19],
    ['graph-value-list.json', `/value/0${clause}`, 66, 23],
    ['powershell-convertto-json.json', pascalCased, 475, 19],
    ['powershell-utf16le.json', pascalCased.replace('/Clauses/', '/Clauses/value/'), 484, 41],
  ])('%s: the pointer of a clause leads to its line', (file, pointer, line, column) => {
    const schema = openFixture(file);
    const found = schema.rules[0]!.objectMappings[1]!.scope.groups[0]!.clauses[1]!;
    expect(found).toMatchObject({ operatorName: 'IS TRUE', pointer });
    expect(schema.locate(found.pointer)).toEqual({ file, pointer, line, column });
  });

  test('every node leads to a place of its own', () => {
    const schema = openFixture('portal.json');
    const rule = schema.rules[0]!;
    const mapping = rule.objectMappings[1]!;
    const row = mapping.attributeMappings[6]!;
    const nodes = [rule, mapping, row, row.source!, row.source!.parameters[1]!.value];
    const attribute = schema.directories[1]!.objects[0]!.attributes[1]!;
    const lines = [...nodes, attribute].map(({ pointer }) => schema.locate(pointer).line);
    expect(new Set(lines).size).toBe(nodes.length + 1);
    expect(row.source!.parameters[1]!.value.pointer).toBe(`${row.pointer}/source/parameters/1/value`);
  });
});
