import { isWordCharacter } from '../sets/categories.js';
import { PatternFault } from './fault.js';
import type { PatternScanner } from './pattern-scanner.js';

const LETTERS: ReadonlyMap<string, number> = new Map([
  ['a', 0x07],
  ['b', 0x08],
  ['e', 0x1b],
  ['f', 0x0c],
  ['n', 0x0a],
  ['r', 0x0d],
  ['t', 0x09],
  ['v', 0x0b],
]);

/**
 * Reads the character after a backslash, which stands for one unit: `\n`, `\x41`, `\u00e9`, `\cC`, octal `\101`, or
 * itself. Source: Microsoft Learn, "Character escapes in .NET regular expressions"; refusals: reference 7.1.
 */
export function readEscape(scanner: PatternScanner): number {
  const start = scanner.at - 1;
  if (isOctal(scanner.peek())) return readOctal(scanner);
  const character = scanner.next();
  const known = LETTERS.get(character);
  if (known !== undefined) return known;
  if (character === 'x') return readHex(scanner, 2, start);
  if (character === 'u') return readHex(scanner, 4, start);
  if (character === 'c') return readControl(scanner, start);
  if (isWordCharacter(character)) throw new PatternFault('escapeUnknown', start);
  return character.charCodeAt(0);
}

function isOctal(character: string): boolean {
  return character >= '0' && character <= '7';
}

/** At most three digits; of a value above 255 the high bit is lost, as in .NET. */
function readOctal(scanner: PatternScanner): number {
  let value = 0;
  for (let i = 0; i < 3 && isOctal(scanner.peek()); i++) value = value * 8 + Number(scanner.next());
  return value & 0xff;
}

function readHex(scanner: PatternScanner, digits: number, start: number): number {
  const text = scanner.pattern.slice(scanner.at, scanner.at + digits);
  if (text.length < digits || !/^[0-9a-fA-F]+$/.test(text)) throw new PatternFault('hexIncomplete', start);
  scanner.at += digits;
  return parseInt(text, 16);
}

function readControl(scanner: PatternScanner, start: number): number {
  const character = scanner.next();
  if (character === '') throw new PatternFault('controlMissing', start);
  const upper = character >= 'a' && character <= 'z' ? character.toUpperCase() : character;
  const value = upper.charCodeAt(0) - 0x40;
  if (value < 0 || value > 0x1f) throw new PatternFault('controlUnknown', start);
  return value;
}
