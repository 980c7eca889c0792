import { holdsAnchor } from './anchors.js';
import { balance } from './groups.js';
import { Choice, Memory } from './memory.js';
import { Op, type Program, type SetTable } from './program.js';
import { TextCursor } from './text-cursor.js';

/** Kinds of choices: go on as it is, give a unit of a run back, or take one more into it. */
const PLAIN = 0;
const SHORTEN = 1;
const LENGTHEN = 2;

/** How long the instruction of a run is. */
const RUN = 5;
const NO_SET: SetTable = { set: [], low: new Uint8Array(0) };

/**
 * Runs a program by backtracking, without the call stack. Every instruction, every way back and every few units compared
 * are a step, so the cost of a search is a number that is the same on every machine.
 */
export class Machine {
  private readonly program: Program;
  private readonly budget: number;
  private readonly memory: Memory;
  private readonly cursor: TextCursor;

  constructor(program: Program, input: string, budget: number) {
    this.program = program;
    this.cursor = new TextCursor(input);
    this.budget = budget;
    this.memory = new Memory(program.registers, program.groups);
  }

  get isSpent(): boolean {
    return this.cursor.steps > this.budget;
  }

  /** Counts a step made outside. */
  countStep(): void {
    this.cursor.steps++;
  }

  /** The last captures after a match: start and end of each group, -1 and -1 for none. */
  spans(): number[] {
    return this.memory.spans();
  }

  /** Whether the pattern matches at `at`. @param scanStart where `\G` holds */
  run(at: number, scanStart: number): boolean {
    const { budget, memory, cursor } = this;
    const { registers } = memory;
    const { code, sets, texts } = this.program;
    memory.clear();
    cursor.position = at;
    let pc = 0;
    for (;;) {
      if (pc < 0) {
        pc = this.goBack();
        if (pc < 0) return false;
      }
      if (++cursor.steps > budget) return false;
      const a = code[pc + 1] ?? 0;
      const b = code[pc + 2] ?? 0;
      const c = code[pc + 3] ?? 0;
      switch (code[pc]) {
        case Op.accept:
          return true;
        case Op.unit:
          pc = cursor.takeUnit(a, b) ? pc + 3 : -1;
          break;
        case Op.set:
          pc = cursor.takeOneOf(sets[a] ?? NO_SET, b) ? pc + 3 : -1;
          break;
        case Op.text:
          pc = cursor.takeText(texts[a] ?? '') ? pc + 2 : -1;
          break;
        case Op.anchor:
          pc = holdsAnchor(a, cursor.input, cursor.position, scanStart) ? pc + 2 : -1;
          break;
        case Op.split:
          memory.choose(a, this.cursor.position, PLAIN, 0);
          pc += 2;
          break;
        case Op.jump:
          pc = a;
          break;
        case Op.greedyRun:
        case Op.lazyRun:
          pc = this.startRun(pc);
          break;
        case Op.mark:
          memory.set(a, this.cursor.position);
          pc += 2;
          break;
        case Op.returnTo:
          this.cursor.position = registers[a] ?? 0;
          pc += 2;
          break;
        case Op.capture:
          memory.capture(a, registers[b] ?? 0, this.cursor.position);
          pc += 3;
          break;
        case Op.balance:
          pc = balance(memory, a, b, registers[c] ?? 0, this.cursor.position) ? pc + 4 : -1;
          break;
        case Op.reference:
          pc = this.takeReference(a, b === 1, c) ? pc + 4 : -1;
          break;
        case Op.keepChoices:
          memory.set(a, memory.choiceHeight);
          pc += 2;
          break;
        case Op.dropChoices:
          memory.choiceHeight = registers[a] ?? 0;
          pc += 2;
          break;
        case Op.ifGroup:
          pc = memory.hasCapture(a) ? pc + 3 : b;
          break;
        case Op.startLoop:
          memory.set(a, 0);
          pc += 3;
          break;
        case Op.greedyLoop:
          pc = this.greedyLoop(pc, a, b);
          break;
        case Op.lazyLoop:
          pc = this.lazyLoop(pc, a, b);
          break;
        case Op.nextRound:
          pc = this.startRound(a, b, c);
          break;
        default:
          pc = -1;
      }
    }
  }

  /** A group that took no part matches nothing, not even the empty text. */
  private takeReference(group: number, ignoreCase: boolean, back: number): boolean {
    const { memory } = this;
    if (!memory.hasCapture(group)) return false;
    return this.cursor.takeAgain(memory.startOf(group), memory.endOf(group), ignoreCase, back);
  }

  /** Returns to the last choice and tells where to go on, -1 if there is none. */
  private goBack(): number {
    const { memory } = this;
    while (memory.choiceHeight > 0) {
      memory.undo();
      const pc = memory.last(Choice.pc);
      this.cursor.position = memory.last(Choice.position);
      const kind = memory.last(Choice.kind);
      if (kind === PLAIN) {
        memory.dropLast();
        return pc;
      }
      if (kind === SHORTEN) return this.shortenRun(pc);
      if (this.lengthenRun(pc)) return pc;
      this.cursor.steps++;
      memory.dropLast();
    }
    return -1;
  }

  private shortenRun(pc: number): number {
    const back = this.program.code[pc - RUN + 2] ?? 0;
    this.cursor.pass(1 - back);
    this.keepRun(this.cursor.position === this.memory.last(Choice.limit));
    return pc;
  }

  private lengthenRun(pc: number): boolean {
    const { code, sets } = this.program;
    const back = code[pc - RUN + 2] ?? 0;
    if (!this.cursor.takeOneOf(sets[code[pc - RUN + 1] ?? 0] ?? NO_SET, back)) return false;
    const left = this.memory.last(Choice.limit) - 1;
    this.memory.setLast(Choice.limit, left);
    this.keepRun(left === 0);
    return true;
  }

  /** Lets the last choice go on from here, unless its run is at its limit. */
  private keepRun(isAtLimit: boolean): void {
    if (isAtLimit) this.memory.dropLast();
    else this.memory.setLast(Choice.position, this.cursor.position);
  }

  private startRun(pc: number): number {
    const { code, sets } = this.program;
    const set = sets[code[pc + 1] ?? 0] ?? NO_SET;
    const back = code[pc + 2] ?? 0;
    const min = code[pc + 3] ?? 0;
    const max = code[pc + 4] ?? 0;
    const isLazy = code[pc] === Op.lazyRun;
    const start = this.cursor.position;
    const taken = this.cursor.takeRun(set, back, isLazy ? min : max);
    if (taken < min) return -1;
    if (isLazy) {
      if (max > min) this.memory.choose(pc + RUN, this.cursor.position, LENGTHEN, max - min);
    } else if (taken > min) {
      this.memory.choose(pc + RUN, this.cursor.position, SHORTEN, start + (back === 0 ? min : -min));
    }
    return pc + RUN;
  }

  private startRound(count: number, start: number, body: number): number {
    this.memory.set(count, (this.memory.registers[count] ?? 0) + 1);
    this.memory.set(start, this.cursor.position);
    return body;
  }

  /** .NET ends a loop after a round that took nothing, and keeps that round's captures. */
  private mayGoOn(pc: number, count: number, start: number): boolean {
    const { registers } = this.memory;
    const rounds = registers[count] ?? 0;
    return (
      rounds < (this.program.code[pc + 4] ?? 0) && (rounds === 0 || registers[start] !== this.cursor.position)
    );
  }

  private greedyLoop(pc: number, count: number, start: number): number {
    const { code } = this.program;
    if ((this.memory.registers[count] ?? 0) >= (code[pc + 3] ?? 0)) {
      if (!this.mayGoOn(pc, count, start)) return pc + 6;
      this.memory.choose(pc + 6, this.cursor.position, PLAIN, 0);
    }
    return this.startRound(count, start, code[pc + 5] ?? 0);
  }

  /** The choice leads to the `nextRound` behind this instruction. */
  private lazyLoop(pc: number, count: number, start: number): number {
    const { code } = this.program;
    if ((this.memory.registers[count] ?? 0) < (code[pc + 3] ?? 0)) {
      return this.startRound(count, start, code[pc + 5] ?? 0);
    }
    if (this.mayGoOn(pc, count, start)) this.memory.choose(pc + 6, this.cursor.position, PLAIN, 0);
    return pc + 10;
  }
}
