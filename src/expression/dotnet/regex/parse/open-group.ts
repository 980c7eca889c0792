import { PatternFault } from './fault.js';
import type { Opening } from './group-opening.js';
import { EMPTY, type Node } from './node.js';

/** A group that is not closed yet: what it will be, and what it holds so far. */
export class OpenGroup {
  readonly opening: Exclude<Opening, { kind: 'options' | 'unnamed' }>;
  readonly start: number;
  /** the options to return to behind the group */
  readonly optionsBefore: number;
  condition: Node | undefined;
  private readonly branches: Node[] = [];
  private items: Node[] = [];

  constructor(opening: OpenGroup['opening'], start: number, optionsBefore: number) {
    this.opening = opening;
    this.start = start;
    this.optionsBefore = optionsBefore;
  }

  add(item: Node): void {
    this.items.push(item);
  }

  startBranch(): void {
    this.branches.push(sequence(this.items));
    this.items = [];
  }

  /** The node of the closed group. @throws PatternFault */
  close(): Node {
    this.startBranch();
    const { opening, branches } = this;
    if (opening.kind === 'ifGroup' || opening.kind === 'ifMatch') {
      if (branches.length > 2) throw new PatternFault('conditionBranches', this.start);
      const [yes = EMPTY, no = EMPTY] = branches;
      if (opening.kind === 'ifGroup') return { kind: 'ifGroup', slot: opening.slot, yes, no };
      return { kind: 'ifMatch', condition: this.condition ?? EMPTY, yes, no };
    }
    const [only = EMPTY, ...others] = branches;
    const body: Node = others.length === 0 ? only : { kind: 'alternation', branches };
    return opening.kind === 'group' ? body : { ...opening, body };
  }
}

function sequence(items: readonly Node[]): Node {
  const [only = EMPTY, ...others] = items;
  return others.length === 0 ? only : { kind: 'sequence', items };
}
