import { describe, expect, test } from '@jest/globals';
import { columns, fitsColumns } from '../../../src/render/text/columns.js';
import { capRows } from '../../../src/render/text/rows.js';
import { flow, hang, sliceColumns, wrap } from '../../../src/render/text/wrap.js';

const rows = (text: string) =>
  text.split('').map((name) => ({ lines: [name], spare: name === name.toLowerCase() }));
const cap = (text: string, most: number): string =>
  capRows(rows(text), most, (left) => String(left)).join('');

describe('rows where room is short', () => {
  test.each([
    ['AbCd', 4, 'AbCd'],
    ['AbCd', 3, 'AC2'],
    ['ABCD', 3, 'AB2'],
    ['abCD', 3, 'CD2'],
    ['AbCd', 1, '4'],
    ['AbCd', 0, ''],
  ])('%s in %i lines is %s: small ones go first, and the number left out is told', (text, most, kept) => {
    expect(cap(text, most)).toBe(kept);
  });

  test('a row of several lines is kept whole or left out', () => {
    const tall = [
      { lines: ['a', 'b', 'c'], spare: false },
      { lines: ['d'], spare: false },
    ];
    expect(capRows(tall, 3, (left) => `${left} more`)).toEqual(['2 more']);
  });

  test('very many rows are no trouble', () => {
    const many = Array.from({ length: 200_000 }, () => ['attribute', 'value']);
    expect(columns(many, 0, 80)).toHaveLength(many.length);
    expect(fitsColumns(many, 0, 80)).toBe(true);
  });
});

describe('columns', () => {
  test('stand below each other, and the last one wraps below itself', () => {
    expect(
      columns(
        [
          ['a', 'one two three four five'],
          ['bbb', 'x'],
        ],
        2,
        24,
      ),
    ).toEqual([['  a     one two three', '        four five'], ['  bbb   x']]);
  });

  test('a wide first cell stands above its row, and the others keep their columns', () => {
    expect(
      columns(
        [
          ['a very long first cell of a row', '1', 'x'],
          ['b', '22', 'y'],
        ],
        0,
        32,
      ),
    ).toEqual([['a very long first cell of a row', '    1    x'], ['b   22   y']]);
  });
});

describe('text', () => {
  test('of wide characters is broken by columns, not by characters', () => {
    expect(wrap('漢字漢字', 5)).toEqual(['漢字', '漢字']);
  });

  test('hangs behind its lead', () => {
    expect(hang('1  ', 'one two three four', 20)).toEqual(['1  one two three', '   four']);
  });

  test('a part that fits on a line is not broken', () => {
    expect(flow(['aa aa', 'bb bb', 'cc'], 1, 13)).toEqual([' aa aa', ' bb bb   cc']);
  });

  test('is cut between whole characters', () => {
    expect(sliceColumns('a漢b', 0, 2)).toBe('a');
    expect(sliceColumns('a漢b', 0, 3)).toBe('a漢');
    expect(sliceColumns('e\u0301x', 1, 2)).toBe('x');
  });
});
