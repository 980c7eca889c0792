/** Which letters i pair in a culture: ToLower and ToUpper of .NET differ in nothing else here. */
export type Casing = 'invariant' | 'turkish' | 'other';

/**
 * The casing of a culture by its name (.NET: TextInfo). Turkish, and Azeri in Latin letters, pair I/ı and İ/i; the
 * invariant culture, named by the empty text, leaves İ and ı alone; every other culture maps them to i and I.
 * @returns undefined where the name cannot be one of a culture
 */
export function casingOf(culture: string): Casing | undefined {
  if (culture === '') return 'invariant';
  if (!/^[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8})*$/.test(culture)) return undefined;
  return /^(?:tr|az(?![-_](?:Cyrl|Arab)))(?:[-_]|$)/i.test(culture) ? 'turkish' : 'other';
}

/** Lower case as .NET's TextInfo.ToLower gives it: one character for one, no final sigma. Keeps the length. */
export function toLower(text: string, casing: Casing = 'invariant'): string {
  const prepared = casing === 'turkish' ? text.replaceAll('I', 'ı') : text;
  // JavaScript's mapping of a whole text differs in these two letters alone (Unicode: SpecialCasing).
  return /[Σİ]/.test(prepared) ? mapCharacters(prepared, lowerOf(casing)) : prepared.toLowerCase();
}

/** Lower case of the invariant culture. */
export const toLowerInvariant = (text: string): string => toLower(text);

/** Upper case as .NET's TextInfo.ToUpper gives it: one character for one, so ß stays. Keeps the length. */
export function toUpper(text: string, casing: Casing = 'invariant'): string {
  const prepared = casing === 'turkish' ? text.replaceAll('i', 'İ') : text;
  return isAscii(prepared) ? prepared.toUpperCase() : mapCharacters(prepared, upperOf(casing));
}

const lowerOf = (casing: Casing) => (character: string) =>
  character === 'İ'
    ? casing === 'invariant'
      ? character
      : 'i'
    : oneToOne(character, character.toLowerCase());

const upperOf = (casing: Casing) => (character: string) =>
  character === 'ı'
    ? casing === 'invariant'
      ? character
      : 'I'
    : oneToOne(character, greekWithIota(character) ?? character.toUpperCase());

/** JavaScript gives the full mapping; where that has another length, .NET leaves the character as it is. */
const oneToOne = (character: string, mapped: string): string =>
  mapped.length === character.length ? mapped : character;

/** Greek letters with iota below: their full upper case has two letters, their simple one is the title case letter. */
function greekWithIota(character: string): string | undefined {
  const code = character.charCodeAt(0);
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCharCode(code | 8);
  return code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3 ? String.fromCharCode(code + 9) : undefined;
}

function mapCharacters(text: string, map: (character: string) => string): string {
  let mapped = '';
  for (const character of text) mapped += map(character);
  return mapped;
}

/** Whether there is nothing beyond U+007F. A loop, because it is faster than a pattern on the short texts that attributes hold. */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}
