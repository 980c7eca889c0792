import type { CharSet } from '../sets/char-set.js';

/**
 * The instructions of the matcher. Operands follow in the code; `back` is 1 for matching from right to left. A register
 * holds a position, a count, a height of the stack of choices, or (the first ones) the last capture of a group.
 */
export const Op = {
  /** the pattern has matched */
  accept: 0,
  /** this way does not match */
  fail: 1,
  /** unit, back */
  unit: 2,
  /** set, back */
  set: 3,
  /** text: forward only */
  text: 4,
  /** kind: see `AnchorCode` */
  anchor: 5,
  /** target: goes on, and at the target if that fails */
  split: 6,
  /** target */
  jump: 7,
  /** set, back, min, max: as many units of the set as possible, then fewer */
  greedyRun: 8,
  /** set, back, min, max: as few units of the set as possible, then more */
  lazyRun: 9,
  /** register: keeps the position */
  mark: 10,
  /** register: goes back to the position kept */
  returnTo: 11,
  /** group, register: captures from the position kept to here */
  capture: 12,
  /** group or -1, group to pop, register */
  balance: 13,
  /** group, ignore case, back */
  reference: 14,
  /** register: keeps the height of the stack of choices */
  keepChoices: 15,
  /** register: drops the choices made since */
  dropChoices: 16,
  /** group, target if it has no capture */
  ifGroup: 17,
  /** register of the count, register of the start of the round */
  startLoop: 18,
  /** count, start, min, max, body: one more round if possible */
  greedyLoop: 19,
  /** count, start, min, max, body: one more round if need be; `nextRound` follows */
  lazyLoop: 20,
  /** count, start, body: a round that a lazy loop put off */
  nextRound: 21,
} as const;

export const AnchorCode = {
  start: 0,
  end: 1,
  lastLine: 2,
  lineStart: 3,
  lineEnd: 4,
  boundary: 5,
  noBoundary: 6,
  scanStart: 7,
} as const;

/** A set, with its first 256 units laid out for a quick answer. */
export interface SetTable {
  readonly set: CharSet;
  readonly low: Uint8Array;
}

export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly SetTable[];
  readonly texts: readonly string[];
  /** how many groups there are: registers 0 up to that hold their last captures */
  readonly groups: number;
  readonly registers: number;
}
