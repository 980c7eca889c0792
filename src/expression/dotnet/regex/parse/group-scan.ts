import { isWordCharacter } from '../sets/categories.js';
import { readEscaped } from './backslash.js';
import { readClass } from './char-class.js';
import { numberGroups, type GroupTable } from './group-table.js';
import { EXPLICIT_CAPTURE, IGNORE_WHITE_SPACE } from './options.js';
import { isDigit, PatternScanner } from './pattern-scanner.js';

/** What the first pass has found. */
interface Found {
  readonly numbered: Set<number>;
  readonly named: Set<string>;
  next: number;
  /** the next "(" is the condition of an alternation and captures nothing */
  isCondition: boolean;
  readonly options: number[];
}

/**
 * The first pass over a pattern: which groups it has. References may stand before their groups, so .NET looks for all
 * groups first. @throws PatternFault
 */
export function scanGroups(pattern: string): GroupTable {
  const scanner = new PatternScanner(pattern);
  const found: Found = { numbered: new Set([0]), named: new Set(), next: 1, isCondition: false, options: [] };
  while (!scanner.atEnd) {
    const character = scanner.next();
    if (character === '\\' && scanner.peek() !== '') skipEscaped(scanner);
    else if (character === '[') readClass(scanner, 'count');
    else if (character === ')') scanner.options = found.options.pop() ?? scanner.options;
    else if (character === '(') scanOpening(scanner, found);
    else if (character === '#' && scanner.has(IGNORE_WHITE_SPACE)) {
      scanner.at--;
      scanner.skipBlank();
    }
  }
  return numberGroups(found.numbered, [...found.named], found.next);
}

function skipEscaped(scanner: PatternScanner): void {
  if (/[bBAGZzwWsSdDpP]/.test(scanner.peek())) scanner.at++;
  else readEscaped(scanner);
}

function scanOpening(scanner: PatternScanner, found: Found): void {
  const wasCondition = found.isCondition;
  found.isCondition = false;
  if (scanner.peek() === '?' && scanner.peek(1) === '#') {
    scanner.at--;
    scanner.skipBlank();
    return;
  }
  found.options.push(scanner.options);
  if (!scanner.accept('?')) {
    if (!scanner.has(EXPLICIT_CAPTURE) && !wasCondition) found.numbered.add(found.next++);
    return;
  }
  const kind = scanner.peek();
  if ((kind === '<' || kind === "'") && scanner.peek(1) !== '') {
    scanner.at++;
    noteName(scanner, found);
    return;
  }
  scanner.readOptions();
  if (scanner.accept(')')) found.options.pop();
  else found.isCondition = scanner.peek() === '(';
}

/** A name that starts with 0 is no name yet; the second pass refuses it. */
function noteName(scanner: PatternScanner, found: Found): void {
  const first = scanner.peek();
  if (first === '0' || !isWordCharacter(first)) return;
  if (isDigit(first)) found.numbered.add(scanner.readNumber());
  else found.named.add(scanner.readName());
}
