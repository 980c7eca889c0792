import { isAscii } from '../dotnet/casing.js';

const macron = '\u0304';
const lineBelow = '\u0331';
const [acute, grave, circumflex, tilde, diaeresis] = ['\u0301', '\u0300', '\u0302', '\u0303', '\u0308'];

const each = (letters: string): readonly string[] => Array.from(letters);

const withMarks = (letter: string, ...marks: readonly string[]): readonly string[] =>
  marks.map((mark) => letter + mark);

/**
 * What stands for which letters with diacritics, lower case only (function reference, "NormalizeDiacritics": the
 * table). Letters that Unicode has no single character for are written with their marks.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  a: [
    ...each('äàâãåáąăāǟǡ'),
    ...withMarks('a', lineBelow),
    ...withMarks('ā', acute, grave, circumflex, tilde, diaeresis),
    ...withMarks('å', macron),
  ],
  ae: [...each('æǣ')],
  c: [...each('çčć'), ...withMarks('c', macron, lineBelow)],
  d: [...each('ďḏ'), ...withMarks('d', macron)],
  e: [
    ...each('ëèéêęěėēḗḕ'),
    ...withMarks('e', lineBelow),
    ...withMarks('ē', circumflex, tilde),
    ...withMarks('ê', macron),
    ...withMarks('ë', macron),
    ...withMarks('e\u030A', macron),
  ],
  g: [...each('ğḡ'), ...withMarks('g', lineBelow)],
  i: [...each('ïîìíıī'), ...withMarks('i', lineBelow), ...withMarks('ī', acute, grave, circumflex, tilde)],
  l: [...each('ľłḹḻ'), ...withMarks('l', macron)],
  n: [...each('ñńňṉ'), ...withMarks('n', macron)],
  o: [
    ...each('öòőõôóōṓṑȫǭȭȱ'),
    ...withMarks('o', lineBelow),
    ...withMarks('ō', circumflex, tilde, diaeresis),
  ],
  oe: ['ø', ...withMarks('ø', macron), ...withMarks('œ', macron)],
  r: [...each('řṟṝ'), ...withMarks('r', macron)],
  s: [...each('šśșş'), ...withMarks('s', macron, lineBelow)],
  ss: ['ß'],
  t: [...each('ťțṯ'), ...withMarks('t', macron)],
  u: [
    ...each('üùûúůűūǖṻ'),
    ...withMarks('u', lineBelow),
    ...withMarks('ū', acute, grave, circumflex, tilde),
    ...withMarks('u\u0307', macron),
    ...withMarks('\u1E73', macron),
  ],
  y: [...each('ÿýȳ'), ...withMarks('ȳ', acute, grave, tilde)],
  z: [...each('źžżẕ'), ...withMarks('z', macron)],
};

const plain: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([result, letters]) =>
    letters.flatMap((letter) => [
      [letter.normalize('NFC'), result] as const,
      ...(letter === 'ß' || letter === 'ı'
        ? []
        : [[letter.toUpperCase().normalize('NFC'), result.toUpperCase()] as const]),
    ]),
  ),
).set('İ', 'I');

/** A character with the marks that follow it; without marks only beyond ASCII, where the table begins. */
const cluster = /[^\0-\x7f]\p{M}*|[\0-\x7f]\p{M}+/gu;

/** Replaces the letters of the documented table, upper case alike. Everything else stays as it is. */
export function normalizeDiacritics(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(cluster, (letter) => plain.get(letter) ?? plain.get(letter.normalize('NFC')) ?? letter);
}
