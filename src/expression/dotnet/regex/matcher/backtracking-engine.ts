import { DEEPEST_WALK, firstOf, isAnchored } from '../analysis/first.js';
import type { GroupTable } from '../parse/group-table.js';
import type { Node } from '../parse/node.js';
import { replaceByScan } from '../replacement/replacement.js';
import type { Engine, Replace, ReplacementPart, Spans, Undecided } from '../spans.js';
import { assemble } from './assemble.js';
import { Machine } from './machine.js';
import type { Program, SetTable } from './program.js';
import { holds, tabulate } from './set-table.js';

/** Steps of one call when none are given: a few tenths of a second, far more than an attribute value needs. */
export const DEFAULT_STEP_BUDGET = 3_000_000;

/** Our own matcher: everything .NET's patterns can say, within a budget of steps for each call. */
export class BacktrackingEngine implements Engine {
  private readonly program: Program;
  private readonly budget: number;
  private readonly isAnchored: boolean;
  /** what a match begins with; undefined if it may be empty or is not known */
  private readonly first: SetTable | undefined;

  constructor(root: Node, groups: GroupTable, depth: number, budget: number) {
    this.program = assemble(root, groups);
    this.budget = budget;
    const isShallow = depth <= DEEPEST_WALK;
    this.isAnchored = isShallow && isAnchored(root);
    const first = isShallow ? firstOf(root) : undefined;
    this.first = first && !first.nullable ? tabulate(first.units) : undefined;
  }

  test(input: string): boolean | Undecided {
    const machine = new Machine(this.program, input, this.budget);
    const found = this.find(machine, input, 0, 0);
    return machine.isSpent ? 'undecided' : found;
  }

  /** After an empty match the search goes on one unit further, but `\G` still means the end of that match. */
  scan(input: string): readonly Spans[] | Undecided {
    const machine = new Machine(this.program, input, this.budget);
    const matches: Spans[] = [];
    let from = 0;
    let scanStart = 0;
    while (from <= input.length && this.find(machine, input, from, scanStart)) {
      const spans = machine.spans();
      const [start = 0, end = 0] = spans;
      matches.push(spans);
      scanStart = end;
      from = start === end ? end + 1 : end;
    }
    return machine.isSpent ? 'undecided' : matches;
  }

  prepareReplace(parts: readonly ReplacementPart[]): Replace {
    return replaceByScan(this, parts);
  }

  private find(machine: Machine, input: string, from: number, scanStart: number): boolean {
    const last = this.isAnchored ? 0 : input.length;
    for (let at = from; at <= last; at++) {
      const { first } = this;
      if (first && (at === input.length || !holds(first, input.charCodeAt(at)))) machine.countStep();
      else if (machine.run(at, scanStart)) return true;
      if (machine.isSpent) return false;
    }
    return false;
  }
}
