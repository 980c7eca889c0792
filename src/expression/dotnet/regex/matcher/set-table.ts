import { boundaryWord } from '../sets/categories.js';
import { contains, type CharSet } from '../sets/char-set.js';
import { lazily } from '../sets/lazily.js';
import type { SetTable } from './program.js';

const LOW_UNITS = 256;

export function tabulate(set: CharSet): SetTable {
  const low = new Uint8Array(LOW_UNITS);
  for (let i = 0; i < set.length && (set[i] ?? 0) < LOW_UNITS; i += 2) {
    low.fill(1, set[i] ?? 0, (set[i + 1] ?? 0) + 1);
  }
  return { set, low };
}

export function holds(table: SetTable, unit: number): boolean {
  return unit < LOW_UNITS ? table.low[unit] === 1 : contains(table.set, unit);
}

const boundaryTable = lazily((): SetTable => tabulate(boundaryWord()));

/** Whether `\b` takes the unit at the place for a part of a word. Outside the input there is none. */
export function isWordAt(input: string, at: number): boolean {
  return at >= 0 && at < input.length && holds(boundaryTable(), input.charCodeAt(at));
}
