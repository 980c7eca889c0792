import { either, firstOf, followedBy, NOTHING, type First } from '../analysis/first.js';
import type { Loop, Node } from '../parse/node.js';
import { overlap, sizeOf, unite } from '../sets/char-set.js';

/**
 * An upper bound of the work of one attempt to match, as a power of the length of the input. `ways` is the power of the
 * number of ways in which the part can match from one place; `choices` multiplies it by what does not depend on the input.
 */
export interface Cost {
  readonly work: number;
  readonly ways: number;
  readonly choices: number;
  /** how many units and rounds are tried apart from loops without limit */
  readonly size: number;
  /** a lookaround inside reads on through the input */
  readonly looksFar: boolean;
}

const FREE: Cost = { work: 0, ways: 0, choices: 1, size: 0, looksFar: false };
const ONE_UNIT: Cost = { ...FREE, size: 1 };

/**
 * The cost of a portable pattern; undefined where it may explode: a loop in a loop whose rounds can be cut in more than
 * one way, neighbouring loops that share units, loops read from right to left.
 * @param next what can come after the node
 */
export function costOf(node: Node, next: First): Cost | undefined {
  switch (node.kind) {
    case 'unit':
    case 'set':
      return ONE_UNIT;
    case 'sequence':
      return sequenceCost(node.items, next);
    case 'alternation':
      return alternationCost(node.branches, next);
    case 'capture':
      return costOf(node.body, next);
    case 'loop':
      return node.max === Infinity ? endlessCost(node, next) : countedCost(node, node.max, next);
    case 'look':
      return lookCost(node.body, node.behind);
    default:
      return ONE_UNIT;
  }
}

function sequenceCost(items: readonly Node[], next: First): Cost | undefined {
  const follows: First[] = [];
  let follow = next;
  for (const item of [...items].reverse()) {
    follows.push(follow);
    follow = followedBy(firstOf(item), follow);
  }
  let total = FREE;
  for (const item of items) {
    const cost = costOf(item, follows.pop() ?? next);
    if (!cost) return undefined;
    total = inSequence(total, cost);
  }
  return total;
}

function inSequence(before: Cost, cost: Cost): Cost {
  return {
    work: Math.max(before.work, before.ways + cost.work),
    ways: before.ways + cost.ways,
    choices: before.choices * cost.choices,
    size: before.size + cost.size,
    looksFar: before.looksFar || cost.looksFar,
  };
}

function alternationCost(branches: readonly Node[], next: First): Cost | undefined {
  const costs: Cost[] = [];
  for (const branch of branches) {
    const cost = costOf(branch, next);
    if (!cost) return undefined;
    costs.push(cost);
  }
  const firsts = branches.map(firstOf);
  const choices = costs.map((cost) => cost.choices);
  return {
    work: greatest(costs.map((cost) => cost.work)),
    ways: greatest(costs.map((cost) => cost.ways)),
    choices: areApart(firsts) ? greatest(choices) : choices.reduce((sum, count) => sum + count, 0),
    size: costs.reduce((sum, cost) => sum + cost.size, 0),
    looksFar: costs.some((cost) => cost.looksFar),
  };
}

/** `Math.max` takes its numbers as arguments, and a pattern can have more branches than a call can have. */
function greatest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** Whether the next unit tells which way to take. */
function areApart(firsts: readonly First[]): boolean {
  const together = unite(firsts.map((first) => first.units));
  const separately = firsts.reduce((sum, first) => sum + sizeOf(first.units), 0);
  return firsts.every((first) => !first.nullable) && sizeOf(together) === separately;
}

function endlessCost(loop: Loop, next: First): Cost | undefined {
  const first = firstOf(loop.body);
  const body = costOf(loop.body, either([first, next]));
  if (!body || body.ways > 0 || body.choices > 1 || body.looksFar) return undefined;
  if (overlap(first.units, next.loopUnits)) return undefined;
  const ways = overlap(first.units, next.units) ? 1 : 0;
  return { work: 1, ways, choices: 1, size: Math.max(1, loop.min) * body.size, looksFar: false };
}

function countedCost(loop: Loop, max: number, next: First): Cost | undefined {
  const first = firstOf(loop.body);
  const body = costOf(loop.body, max > 1 ? either([first, next]) : next);
  if (!body) return undefined;
  const exits = overlap(first.units, next.units) ? max - loop.min + 1 : 1;
  return {
    work: body.work + body.ways * (max - 1),
    ways: body.ways * max,
    choices: body.choices ** max * exits,
    size: body.size * max,
    looksFar: body.looksFar,
  };
}

/** What a lookaround has found is not looked for again, so it adds no ways. */
function lookCost(body: Node, isBehind: boolean): Cost | undefined {
  const cost = costOf(body, NOTHING);
  if (!cost || (isBehind && cost.work > 0)) return undefined;
  return { ...cost, ways: 0, looksFar: cost.work > 0 || cost.looksFar };
}
