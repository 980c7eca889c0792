import { IntStack } from './int-stack.js';

/** A choice: where to go on, at which position, the height of the trail; its kind, and how far a run may go. */
const CHOICE = 5;
const NO_CAPTURE = -1;

/** The fields of a choice, counted from its start. */
export const Choice = { pc: 0, position: 1, trail: 2, kind: 3, limit: 4 } as const;

/**
 * What a search remembers: registers, choices to come back to, and a trail of what to undo then. The captures of a group
 * are a chain; its register tells the last one.
 */
export class Memory {
  readonly registers: Int32Array;
  private readonly groups: number;
  private readonly choices = new IntStack();
  /** register and the value it had before */
  private readonly trail = new IntStack();
  /** start, end, and the capture before of the same group */
  private readonly captures = new IntStack();

  constructor(registers: number, groups: number) {
    this.registers = new Int32Array(registers);
    this.groups = groups;
  }

  clear(): void {
    this.registers.fill(NO_CAPTURE, 0, this.groups);
    this.choices.height = this.trail.height = this.captures.height = 0;
  }

  set(register: number, value: number): void {
    const { trail, registers } = this;
    if (this.choices.height > 0) {
      trail.reserve(2);
      trail.items[trail.height++] = register;
      trail.items[trail.height++] = registers[register] ?? 0;
    }
    registers[register] = value;
  }

  /** How many choices there are; setting it back drops the later ones. */
  get choiceHeight(): number {
    return this.choices.height;
  }

  set choiceHeight(height: number) {
    this.choices.height = height;
  }

  choose(pc: number, position: number, kind: number, limit: number): void {
    const { choices } = this;
    choices.reserve(CHOICE);
    const { items, height } = choices;
    items[height + Choice.pc] = pc;
    items[height + Choice.position] = position;
    items[height + Choice.trail] = this.trail.height;
    items[height + Choice.kind] = kind;
    items[height + Choice.limit] = limit;
    choices.height = height + CHOICE;
  }

  /** A field of the last choice. */
  last(field: number): number {
    return this.choices.items[this.choices.height - CHOICE + field] ?? 0;
  }

  setLast(field: number, value: number): void {
    this.choices.items[this.choices.height - CHOICE + field] = value;
  }

  dropLast(): void {
    this.choices.height -= CHOICE;
  }

  /** Undoes what happened since the last choice was made. */
  undo(): void {
    const { trail, registers } = this;
    const height = this.last(Choice.trail);
    while (trail.height > height) {
      trail.height -= 2;
      registers[trail.items[trail.height] ?? 0] = trail.items[trail.height + 1] ?? 0;
    }
  }

  hasCapture(group: number): boolean {
    return this.registers[group] !== NO_CAPTURE;
  }

  /** Where the last capture of a group starts; -1 if it has none. */
  startOf(group: number): number {
    const capture = this.registers[group] ?? NO_CAPTURE;
    return capture === NO_CAPTURE ? -1 : (this.captures.items[capture] ?? 0);
  }

  endOf(group: number): number {
    const capture = this.registers[group] ?? NO_CAPTURE;
    return capture === NO_CAPTURE ? -1 : (this.captures.items[capture + 1] ?? 0);
  }

  /** From right to left a capture ends before it starts. */
  capture(group: number, from: number, to: number): void {
    const { captures } = this;
    captures.reserve(3);
    const { items, height } = captures;
    items[height] = Math.min(from, to);
    items[height + 1] = Math.max(from, to);
    items[height + 2] = this.registers[group] ?? NO_CAPTURE;
    captures.height = height + 3;
    this.set(group, height);
  }

  /** Takes the last capture of a group away. */
  popCapture(group: number): void {
    this.set(group, this.captures.items[(this.registers[group] ?? 0) + 2] ?? NO_CAPTURE);
  }

  /** Start and end of the last capture of every group, -1 and -1 for none. */
  spans(): number[] {
    const spans: number[] = [];
    for (let group = 0; group < this.groups; group++) spans.push(this.startOf(group), this.endOf(group));
    return spans;
  }
}
