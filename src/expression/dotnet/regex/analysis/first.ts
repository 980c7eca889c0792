import type { Node } from '../parse/node.js';
import { ALL_UNITS, NO_UNITS, unite, unitsFrom, type CharSet } from '../sets/char-set.js';

/** What a part of a pattern can begin with, read from left to right. Never too small, maybe too large. */
export interface First {
  readonly units: CharSet;
  /** it may match without taking a unit */
  readonly nullable: boolean;
  /** the units with which a loop without limit may begin here */
  readonly loopUnits: CharSet;
}

export const NOTHING: First = { units: NO_UNITS, nullable: true, loopUnits: NO_UNITS };
const ANYTHING: First = { units: ALL_UNITS, nullable: true, loopUnits: ALL_UNITS };

/** What `one` and then `next` can begin with. */
export function followedBy(one: First, next: First): First {
  if (!one.nullable) return one;
  return { ...either([one, next]), nullable: next.nullable };
}

/** What one of several ways can begin with. */
export function either(ways: readonly First[]): First {
  return {
    units: unite(ways.map((way) => way.units)),
    nullable: ways.some((way) => way.nullable),
    loopUnits: unite(ways.map((way) => way.loopUnits)),
  };
}

function exactly(units: CharSet): First {
  return { units, nullable: false, loopUnits: NO_UNITS };
}

/** What the node can begin with. Recursive: for patterns whose depth is limited. */
export function firstOf(node: Node): First {
  switch (node.kind) {
    case 'empty':
    case 'anchor':
    case 'look':
      return NOTHING;
    case 'unit':
      return exactly(unitsFrom(node.unit, node.unit));
    case 'set':
      return exactly(node.set);
    case 'reference':
    case 'balance':
      return ANYTHING;
    case 'sequence':
      return node.items.reduceRight<First>((next, item) => followedBy(firstOf(item), next), NOTHING);
    case 'alternation':
      return either(node.branches.map(firstOf));
    case 'capture':
    case 'atomic':
      return firstOf(node.body);
    case 'loop': {
      const body = firstOf(node.body);
      const nullable = body.nullable || node.min === 0;
      return node.max === Infinity
        ? { units: body.units, nullable, loopUnits: body.units }
        : { ...body, nullable };
    }
    case 'ifGroup':
    case 'ifMatch':
      return either([firstOf(node.yes), firstOf(node.no)]);
  }
}

/** Whether every match begins where the input begins. */
export function isAnchored(node: Node): boolean {
  if (node.kind === 'anchor') return node.anchor === 'start';
  if (node.kind === 'sequence') return node.items[0] !== undefined && isAnchored(node.items[0]);
  if (node.kind === 'alternation') return node.branches.every(isAnchored);
  return (node.kind === 'capture' || node.kind === 'atomic') && isAnchored(node.body);
}

/** How deep a pattern may nest to be walked by recursion. */
export const DEEPEST_WALK = 200;
