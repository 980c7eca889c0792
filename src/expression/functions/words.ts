import { toUpper } from '../dotnet/casing.js';
import { trim } from '../dotnet/white-space.js';
import { wholeNumber } from '../conversion.js';
import { defineFunction } from './declaration.js';
import { normalizeDiacritics } from './diacritics.js';
import { nullable, number, optional, text, value, word } from './parameters.js';

const inStr = defineFunction({
  name: 'InStr',
  summary: 'Where a text stands in another one, counted from 1; 0 when it does not.',
  parameters: [
    text('value1'),
    text('value2'),
    optional(number('start')),
    optional(word('compareType', ['vbBinaryCompare', 'vbTextCompare'])),
  ],
  result: 'number',
  basis: 'documented',
  examples: [
    { expression: 'InStr("The quick brown fox","quick")', expected: '5', source: 'section 6, InStr' },
    { expression: 'InStr("repEated","e",3,vbBinaryCompare)', expected: '7', source: 'section 6, InStr' },
    { expression: 'InStr("repEated","E", ,vbTextCompare)', expected: '2', source: 'section 6, InStr' },
  ],
  apply: (value1, value2, start, compareType, site) => {
    // A start beyond 2^53 loses nothing here: no text is as long.
    const from = start === undefined ? 0 : Number(start) - 1;
    if (from < 0) return site.fail('expression/position', { position: String(start), count: value1.length });
    if (from >= value1.length) return 0n;
    const found =
      compareType === 'vbTextCompare'
        ? toUpper(value1).indexOf(toUpper(value2), from)
        : value1.indexOf(value2, from);
    return wholeNumber(found + 1);
  },
});

const wordAt = defineFunction({
  name: 'Word',
  summary: 'One word of a text. Every character of the delimiters parts words; adjacent ones count as one.',
  parameters: [nullable(text('string')), nullable(number('wordNumber')), nullable(text('delimiters'))],
  result: 'text',
  nulls: 'null gives the empty text',
  basis: 'documented',
  examples: [
    {
      expression: 'Word("This,string!has&many separators",3,",!&#")',
      expected: 'has',
      source: 'section 6, Word',
    },
    { expression: 'Word("one two",3," ")', expected: '', source: 'section 6, Word: too few words' },
  ],
  apply: (string, wordNumber, delimiters) => {
    if (string === null || wordNumber === null || wordNumber < 1n) return '';
    const units = new Set((delimiters ?? '').split(''));
    const words: string[] = [];
    let start = 0;
    for (let at = 0; at <= string.length; at += 1) {
      if (at < string.length && !units.has(string.charAt(at))) continue;
      if (at > start) words.push(string.slice(start, at));
      start = at + 1;
    }
    return words[Number(wordNumber) - 1] ?? '';
  },
});

const trimmed = defineFunction({
  name: 'Trim',
  summary: 'Takes white space off both ends; of a list, off each value.',
  parameters: [value('source')],
  result: 'text',
  basis: 'documented',
  source: 'Reference for writing expressions for attribute mappings in Microsoft Entra Cloud Sync',
  examples: [
    { expression: 'Trim("  x y ")', expected: 'x y', source: 'section 8, Trim' },
    {
      expression: 'Trim([mails])',
      attributes: { mails: [' a@x.y', 'b@x.y '] },
      expected: ['a@x.y', 'b@x.y'],
      source: 'section 8, Trim: per value on a list',
    },
  ],
  apply: (source) => {
    if (typeof source === 'string') return trim(source);
    return typeof source === 'object' ? source.map(trim) : source;
  },
});

const diacritics = defineFunction({
  name: 'NormalizeDiacritics',
  summary: 'Puts plain letters in the place of those with diacritics: ä is a, ø is oe, ß is ss.',
  parameters: [text('source')],
  result: 'text',
  basis: 'documented',
  examples: [
    { expression: 'NormalizeDiacritics("Zoë")', expected: 'Zoe', source: 'section 6, NormalizeDiacritics' },
    {
      expression: 'NormalizeDiacritics("Łukasz Ærø ẞ")',
      expected: 'Lukasz AEroe ẞ',
      source: 'section 6, NormalizeDiacritics: table',
    },
  ],
  apply: (source) => normalizeDiacritics(source),
});

/** Functions that look into a text. */
export const wordFunctions = [inStr, wordAt, trimmed, diacritics];
