import { describe, expect, test } from '@jest/globals';
import { openFixture, readFixture, withoutPlaces } from './documents.js';

// Shapes: schema reference 9 "Reading tolerantly"; defaults: section 3.
const shapes = [
  ['Graph with @odata annotations and the beta leftover', 'graph-odata.json'],
  ['a Graph list', 'graph-value-list.json'],
  ['a template that carries the schema', 'graph-template.json'],
  ['ConvertTo-Json of the Graph PowerShell SDK', 'powershell-convertto-json.json'],
  ['Windows PowerShell: UTF-16 with byte order mark, counted lists', 'powershell-utf16le.json'],
  ['UTF-8 with byte order mark', 'utf8-bom.json'],
  [
    'written by hand: words in other case, numbers as text, no expressions, defaults left out',
    'hand-edited.json',
  ],
] as const;

describe('one schema in every shape that people have', () => {
  test.each(shapes)('%s gives the model of the portal download', (_, file) => {
    expect(withoutPlaces(openFixture(file))).toEqual(withoutPlaces(openFixture('portal.json')));
  });

  test('a bare schema is read without findings', () => {
    for (const file of [
      'portal.json',
      'graph-odata.json',
      'powershell-convertto-json.json',
      'hand-edited.json',
    ]) {
      expect(readFixture(file).diagnostics).toEqual([]);
    }
  });

  test.each([
    ['graph-value-list.json', '/value/0'],
    ['graph-template.json', '/schema'],
  ])('a wrapper is said: %s', (file, pointer) => {
    const { diagnostics } = readFixture(file);
    expect(diagnostics).toMatchObject([{ code: 'schema/unwrapped', args: { pointer }, at: [{ pointer }] }]);
  });

  test('several schemas in one file are refused with their ids', () => {
    const { value, diagnostics } = readFixture('graph-template-list.json');
    expect(value).toBeUndefined();
    const ids = ['scim.00000000000000000000000000000000', 'customappsso.00000000000000000000000000000000'];
    expect(diagnostics).toMatchObject([{ code: 'schema/several-schemas', args: { count: 2, ids } }]);
  });
});
