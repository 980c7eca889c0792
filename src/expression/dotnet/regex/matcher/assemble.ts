import type { GroupTable } from '../parse/group-table.js';
import type { Loop, Node, Slot } from '../parse/node.js';
import { unitsFrom, type CharSet } from '../sets/char-set.js';
import { joinUnits } from './join-units.js';
import { AnchorCode, Op, type Program } from './program.js';
import { ProgramWriter } from './program-writer.js';

/** A loop of more rounds than this has no limit that an input could reach. */
const NO_LIMIT = 0x7fffffff;

type Task = () => unknown;

/** Translates a pattern into a program. Nesting costs no call stack: what is left to do waits in a list. */
export function assemble(root: Node, groups: GroupTable): Program {
  return new Assembler(groups).assemble(root);
}

class Assembler {
  private readonly writer: ProgramWriter;
  private readonly indexOf: ReadonlyMap<Slot, number>;
  /** the last is done next */
  private readonly tasks: Task[] = [];

  constructor(groups: GroupTable) {
    this.writer = new ProgramWriter(groups.slots.length);
    this.indexOf = new Map(groups.slots.map((slot, index) => [slot, index]));
  }

  assemble(root: Node): Program {
    this.capture({ kind: 'capture', slot: 0, body: root }, false);
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) task();
    this.writer.write(Op.accept);
    return this.writer.finish();
  }

  /** Lets the tasks be done in this order before anything that waits already. */
  private then(...tasks: readonly Task[]): void {
    this.thenAll(tasks);
  }

  private thenAll(tasks: readonly Task[], end?: Task): void {
    if (end) this.tasks.push(end);
    for (const task of [...tasks].reverse()) this.tasks.push(task);
  }

  private writing(node: Node, back: boolean): Task {
    return () => {
      this.node(node, back);
    };
  }

  /** Lets the operand lead to the place reached then. */
  private landing(operand: number): Task {
    return () => {
      this.writer.setTarget(operand);
    };
  }

  private index(slot: Slot): number {
    return this.indexOf.get(slot) ?? 0;
  }

  private node(node: Node, back: boolean): void {
    const { writer } = this;
    switch (node.kind) {
      case 'empty':
        return;
      case 'unit':
        writer.write(Op.unit, node.unit, Number(back));
        return;
      case 'set':
        writer.write(Op.set, writer.set(node.set), Number(back));
        return;
      case 'anchor':
        writer.write(Op.anchor, AnchorCode[node.anchor]);
        return;
      case 'reference':
        writer.write(Op.reference, this.index(node.slot), Number(node.ignoreCase), Number(back));
        return;
      case 'sequence':
        this.sequence(node.items, back);
        return;
      case 'alternation':
        this.alternation(node.branches, back);
        return;
      case 'loop':
        this.loop(node, back);
        return;
      case 'capture':
      case 'balance':
        this.capture(node, back);
        return;
      case 'atomic':
        this.then(this.writing(node.body, back), this.dropLater());
        return;
      case 'look':
        if (node.negative) this.absent(node.body, node.behind);
        else this.present(node.body, node.behind);
        return;
      case 'ifGroup':
        this.twoWays(node, back, writer.write(Op.ifGroup, this.index(node.slot), 0));
        return;
      case 'ifMatch':
        this.ifMatch(node, back);
    }
  }

  private sequence(items: readonly Node[], back: boolean): void {
    const ordered = back ? [...items].reverse() : joinUnits(items);
    const { writer } = this;
    this.thenAll(
      ordered.map((item) =>
        typeof item === 'string' ? () => writer.write(Op.text, writer.text(item)) : this.writing(item, back),
      ),
    );
  }

  private alternation(branches: readonly Node[], back: boolean): void {
    const { writer } = this;
    const ends: number[] = [];
    const last = branches.length - 1;
    this.thenAll(
      branches.map((branch, i) => () => {
        if (i === last) {
          this.node(branch, back);
          return;
        }
        const split = writer.write(Op.split, 0);
        this.then(this.writing(branch, back), () => {
          ends.push(writer.write(Op.jump, 0));
          writer.setTarget(split);
        });
      }),
      () => {
        for (const end of ends) writer.setTarget(end);
      },
    );
  }

  private capture(node: Node & { kind: 'capture' | 'balance' }, back: boolean): void {
    const { writer } = this;
    const start = writer.register();
    const group = node.slot === undefined ? -1 : this.index(node.slot);
    writer.write(Op.mark, start);
    this.then(this.writing(node.body, back), () =>
      node.kind === 'capture'
        ? writer.write(Op.capture, group, start)
        : writer.write(Op.balance, group, this.index(node.popped), start),
    );
  }

  /** The task that drops the choices made from here on. */
  private dropLater(): Task {
    const height = this.writer.register();
    this.writer.write(Op.keepChoices, height);
    return () => this.writer.write(Op.dropChoices, height);
  }

  /** Writes a condition that takes no text, ending in `drop`. */
  private present(body: Node, back: boolean, drop = this.dropLater()): void {
    const { writer } = this;
    const start = writer.register();
    writer.write(Op.mark, start);
    this.then(this.writing(body, back), drop, () => writer.write(Op.returnTo, start));
  }

  private absent(body: Node, back: boolean): void {
    const { writer } = this;
    const drop = this.dropLater();
    const without = writer.write(Op.split, 0);
    this.then(this.writing(body, back), drop, () => writer.write(Op.fail), this.landing(without));
  }

  private ifMatch(node: Node & { kind: 'ifMatch' }, back: boolean): void {
    const drop = this.dropLater();
    const otherwise = this.writer.write(Op.split, 0);
    this.then(
      () => {
        this.present(node.condition, back, drop);
      },
      () => {
        this.twoWays(node, back, otherwise);
      },
    );
  }

  /** Two ways that meet again; `other` is the operand that leads to the second. */
  private twoWays(node: { yes: Node; no: Node }, back: boolean, other: number): void {
    const { writer } = this;
    this.then(this.writing(node.yes, back), () => {
      const end = writer.write(Op.jump, 0);
      writer.setTarget(other);
      this.then(this.writing(node.no, back), this.landing(end));
    });
  }

  private loop(loop: Loop, back: boolean): void {
    const { writer } = this;
    const max = Math.min(loop.max, NO_LIMIT);
    const set = singleSet(loop.body);
    if (set) {
      const run = loop.lazy ? Op.lazyRun : Op.greedyRun;
      writer.write(run, writer.set(set), Number(back), loop.min, max);
    } else if (loop.min === 0 && max === 1) this.optional(loop, back);
    else this.rounds(loop, max, back);
  }

  private optional(loop: Loop, back: boolean): void {
    const { writer } = this;
    let later = writer.write(Op.split, 0);
    if (loop.lazy) {
      const skip = writer.write(Op.jump, 0);
      writer.setTarget(later);
      later = skip;
    }
    this.then(this.writing(loop.body, back), this.landing(later));
  }

  private rounds(loop: Loop, max: number, back: boolean): void {
    const { writer } = this;
    const count = writer.register();
    const start = writer.register();
    writer.write(Op.startLoop, count, start);
    const test = writer.write(Op.jump, 0);
    const body = writer.here;
    this.then(this.writing(loop.body, back), this.landing(test), () => {
      writer.write(loop.lazy ? Op.lazyLoop : Op.greedyLoop, count, start, loop.min, max, body);
      if (loop.lazy) writer.write(Op.nextRound, count, start, body);
    });
  }
}

function singleSet(node: Node): CharSet | undefined {
  if (node.kind === 'set') return node.set;
  return node.kind === 'unit' ? unitsFrom(node.unit, node.unit) : undefined;
}
