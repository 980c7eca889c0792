import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findOddCharacters, withoutOddCharacters } from '../../src/steps/import-user/odd-characters.js';

// Names and code points: Unicode 15, "Names List".
describe('blanks and characters that cannot be seen', () => {
  test.each([
    ['a blank at the end', 'Sales ', [['U+0020 blank', 'at the end']]],
    [
      'blanks at both ends',
      '  Sales\t',
      [
        ['U+0020 blank', 'at the start'],
        ['U+0009 tab', 'at the end'],
      ],
    ],
    ['a no-break space within', 'North\u00a0Sales', [['U+00A0 no-break space', 'after "North"']]],
    ['a zero width space within', 'Sa\u200bles', [['U+200B zero width space', 'after "Sa"']]],
    ['a soft hyphen within', 'Market\u00ading', [['U+00AD soft hyphen', 'after "Market"']]],
    ['a byte order mark at the start', '\ufeffSales', [['U+FEFF byte order mark', 'at the start']]],
    ['a direction that turns', 'a\u202eb', [['U+202E right-to-left override', 'after "a"']]],
    ['a character without a name here', 'a\u2061b', [['U+2061', 'after "a"']]],
  ])('are found with name and place: %s', (_name, text, found) => {
    expect(findOddCharacters(text).map(({ name, place }) => [name, place])).toEqual(found);
  });

  test.each([
    ['words', 'North Sales'],
    ['letters of all kinds', 'Łukasz Żółć 王 秀英'],
    ['an address of two lines', 'Praterstraße 12\r\nTop 3'],
    ['a joined emoji', '👩‍💻'],
    ['an emoji with its variation', '☎️ 12'],
    ['a joiner that Persian needs', 'می‌خواهم'],
    ['an ideographic space within a name', '山田　太郎'],
    ['nothing', ''],
    ['nothing but blanks, which is no value', '   '],
  ])('are no fault where they belong: %s', (_name, text) => {
    expect(findOddCharacters(text)).toEqual([]);
  });

  test('taken away, leave none', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\u00a0', '\u200b', ' ', '\ufeff'),
        (text, odd) => {
          expect(findOddCharacters(withoutOddCharacters(odd + text + odd))).toEqual([]);
        },
      ),
    );
  });
});
