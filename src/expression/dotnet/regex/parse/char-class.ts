import { withOtherCases } from '../sets/casing.js';
import { complement, subtract, unite, unitsFrom, type CharSet } from '../sets/char-set.js';
import { readEscape } from './escape.js';
import { PatternFault } from './fault.js';
import { IGNORE_CASE } from './options.js';
import type { PatternScanner } from './pattern-scanner.js';
import { readProperty, shorthand } from './property.js';

/** One `[...]` while it is read. Classes nest by subtraction only. */
interface OpenClass {
  readonly start: number;
  readonly negated: boolean;
  /** single units, ranges and blocks: ignoring case adds their partners */
  readonly ranges: CharSet[];
  readonly categories: CharSet[];
  subtracted: CharSet | undefined;
  /** the unit before a hyphen that may be the start of a range */
  rangeStart: number | undefined;
  isFirst: boolean;
}

/**
 * `count` is the first pass, which looks for groups only. There .NET takes the `[` in `[a-[` for the end of a range, and so
 * the rest of such a subtraction for text outside the class; it counts a "(" in it as a group.
 */
export type Pass = 'count' | 'read';

function openClass(scanner: PatternScanner): OpenClass {
  const start = scanner.at - 1;
  const negated = scanner.accept('^');
  return {
    start,
    negated,
    ranges: [],
    categories: [],
    subtracted: undefined,
    rangeStart: undefined,
    isFirst: true,
  };
}

function closeClass(open: OpenClass, ignoreCase: boolean): CharSet {
  const ranges = unite(open.ranges);
  const units = unite([ignoreCase ? withOtherCases(ranges) : ranges, ...open.categories]);
  const members = open.negated ? complement(units) : units;
  return open.subtracted ? subtract(members, open.subtracted) : members;
}

/**
 * Reads a character class whose `[` has been read, up to and with its `]`.
 * Source: Microsoft Learn, "Character classes in .NET regular expressions"; reference 7.1.
 */
export function readClass(scanner: PatternScanner, pass: Pass): CharSet {
  const ignoreCase = scanner.has(IGNORE_CASE);
  let open = openClass(scanner);
  const outer: OpenClass[] = [];
  while (!scanner.atEnd) {
    if (scanner.peek() === ']' && !open.isFirst) {
      scanner.at++;
      const closed = closeClass(open, ignoreCase);
      const parent = outer.pop();
      if (!parent) return closed;
      parent.subtracted = closed;
      if (!['', ']'].includes(scanner.peek())) throw new PatternFault('subtractionNotLast', scanner.at);
      open = parent;
    } else if (readMember(scanner, open, pass)) {
      outer.push(open);
      open = openClass(scanner);
    } else open.isFirst = false;
  }
  throw new PatternFault('classNotClosed', open.start);
}

/** Reads one member, or tells that a subtraction begins, whose `[` it has read. */
function readMember(scanner: PatternScanner, open: OpenClass, pass: Pass): boolean {
  const start = scanner.at;
  const character = scanner.next();
  const isEscaped = character === '\\' && !scanner.atEnd;
  if (isEscaped && readCategory(scanner, open)) return false;
  const unit = isEscaped ? readEscape(scanner) : character.charCodeAt(0);
  const mayStartSubtraction = !isEscaped && !open.isFirst;
  const { rangeStart } = open;
  if (rangeStart !== undefined) {
    open.rangeStart = undefined;
    if (pass === 'count') return false;
    if (mayStartSubtraction && character === '[') {
      open.ranges.push(unitsFrom(rangeStart, rangeStart));
      return true;
    }
    if (rangeStart > unit) throw new PatternFault('rangeReversed', start);
    open.ranges.push(unitsFrom(rangeStart, unit));
    return false;
  }
  // an escaped hyphen is a member and never starts a range; .NET alone makes this exception
  const isEscapedHyphen = isEscaped && scanner.pattern.charAt(start + 1) === '-';
  if (!isEscapedHyphen && scanner.peek() === '-' && scanner.peek(1) !== ']' && scanner.peek(1) !== '') {
    scanner.at++;
    open.rangeStart = unit;
    return false;
  }
  if (mayStartSubtraction && character === '-' && scanner.accept('[')) return true;
  open.ranges.push(unitsFrom(unit, unit));
  return false;
}

/** Reads `\d`, `\p{...}` and the like, if that is what follows the backslash. */
function readCategory(scanner: PatternScanner, open: OpenClass): boolean {
  const letter = scanner.peek();
  const units = shorthand(letter);
  if (!units && letter !== 'p' && letter !== 'P') return false;
  if (open.rangeStart !== undefined) throw new PatternFault('classInRange', scanner.at - 1);
  scanner.at++;
  if (units) {
    open.categories.push(units);
    return true;
  }
  const property = readProperty(scanner, scanner.has(IGNORE_CASE));
  const set = letter === 'P' ? complement(property.units) : property.units;
  (property.isBlock ? open.ranges : open.categories).push(set);
  return true;
}
