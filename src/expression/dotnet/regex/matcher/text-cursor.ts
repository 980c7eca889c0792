import { isSameText } from './groups.js';
import type { SetTable } from './program.js';
import { holds } from './set-table.js';

/** A place in the input, moved over units from left to right or, with `back` 1, from right to left; counts steps. */
export class TextCursor {
  readonly input: string;
  position = 0;
  steps = 0;

  constructor(input: string) {
    this.input = input;
  }

  /** Whether there is a unit to take in the direction. */
  hasUnit(back: number): boolean {
    return back === 0 ? this.position < this.input.length : this.position > 0;
  }

  pass(back: number): void {
    this.position += back === 0 ? 1 : -1;
  }

  takeUnit(unit: number, back: number): boolean {
    if (!this.hasUnit(back) || this.input.charCodeAt(this.position - back) !== unit) return false;
    this.pass(back);
    return true;
  }

  takeOneOf(set: SetTable, back: number): boolean {
    if (!this.hasUnit(back) || !holds(set, this.input.charCodeAt(this.position - back))) return false;
    this.pass(back);
    return true;
  }

  /** Takes up to `most` units of the set and tells how many it took. */
  takeRun(set: SetTable, back: number, most: number): number {
    const { input } = this;
    const room = Math.min(most, back === 0 ? input.length - this.position : this.position);
    const step = back === 0 ? 1 : -1;
    let at = this.position;
    let taken = 0;
    while (taken < room && holds(set, input.charCodeAt(at - back))) {
      at += step;
      taken++;
    }
    this.steps += taken >> 2;
    this.position = at;
    return taken;
  }

  takeText(text: string): boolean {
    this.steps += text.length >> 3;
    if (!this.input.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  /** Takes the text that stands from `from` up to `to`, once more. */
  takeAgain(from: number, to: number, ignoreCase: boolean, back: number): boolean {
    const length = to - from;
    const start = back === 0 ? this.position : this.position - length;
    if (start < 0 || start + length > this.input.length) return false;
    this.steps += length >> 2;
    if (!isSameText(this.input, from, start, length, ignoreCase)) return false;
    this.position += back === 0 ? length : -length;
    return true;
  }
}
