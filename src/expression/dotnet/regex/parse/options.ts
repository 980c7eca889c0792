/** The inline options of .NET as bits. */
export const IGNORE_CASE = 1;
export const MULTILINE = 2;
export const SINGLE_LINE = 4;
export const EXPLICIT_CAPTURE = 8;
export const IGNORE_WHITE_SPACE = 16;

const BITS: ReadonlyMap<string, number> = new Map([
  ['i', IGNORE_CASE],
  ['m', MULTILINE],
  ['s', SINGLE_LINE],
  ['n', EXPLICIT_CAPTURE],
  ['x', IGNORE_WHITE_SPACE],
]);

/** The bit of an option letter, which .NET takes in either case; undefined for any other character. */
export function optionBit(letter: string): number | undefined {
  return BITS.get(letter) ?? (/^[A-Z]$/.test(letter) ? BITS.get(letter.toLowerCase()) : undefined);
}
