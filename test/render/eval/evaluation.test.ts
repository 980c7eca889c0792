import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evaluate } from '../../../src/cli/eval/evaluate.js';
import { type Attributes, compile } from '../../../src/expression/index.js';
import { renderEvaluation } from '../../../src/render/eval/index.js';
import type { Look } from '../../../src/render/index.js';
import { look } from '../text/look.js';

function show(text: string, attributes: Attributes = {}, rest: Partial<Look> = {}): string {
  const surroundings = { now: 0, seed: 's', mapping: null };
  return renderEvaluation(
    evaluate(compile(text).value!, attributes, surroundings, []),
    look({ details: 'all', ...rest }),
  );
}

const lastOf = (text: string): string => text.trimEnd().split('\n').at(-1)!;

describe('an expression laid out', () => {
  test('reads from top to bottom as it was written', () => {
    const text = 'Replace( [a], "x" , , , "y  z", , )';
    const tree = show(text, { a: 'x' }).split('\n\n')[0]!;
    const tokens = tree.split('\n').map((line) => line.trim().split('   ')[0]);
    expect(tokens).toEqual(['Replace(', '[a],', '"x", , ,', '"y  z", ,', ')']);
  });

  test('says of a branch once that it was not evaluated', () => {
    const text = show('IIF("a" = "a", "yes", Append([b], "x"))');
    expect(text.match(/not evaluated/g)).toHaveLength(1);
    expect(text).toMatch(/Append\( +not evaluated/);
  });

  test('dims what was not evaluated', () => {
    expect(show('IIF("a" = "a", "yes", [b])', {}, { colour: 1 })).toContain('\u001b[2m[b]\u001b[22m');
  });

  test.each([
    ['null as null', {}, '→ null'],
    ['blanks at the ends as dots', { a: ' x ' }, '→ "·x·"'],
    ['blanks beside each other as dots', { a: 'x  y' }, '→ "x··y"'],
    ['one blank as a blank', { a: 'x y' }, '→ "x y"'],
    ['a dot of the value beside drawn ones as an escape', { a: '· ' }, '→ "\\u00b7·"'],
    ['a no-break space as an escape', { a: 'x\u00a0y' }, '→ "x\\u00a0y"'],
    ['a line break as an escape', { a: 'x\ny' }, '→ "x\\ny"'],
    ['a list in brackets', { a: ['x', ' '] }, '→ ["x", "·"]'],
    ['the empty text in quotes', { a: '' }, '→ ""'],
  ])('shows %s', (_name, attributes: Attributes, expected) => {
    expect(lastOf(show('[a]', attributes))).toBe(expected);
  });

  test('draws blanks without Unicode as escapes', () => {
    expect(lastOf(show('[a]', { a: 'x ' }, { unicode: false }))).toBe('-> "x\\u0020"');
  });

  test('ends with what became of it', () => {
    expect(lastOf(show('IgnoreFlowIfNullOrEmpty([a])'))).toBe('→ dropped: nothing flows');
    expect(lastOf(show('Item([a], 2)', { a: 'x' }))).toMatch(/^→ failed: Item/);
    expect(lastOf(show('Redact([a])', { a: 'x' }))).toMatch(/^→ \[Redact\]/);
  });

  test('is the result alone where nothing else is wanted', () => {
    expect(show('Append([a], "!")', { a: 'x' }, { details: 'none' })).toBe('→ "x!"\n');
  });

  test('no value writes a line, a colour or a control of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        const text = show('Append([a], "!")', { a: value }, { width: 4000 });
        expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}/u);
        expect(text.trimEnd().split('\n')).toHaveLength(6);
      }),
    );
  });
});
