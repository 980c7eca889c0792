import type { Anchor, Node, Slot } from '../parse/node.js';
import { boundaryWord } from '../sets/categories.js';
import { lazily } from '../sets/lazily.js';
import { ALL_UNITS, complement, type CharSet } from '../sets/char-set.js';

/** A pattern for `RegExp` without flags, and the slots of its groups from 1 on. */
export interface Emitted {
  readonly source: string;
  readonly slots: readonly Slot[];
}

/** Without the flag m, `^` and `$` are the ends of the input in JavaScript. */
const anchors = lazily((): Readonly<Record<Exclude<Anchor, 'scanStart'>, string>> => {
  const wordClass = classOf(boundaryWord());
  const afterWord = `(?<=${wordClass})`;
  const notAfterWord = `(?<!${wordClass})`;
  const beforeWord = `(?=${wordClass})`;
  const notBeforeWord = `(?!${wordClass})`;
  return {
    start: '^',
    end: '$',
    lastLine: '(?=\\n?$)',
    lineStart: '(?<![^\\n])',
    lineEnd: '(?![^\\n])',
    boundary: `(?:${afterWord}${notBeforeWord}|${notAfterWord}${beforeWord})`,
    noBoundary: `(?:${afterWord}${beforeWord}|${notAfterWord}${notBeforeWord})`,
  };
});

/** Writes a portable pattern for JavaScript: every set is written out, case and line options are gone already. */
export function emit(root: Node): Emitted {
  const slots: Slot[] = [];
  return { source: sourceOf(root, slots), slots };
}

function sourceOf(node: Node, slots: Slot[]): string {
  switch (node.kind) {
    case 'empty':
      return '(?:)';
    case 'unit':
      return unitSource(node.unit);
    case 'set':
      return classOf(node.set);
    case 'anchor':
      return node.anchor === 'scanStart' ? notPortable(node) : anchors()[node.anchor];
    case 'sequence':
      return node.items.map((item) => nested(item, slots)).join('');
    case 'alternation':
      return node.branches.map((branch) => sourceOf(branch, slots)).join('|');
    case 'capture':
      slots.push(node.slot);
      return `(${sourceOf(node.body, slots)})`;
    case 'look':
      return `(?${node.behind ? '<' : ''}${node.negative ? '!' : '='}${sourceOf(node.body, slots)})`;
    case 'loop':
      return repeated(node.body, slots) + quantifier(node.min, node.max) + (node.lazy ? '?' : '');
    default:
      return notPortable(node);
  }
}

function notPortable(node: Node): never {
  throw new Error(`not portable to JavaScript: ${node.kind}`);
}

function nested(node: Node, slots: Slot[]): string {
  return node.kind === 'alternation' ? `(?:${sourceOf(node, slots)})` : sourceOf(node, slots);
}

function repeated(node: Node, slots: Slot[]): string {
  const source = sourceOf(node, slots);
  return node.kind === 'unit' || node.kind === 'set' || node.kind === 'capture' ? source : `(?:${source})`;
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  return min === 0 && max === 1 ? '?' : `{${min},${max}}`;
}

function unitSource(unit: number): string {
  const text = String.fromCharCode(unit);
  return /^[A-Za-z0-9 @_-]$/.test(text) ? text : `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** The shorter of the class and its complement. */
function classOf(set: CharSet): string {
  if (set.length === ALL_UNITS.length && set[0] === ALL_UNITS[0] && set[1] === ALL_UNITS[1]) return '[^]';
  const others = complement(set);
  return others.length < set.length ? `[^${ranges(others)}]` : `[${ranges(set)}]`;
}

function ranges(set: CharSet): string {
  let text = '';
  for (let i = 0; i < set.length; i += 2) {
    const [first = 0, last = 0] = set.slice(i, i + 2);
    const start = `\\u${first.toString(16).padStart(4, '0')}`;
    text += first === last ? start : `${start}-\\u${last.toString(16).padStart(4, '0')}`;
  }
  return text;
}
