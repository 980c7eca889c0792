import { isWordCharacter } from '../sets/categories.js';
import { PatternFault } from './fault.js';
import type { GroupTable } from './group-table.js';
import type { Slot } from './node.js';
import { EXPLICIT_CAPTURE } from './options.js';
import { isDigit, type PatternScanner } from './pattern-scanner.js';

/** What a "(" opens. `options`: nothing, it only set options. */
export type Opening =
  | { readonly kind: 'options' }
  | { readonly kind: 'group' }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'capture'; readonly slot: Slot }
  | { readonly kind: 'balance'; readonly slot: Slot | undefined; readonly popped: Slot }
  | { readonly kind: 'atomic' }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'ifGroup'; readonly slot: Slot }
  | { readonly kind: 'ifMatch' };

/**
 * Reads what stands after a "(". Of a condition that is an expression it leaves the "(" unread.
 * Source: Microsoft Learn, "Grouping constructs" and "Alternation constructs in regular expressions"; refusals:
 * reference 7.1. @throws PatternFault
 * @param inCondition the group around is an alternation by expression: .NET takes no options directly in it
 */
export function readOpening(scanner: PatternScanner, groups: GroupTable, inCondition: boolean): Opening {
  const start = scanner.at - 1;
  if (scanner.peek() !== '?' || scanner.peek(1) === ')') return { kind: 'unnamed' };
  scanner.at++;
  if (scanner.accept(':')) return { kind: 'group' };
  if (scanner.accept('=')) return { kind: 'look', behind: false, negative: false };
  if (scanner.accept('!')) return { kind: 'look', behind: false, negative: true };
  if (scanner.accept('>')) return { kind: 'atomic' };
  if (scanner.accept('<=')) return { kind: 'look', behind: true, negative: false };
  if (scanner.accept('<!')) return { kind: 'look', behind: true, negative: true };
  if (scanner.accept('<')) return readNamed(scanner, groups, '>', start);
  if (scanner.accept("'")) return readNamed(scanner, groups, "'", start);
  if (scanner.accept('(')) return readCondition(scanner, groups, start);
  if (!inCondition) scanner.readOptions();
  if (scanner.accept(')')) return { kind: 'options' };
  if (scanner.accept(':')) return { kind: 'group' };
  throw new PatternFault('groupUnknown', start);
}

/** Whether an unnamed group captures under the options in force. */
export function capturesUnnamed(scanner: PatternScanner): boolean {
  return !scanner.has(EXPLICIT_CAPTURE);
}

function readNamed(scanner: PatternScanner, groups: GroupTable, close: string, start: number): Opening {
  if (scanner.atEnd) throw new PatternFault('groupNameNotClosed', start);
  const slot = readCaptureName(scanner, groups, close);
  const mayBalance = slot !== undefined || scanner.peek() === '-';
  let popped: Slot | undefined;
  if (mayBalance && scanner.peek() === '-' && scanner.peek(1) !== '') {
    scanner.at++;
    popped = readPoppedName(scanner, groups, close);
  }
  const isClosed = scanner.accept(close);
  if (popped !== undefined && isClosed) return { kind: 'balance', slot, popped };
  if (slot !== undefined && isClosed) return { kind: 'capture', slot };
  throw new PatternFault(isClosed ? 'groupNameInvalid' : 'groupNameNotClosed', start);
}

/** The part before a hyphen. It may be missing there. */
function readCaptureName(scanner: PatternScanner, groups: GroupTable, close: string): Slot | undefined {
  const start = scanner.at;
  const first = scanner.peek();
  if (first === '-') return undefined;
  if (!isWordCharacter(first)) throw new PatternFault('groupNameInvalid', start);
  const number = isDigit(first) ? scanner.readNumber() : undefined;
  const slot = number ?? groups.slotOf(scanner.readName());
  if (!scanner.atEnd && scanner.peek() !== close && scanner.peek() !== '-') {
    throw new PatternFault('groupNameInvalid', start);
  }
  if (number === 0) throw new PatternFault('groupZero', start);
  return slot !== undefined && groups.has(slot) ? slot : undefined;
}

/** The part after a hyphen: a group that exists, 0 included. */
function readPoppedName(scanner: PatternScanner, groups: GroupTable, close: string): Slot {
  const start = scanner.at;
  const first = scanner.peek();
  if (!isWordCharacter(first)) throw new PatternFault('groupNameInvalid', start);
  const slot = isDigit(first) ? scanner.readNumber() : groups.slotOf(scanner.readName());
  if (slot === undefined || !groups.has(slot)) throw new PatternFault('referenceUnknown', start);
  if (!scanner.atEnd && scanner.peek() !== close) throw new PatternFault('groupNameInvalid', start);
  return slot;
}

function readCondition(scanner: PatternScanner, groups: GroupTable, start: number): Opening {
  const inside = scanner.at;
  const first = scanner.peek();
  if (isDigit(first)) {
    const slot = scanner.readNumber();
    if (!scanner.accept(')')) throw new PatternFault('conditionMalformed', inside);
    if (!groups.has(slot)) throw new PatternFault('referenceUnknown', inside);
    return { kind: 'ifGroup', slot };
  }
  if (isWordCharacter(first)) {
    const slot = groups.slotOf(scanner.readName());
    if (slot !== undefined && scanner.accept(')')) return { kind: 'ifGroup', slot };
  }
  scanner.at = inside - 1;
  if (scanner.pattern.startsWith('?#', inside)) throw new PatternFault('conditionComment', start);
  if (/^\?(?:'|<[^!=])/.test(scanner.pattern.slice(inside, inside + 3))) {
    throw new PatternFault('conditionCapture', start);
  }
  return { kind: 'ifMatch' };
}
