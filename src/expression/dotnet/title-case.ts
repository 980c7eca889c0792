import { toLower, toUpper } from './casing.js';

/** What ends a word: spaces, control and format characters, punctuation and symbols, without the ASCII apostrophe. */
const separator = /[\p{Z}\p{Cc}\p{Cf}\p{P}\p{S}]/u;
const letter = /\p{L}/u;

/** The four digraphs whose title case is neither their upper nor their lower case. */
const digraphs: Readonly<Record<string, string>> = { ǆ: 'ǅ', ǉ: 'ǈ', ǌ: 'ǋ', ǳ: 'ǲ' };

/**
 * Lower case with a capital at the start of each word, as .NET's TextInfo.ToTitleCase makes it of lower case text
 * ("Attribute-mapping expressions", section 7.4). A word starts at a letter; digits, marks and `'` do not end it.
 */
export function toTitleCase(text: string): string {
  let result = '';
  let inWord = false;
  for (const character of toLower(text)) {
    const starts: boolean = !inWord && letter.test(character);
    result += starts ? (digraphs[character] ?? toUpper(character)) : character;
    inWord = starts || (inWord && (character === "'" || !separator.test(character)));
  }
  return result;
}

/** Lower case with a capital at the start and right after each of the given separators, and nowhere else. */
export function capitalizeAfter(text: string, separators: string): string {
  const ends = new Set(separators);
  let result = '';
  let atStart = true;
  for (const character of toLower(text)) {
    result += atStart ? toUpper(character) : character;
    atStart = ends.has(character);
  }
  return result;
}
