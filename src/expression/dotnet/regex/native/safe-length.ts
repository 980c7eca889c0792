import { DEEPEST_WALK, isAnchored, NOTHING } from '../analysis/first.js';
import type { Node } from '../parse/node.js';
import { costOf } from './cost.js';
import { meansTheSame } from './same-meaning.js';

/** Units looked at in one search: some tenths of a second at worst. */
const MOST_WORK = 3e7;
/** Ways to match that do not depend on the length. */
const MOST_CHOICES = 1000;
/** Units and rounds of the pattern itself, for V8 writes code for each. */
const LARGEST = 5000;
/** V8 keeps its way back on a stack, which loops over longer inputs could fill. */
const LONGEST = 20_000;
/** The work of a search grows at most with the square of the length. */
const HIGHEST_POWER = 2;

/**
 * How long an input may be for V8 to run the pattern; undefined if V8 must not run it. Longer inputs go to our own matcher,
 * which counts its steps, so that no pattern can block the process.
 */
export function safeLength(root: Node, depth: number): number | undefined {
  if (depth > DEEPEST_WALK || !meansTheSame(root)) return undefined;
  const cost = costOf(root, NOTHING);
  if (!cost || cost.choices > MOST_CHOICES || cost.size > LARGEST) return undefined;
  const power = cost.work + (isAnchored(root) ? 0 : 1);
  if (power > HIGHEST_POWER) return undefined;
  const work = MOST_WORK / (cost.choices * Math.max(1, cost.size));
  return Math.floor(Math.min(LONGEST, work ** (1 / Math.max(1, power))));
}
