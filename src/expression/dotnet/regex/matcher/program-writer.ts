import type { CharSet } from '../sets/char-set.js';
import type { Program, SetTable } from './program.js';
import { tabulate } from './set-table.js';

/** Collects the code of a program and the tables it refers to. */
export class ProgramWriter {
  private readonly code: number[] = [];
  private readonly sets: SetTable[] = [];
  private readonly setIndex = new Map<CharSet, number>();
  private readonly texts: string[] = [];
  private readonly groups: number;
  private registers: number;

  constructor(groups: number) {
    this.groups = groups;
    this.registers = groups;
  }

  /** The place of the next instruction. */
  get here(): number {
    return this.code.length;
  }

  /** Writes an instruction and gives the place of its last operand, for a target that is set later. */
  write(...instruction: number[]): number {
    this.code.push(...instruction);
    return this.code.length - 1;
  }

  setTarget(operand: number, target = this.here): void {
    this.code[operand] = target;
  }

  register(): number {
    return this.registers++;
  }

  set(set: CharSet): number {
    const known = this.setIndex.get(set);
    if (known !== undefined) return known;
    this.setIndex.set(set, this.sets.length);
    return this.sets.push(tabulate(set)) - 1;
  }

  text(text: string): number {
    return this.texts.push(text) - 1;
  }

  finish(): Program {
    const { sets, texts, groups, registers } = this;
    return { code: Int32Array.from(this.code), sets, texts, groups, registers };
  }
}
