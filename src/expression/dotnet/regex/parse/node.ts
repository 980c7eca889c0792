import type { CharSet } from '../sets/char-set.js';

/** A place that takes no text. `lastLine`: the end, or before a line feed that ends the input. */
export type Anchor =
  'start' | 'end' | 'lastLine' | 'lineStart' | 'lineEnd' | 'boundary' | 'noBoundary' | 'scanStart';

/** The number of a group's slot as .NET counts groups; undefined where there is none. */
export type Slot = number;

/**
 * A pattern as a tree. Options are resolved: case, line and dot variants are sets and anchors of their own. What stands
 * inside a lookbehind is matched from right to left, as in .NET; the tree keeps the written order.
 */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'reference'; readonly slot: Slot; readonly ignoreCase: boolean }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'alternation'; readonly branches: readonly Node[] }
  | Loop
  | { readonly kind: 'capture'; readonly slot: Slot; readonly body: Node }
  | Balance
  | { readonly kind: 'atomic'; readonly body: Node }
  | Look
  | { readonly kind: 'ifGroup'; readonly slot: Slot; readonly yes: Node; readonly no: Node }
  | { readonly kind: 'ifMatch'; readonly condition: Node; readonly yes: Node; readonly no: Node };

/** `max` is Infinity where there is no limit. */
export interface Loop {
  readonly kind: 'loop';
  readonly min: number;
  readonly max: number;
  readonly lazy: boolean;
  readonly body: Node;
}

/** `(?<slot-popped>...)`: takes the last capture of `popped` away, and may capture what lies between. */
interface Balance {
  readonly kind: 'balance';
  readonly slot: Slot | undefined;
  readonly popped: Slot;
  readonly body: Node;
}

interface Look {
  readonly kind: 'look';
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: Node;
}

export const EMPTY: Node = { kind: 'empty' };
