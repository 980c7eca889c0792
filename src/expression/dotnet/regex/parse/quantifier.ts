import { PatternFault } from './fault.js';
import { EMPTY, type Node } from './node.js';
import type { PatternScanner } from './pattern-scanner.js';

const COUNTED = /^\{\d+(?:,\d*)?\}/;

/** Whether a quantifier comes next. A "{" that does not begin `{n}`, `{n,}` or `{n,m}` is text. */
export function isQuantifier(scanner: PatternScanner): boolean {
  const character = scanner.peek();
  if (character === '*' || character === '+' || character === '?') return true;
  return character === '{' && COUNTED.test(scanner.pattern.slice(scanner.at));
}

/** Reads the quantifier that comes next, a lazy mark included, and repeats the node by it. @throws PatternFault */
export function readQuantified(scanner: PatternScanner, body: Node): Node {
  const start = scanner.at;
  const { min, max } = readCounts(scanner);
  scanner.skipBlank();
  const lazy = scanner.accept('?');
  if (min > max) throw new PatternFault('quantifierReversed', start);
  if (max === 0) return EMPTY;
  return min === 1 && max === 1 ? body : { kind: 'loop', min, max, lazy, body };
}

function readCounts(scanner: PatternScanner): { min: number; max: number } {
  const sign = scanner.next();
  if (sign === '*') return { min: 0, max: Infinity };
  if (sign === '+') return { min: 1, max: Infinity };
  if (sign === '?') return { min: 0, max: 1 };
  const min = scanner.readNumber();
  let max = min;
  if (scanner.accept(',')) max = scanner.peek() === '}' ? Infinity : scanner.readNumber();
  scanner.at++;
  return { min, max };
}
