/**
 * Letters that may stand for each other. Whoever reads the pseudonym sees the same kind of character in the same place, so that
 * expressions on length, letter case, diacritics and digits take the same way.
 */
const sets = [
  'bcdfghjklmnpqrstvwxyz',
  'aeiou',
  '0123456789',
  'áàâãå',
  'éèêë',
  'íìîï',
  'óòôõ',
  'úùû',
  'äöü',
  'čćďěňřšťžľĺńśź',
].map((letters) => Array.from(letters));

const setOf = new Map(sets.flatMap((set) => set.map((letter) => [letter, set] as const)));

/** The last code point of Latin letters with diacritics; those outside the sets have a treatment of their own (ß, æ) and stay. */
const endOfLatin = 0x250;
/** Neighbours in the tables of Unicode, which are letters of the same script. */
const neighbours = 32;

/**
 * A letter or digit of the same kind and letter case; one to one for the same shift. What is neither stays.
 * @param shift a whole number from 0, which decides
 */
export function replaceLetter(letter: string, shift: number): string {
  const lower = letter.toLowerCase();
  const isUpper = lower !== letter && lower.length === letter.length;
  const small = isUpper ? lower : letter;
  const set = setOf.get(small) ?? findNeighbours(small);
  const replaced = set[(set.indexOf(small) + shift) % set.length] ?? small;
  return isUpper ? replaced.toUpperCase() : replaced;
}

function findNeighbours(letter: string): readonly string[] {
  const code = letter.codePointAt(0) ?? 0;
  const kind = [/^\p{Ll}$/u, /^\p{Lo}$/u, /^\p{Nd}$/u].find((one) => one.test(letter));
  if (code < endOfLatin || kind === undefined) return [letter];
  const first = code - (code % neighbours);
  return Array.from({ length: neighbours }, (_none, at) => String.fromCodePoint(first + at)).filter(
    (one) => kind.test(one) && one.toUpperCase().length === one.length,
  );
}
