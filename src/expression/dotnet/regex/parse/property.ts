import { casedLetters, digits, isWordCharacter, namedUnits, spaces, word } from '../sets/categories.js';
import { complement, type CharSet } from '../sets/char-set.js';
import { PatternFault } from './fault.js';
import type { PatternScanner } from './pattern-scanner.js';

const shorthands: ReadonlyMap<string, () => CharSet> = new Map([
  ['d', digits],
  ['D', () => complement(digits())],
  ['s', spaces],
  ['S', () => complement(spaces())],
  ['w', word],
  ['W', () => complement(word())],
]);

/** What `\d`, `\D`, `\s`, `\S`, `\w` or `\W` stands for; undefined for another letter. */
export function shorthand(letter: string): CharSet | undefined {
  return shorthands.get(letter)?.();
}

/** Reads `{Name}` after `\p` or `\P`; the name may have hyphens. */
function readPropertyName(scanner: PatternScanner): string {
  const start = scanner.at - 2;
  if (!scanner.accept('{')) throw new PatternFault('propertyIncomplete', start);
  const from = scanner.at;
  while (isWordCharacter(scanner.peek()) || scanner.peek() === '-') scanner.at++;
  const name = scanner.pattern.slice(from, scanner.at);
  if (!scanner.accept('}')) throw new PatternFault('propertyIncomplete', start);
  return name;
}

/**
 * Reads the rest of `\p{Name}`. Blocks are sets of units like ranges (`isBlock`): ignoring case adds their partners;
 * categories it leaves alone, save that upper, lower and title case become one.
 */
export function readProperty(
  scanner: PatternScanner,
  ignoreCase: boolean,
): { units: CharSet; isBlock: boolean } {
  const start = scanner.at - 2;
  const name = readPropertyName(scanner);
  const isCased = name === 'Lu' || name === 'Ll' || name === 'Lt';
  const units = ignoreCase && isCased ? casedLetters() : namedUnits(name);
  if (!units) throw new PatternFault('propertyUnknown', start);
  return { units, isBlock: name.startsWith('Is') };
}
