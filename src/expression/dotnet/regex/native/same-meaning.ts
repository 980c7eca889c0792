import { firstOf } from '../analysis/first.js';
import type { Loop, Node } from '../parse/node.js';

/** Counts above this are left to our own matcher: V8 may refuse them as too large. */
const MOST_ROUNDS = 1000;

/**
 * Whether JavaScript has the same answers for a pattern, once sets and anchors are written out. Not for: references and
 * conditions (a group that took no part), atomic and balancing groups, `\G`, one group written twice, loops whose round
 * can be empty (.NET keeps the empty round, ECMAScript 22.2.2.3.1 takes it back), and loops in which a round may leave a
 * group out (.NET keeps the capture of an earlier round, ECMAScript forgets it).
 */
export function meansTheSame(root: Node): boolean {
  const slots: number[] = [];
  return isPortable(root, slots) && new Set(slots).size === slots.length;
}

function isPortable(node: Node, slots: number[]): boolean {
  switch (node.kind) {
    case 'empty':
    case 'unit':
    case 'set':
      return true;
    case 'anchor':
      return node.anchor !== 'scanStart';
    case 'sequence':
      return node.items.every((item) => isPortable(item, slots));
    case 'alternation':
      return node.branches.every((branch) => isPortable(branch, slots));
    case 'capture':
      slots.push(node.slot);
      return isPortable(node.body, slots);
    case 'look':
      return isPortable(node.body, slots);
    case 'loop':
      return isPortableLoop(node) && isPortable(node.body, slots);
    case 'reference':
    case 'atomic':
    case 'balance':
    case 'ifGroup':
    case 'ifMatch':
      return false;
  }
}

function isPortableLoop(loop: Loop): boolean {
  if (loop.min > MOST_ROUNDS || (loop.max !== Infinity && loop.max > MOST_ROUNDS)) return false;
  if (firstOf(loop.body).nullable) return false;
  return loop.max === 1 || !mayLeaveOutGroup(loop.body);
}

/** Whether one round may match and set only some of the groups in it. */
function mayLeaveOutGroup(body: Node): boolean {
  switch (body.kind) {
    case 'sequence':
      return body.items.some(mayLeaveOutGroup);
    case 'capture':
      return mayLeaveOutGroup(body.body);
    case 'alternation':
      return body.branches.some(hasGroup);
    case 'loop':
      return body.min === 0 ? hasGroup(body.body) : mayLeaveOutGroup(body.body);
    case 'look':
      return body.negative ? hasGroup(body.body) : mayLeaveOutGroup(body.body);
    default:
      return false;
  }
}

function hasGroup(node: Node): boolean {
  switch (node.kind) {
    case 'capture':
      return true;
    case 'sequence':
      return node.items.some(hasGroup);
    case 'alternation':
      return node.branches.some(hasGroup);
    case 'loop':
    case 'look':
      return hasGroup(node.body);
    default:
      return false;
  }
}
