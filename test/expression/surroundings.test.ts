import { describe, expect, test } from '@jest/globals';
import { compile } from '../../src/expression/index.js';

const attribute = (name: string) => ({ type: 'Attribute', name, parameters: [] }) as const;
const constant = (name: string) => ({ type: 'Constant', name, parameters: [] }) as const;
const call = (name: string, ...values: readonly Exported[]): Exported => ({
  type: 'Function',
  name,
  parameters: values.map((value) => ({ value })),
});
interface Exported {
  readonly type: 'Attribute' | 'Constant' | 'Function';
  readonly name: string;
  readonly parameters: readonly { readonly value: Exported }[];
}

/** Source: issue "The whole expression language", static checking; language reference, section 2 "Attribute references". */
describe('an attribute that the source object does not have', () => {
  const attributes = ['mail', 'givenName', 'surname'];

  test.each([
    ['Join(" ", [givenname], [surname])', 'givenName', '[givenname]'],
    ['Append([mial], "x")', 'mail', '[mial]'],
    ['[shoeSize]', null, '[shoeSize]'],
  ])('%s is told, with %j as the nearest', (text, nearest, marked) => {
    const { value, diagnostics } = compile(text, { attributes });
    expect(value).toBeDefined();
    expect(diagnostics).toMatchObject([{ code: 'expression/unknown-attribute', args: { nearest } }]);
    const { start, end } = diagnostics[0]!.args as { start: number; end: number };
    expect(text.slice(start, end)).toBe(marked);
  });

  test('is told once, and not where nothing is known of the source', () => {
    expect(compile('Join([x], [x], [x])', { attributes }).diagnostics).toHaveLength(1);
    expect(compile('[x]', {}).diagnostics).toEqual([]);
    expect(compile('[x]', { attributes: [] }).diagnostics).toEqual([]);
    expect(compile('Switch([IsSoftDeleted], , "False", "True")', { attributes }).diagnostics).toEqual([]);
  });
});

/** Source: language reference, section 3, "When expression and the tree disagree, nothing public says which wins". */
describe('the text and the exported tree', () => {
  test.each([
    ['[mail]', attribute('mail')],
    ['"x"', constant('x')],
    ['Mid([a], 1, &HF)', call('Mid', attribute('a'), constant('1'), constant('&HF'))],
    ['Mid([a], "1", 15)', call('Mid', attribute('a'), constant('1'), constant('15'))],
    ['Replace([a], "-", , , "_", , )', call('Replace', attribute('a'), constant('-'), constant('_'))],
    [String.raw`Append([a], "\\\\")`, call('Append', attribute('a'), constant(String.raw`\\`))],
    ['ToLower(Trim([a]))', call('ToLower', call('Trim'))],
    ['IIF([a]="x", "1", "2")', call('IIF', constant('?'), constant('1'), constant('2'))],
  ])('%s agrees', (text, exported) => {
    expect(compile(text, { exported }).diagnostics).toEqual([]);
  });

  test.each([
    ['[mail]', attribute('Mail'), '[mail]', '[Mail]'],
    ['Append([a], "x")', call('Append', attribute('a'), constant('y')), '"x"', '"y"'],
    ['Append([a], "x")', call('Join', attribute('a'), constant('x')), 'Append([a], "x")', 'Join([a], "x")'],
    ['ToLower(Trim([a]))', call('ToLower', call('Trim', attribute('b'))), '[a]', '[b]'],
    ['Join("", [a], [b])', call('Join', constant(''), attribute('a')), 'Join("", [a], [b])', 'Join("", [a])'],
  ])('%s does not agree, and the first place is marked', (text, exported, marked, shown) => {
    const { value, diagnostics } = compile(text, { exported });
    expect(value).toBeDefined();
    expect(diagnostics).toMatchObject([{ code: 'expression/tree-differs', args: { exported: shown } }]);
    const { start, end } = diagnostics[0]!.args as { start: number; end: number };
    expect(text.slice(start, end)).toBe(marked);
  });
});
