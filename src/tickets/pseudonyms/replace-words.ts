import { createHmac } from 'node:crypto';
import { replaceLetter } from './letters.js';

/** Turns a personal text into its pseudonym: the same word always into the same word, in whatever letters it is written. */
export type ReplaceWords = (text: string) => string;

const guid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const word = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
/** Default Access, and the like: no one's id. */
const zeros = /^[0-]+$/;

/** Marks of format inside personal values: kinds of addresses, the mark of guests, the ends of domain names. */
const marks = ['smtp', 'sip', 'ext', 'com', 'net', 'org', 'onmicrosoft'];

/**
 * Makes the replacement of one masking. Words are runs of letters or of digits, so `Alice` in a display name and `alice` in a
 * user principal name stay one word, and different words stay different. GUIDs become GUIDs; all zeros stay.
 * @param key decides the pseudonyms; without it names cannot be found again by trying
 * @param keep words that stay, in any letter case: those that a filter or an expression compares with
 */
export function createReplacement(key: string, keep: Iterable<string>): ReplaceWords {
  const kept = new Set([...marks, ...[...keep].flatMap(wordsOf)]);
  const known = new Map<string, string>();
  const digest = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

  /** Each letter is shifted by what stands before it: that is one to one. */
  function replaceWord(text: string): string {
    if (kept.has(text.toLowerCase())) return text;
    const before = known.get(text);
    if (before !== undefined) return before;
    const letters = Array.from(text);
    const replaced = letters
      .map((letter, at) =>
        replaceLetter(letter, digest(letters.slice(0, at).join('').toLowerCase()).readUInt16BE()),
      )
      .join('');
    known.set(text, replaced);
    return replaced;
  }

  function replaceGuid(text: string): string {
    if (zeros.test(text)) return text;
    const hex = digest(text.toLowerCase()).toString('hex');
    const parts = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ];
    const replaced = parts.join('-');
    return text === text.toUpperCase() ? replaced.toUpperCase() : replaced;
  }

  return (text) => {
    const parts: string[] = [];
    let end = 0;
    for (const match of text.matchAll(guid)) {
      parts.push(text.slice(end, match.index).replace(word, replaceWord), replaceGuid(match[0]));
      end = match.index + match[0].length;
    }
    return [...parts, text.slice(end).replace(word, replaceWord)].join('');
  };
}

const wordsOf = (text: string): string[] => (text.match(word) ?? []).map((one) => one.toLowerCase());
