import { describe, expect, test } from '@jest/globals';
import { readValue, schemaWith } from './documents.js';

const attribute = (name: string) => ({ type: 'Attribute', name });
const constant = (name: string) => ({ type: 'Constant', name });
const call = (name: string, ...parameters: readonly (readonly [string, object])[]) => ({
  type: 'Function',
  name,
  parameters: parameters.map(([key, value]) => ({ key, value })),
});

describe('a source without expression is rebuilt from its tree', () => {
  // Forms: schema reference 3.6. Keys: its table, and expression reference 3 ("The parsed form in an exported schema").
  test.each([
    ['attribute by default', { name: 'mail' }, '[mail]'],
    ['constant', constant('1'), '"1"'],
    ['empty constant', constant(''), '""'],
    ['constant with signs to escape', constant('a"b\\c'), '"a\\"b\\\\c"'],
    ['cloud-sync macro', { ...constant('%DomainFQDN%'), expression: null }, '"%DomainFQDN%"'],
    [
      'call',
      call('Mid', ['source', attribute('a')], ['start', constant('1')], ['length', constant('3')]),
      'Mid([a], "1", "3")',
    ],
    ['no arguments', call('Guid'), 'Guid()'],
    [
      'repeated key',
      call('Join', ['separator', constant(' ')], ['source', attribute('a')], ['source', attribute('b')]),
      'Join(" ", [a], [b])',
    ],
    [
      'places left empty in the middle',
      call('Replace', ['source', attribute('a')], ['Find', constant('-')], ['Replacement', constant('_')]),
      'Replace([a], "-", , , "_")',
    ],
    [
      'regular expression',
      call(
        'Replace',
        ['source', attribute('a')],
        ['RegularExpression', constant('x')],
        ['Replacement', constant('')],
      ),
      'Replace([a], , "x", , "")',
    ],
    [
      'default left empty',
      call(
        'Switch',
        ['source', attribute('a')],
        ['switchValue', constant('k')],
        ['switchValue', constant('v')],
      ),
      'Switch([a], , "k", "v")',
    ],
    [
      'default given',
      call(
        'Switch',
        ['source', attribute('a')],
        ['defaultValue', constant('d')],
        ['switchValue', constant('k')],
        ['switchValue', constant('v')],
      ),
      'Switch([a], "d", "k", "v")',
    ],
    [
      'input format left out',
      call('FormatDateTime', ['source', attribute('d')], ['outputFormat', constant('yyyy')]),
      'FormatDateTime([d], , , "yyyy")',
    ],
    [
      'comparison',
      call(
        'IIF',
        ['one', attribute('a')],
        ['two', constant('=')],
        ['three', constant('x')],
        ['four', constant('y')],
        ['five', constant('z')],
      ),
      'IIF([a] = "x", "y", "z")',
    ],
    [
      'boolean condition',
      call(
        'IIF',
        ['one', call('IsPresent', ['source', attribute('a')])],
        ['four', constant('y')],
        ['five', constant('z')],
      ),
      'IIF(IsPresent([a]), "y", "z")',
    ],
    [
      'no else',
      call(
        'IIF',
        ['one', attribute('a')],
        ['two', constant('=')],
        ['three', constant('x')],
        ['four', constant('y')],
      ),
      'IIF([a] = "x", "y")',
    ],
  ])('%s', (_, source, expression) => {
    const { value, diagnostics } = readValue(schemaWith({ row: { source } }));
    expect(diagnostics).toEqual([]);
    expect(value?.rules[0]?.objectMappings[0]?.attributeMappings[0]?.source?.expression).toBe(expression);
  });

  test('an object without content is no source, as assumed of the Graph PowerShell SDK', () => {
    const source = { Expression: null, Name: null, Parameters: [], Type: null, AdditionalProperties: {} };
    const { value, diagnostics } = readValue(schemaWith({ row: { source } }));
    expect(diagnostics).toEqual([]);
    expect(value?.rules[0]?.objectMappings[0]?.attributeMappings[0]?.source).toBeNull();
  });
});
