import { withOtherCases } from '../sets/casing.js';
import { ALL_UNITS, complement, unitsFrom } from '../sets/char-set.js';
import { readEscaped } from './backslash.js';
import { readEscape } from './escape.js';
import { PatternFault } from './fault.js';
import type { GroupTable } from './group-table.js';
import type { Anchor, Node, Slot } from './node.js';
import { IGNORE_CASE, MULTILINE, SINGLE_LINE } from './options.js';
import type { PatternScanner } from './pattern-scanner.js';
import { readProperty, shorthand } from './property.js';

const LINE_FEED = unitsFrom(0x0a, 0x0a);
const NOT_LINE_FEED = complement(LINE_FEED);

const ANCHORS: ReadonlyMap<string, Anchor> = new Map([
  ['A', 'start'],
  ['z', 'end'],
  ['Z', 'lastLine'],
  ['G', 'scanStart'],
  ['b', 'boundary'],
  ['B', 'noBoundary'],
]);

/** One unit of text under the options in force. */
export function textNode(scanner: PatternScanner, unit: number): Node {
  if (!scanner.has(IGNORE_CASE)) return { kind: 'unit', unit };
  const set = withOtherCases(unitsFrom(unit, unit));
  return set.length === 2 && set[0] === set[1] ? { kind: 'unit', unit } : { kind: 'set', set };
}

/** The dot: everything but the line feed, unless `(?s)`. */
export function dotNode(scanner: PatternScanner): Node {
  return { kind: 'set', set: scanner.has(SINGLE_LINE) ? ALL_UNITS : NOT_LINE_FEED };
}

/** `^` and `$`. With `(?m)` only the line feed makes lines. */
export function lineAnchor(scanner: PatternScanner, character: '^' | '$'): Node {
  if (character === '^') return { kind: 'anchor', anchor: scanner.has(MULTILINE) ? 'lineStart' : 'start' };
  return { kind: 'anchor', anchor: scanner.has(MULTILINE) ? 'lineEnd' : 'lastLine' };
}

/** Reads what follows a backslash outside a class. @throws PatternFault */
export function readBackslash(scanner: PatternScanner, groups: GroupTable): Node {
  const start = scanner.at;
  if (scanner.atEnd) throw new PatternFault('backslashAtEnd', start - 1);
  const letter = scanner.peek();
  const anchor = ANCHORS.get(letter);
  const set = shorthand(letter);
  if (anchor ?? set ?? (letter === 'p' || letter === 'P')) scanner.at++;
  if (anchor) return { kind: 'anchor', anchor };
  if (set) return { kind: 'set', set };
  if (letter === 'p' || letter === 'P') {
    const ignoreCase = scanner.has(IGNORE_CASE);
    const { units, isBlock } = readProperty(scanner, ignoreCase);
    const members = letter === 'P' ? complement(units) : units;
    return { kind: 'set', set: ignoreCase && isBlock ? withOtherCases(members) : members };
  }
  const escaped = readEscaped(scanner);
  if (escaped.kind === 'unit') return textNode(scanner, escaped.unit);
  const slot = escaped.kind === 'number' ? escaped.number : groups.slotOf(escaped.name);
  if (slot !== undefined && groups.has(slot)) return referenceNode(scanner, slot);
  // \10 and up without such a group is an octal escape
  if (escaped.kind === 'number' && !escaped.delimited && escaped.number > 9) {
    scanner.at = start;
    return textNode(scanner, readEscape(scanner));
  }
  throw new PatternFault('referenceUnknown', start - 1);
}

function referenceNode(scanner: PatternScanner, slot: Slot): Node {
  return { kind: 'reference', slot, ignoreCase: scanner.has(IGNORE_CASE) };
}
