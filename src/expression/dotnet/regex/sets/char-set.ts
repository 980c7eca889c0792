/** A set of UTF-16 units: first and last unit of each range in turn, ascending, ranges neither touch nor overlap. */
export type CharSet = readonly number[];

const LAST_UNIT = 0xffff;

export const NO_UNITS: CharSet = [];
export const ALL_UNITS: CharSet = [0, LAST_UNIT];

/** The set of the units from `first` up to and with `last`. */
export function unitsFrom(first: number, last: number): CharSet {
  return [first, last];
}

/** The units that are in at least one of the sets. */
export function unite(sets: readonly CharSet[]): CharSet {
  const filled = sets.filter((set) => set.length > 0);
  if (filled.length <= 1) return filled[0] ?? NO_UNITS;
  const ranges: [number, number][] = [];
  for (const set of filled) {
    for (let i = 0; i < set.length; i += 2) ranges.push([set[i] ?? 0, set[i + 1] ?? 0]);
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const united: number[] = [];
  for (const [first, last] of ranges) {
    const end = united.at(-1);
    if (end !== undefined && first <= end + 1) united[united.length - 1] = Math.max(end, last);
    else united.push(first, last);
  }
  return united;
}

/** The units that are not in the set. */
export function complement(set: CharSet): CharSet {
  const rest: number[] = [];
  let next = 0;
  for (let i = 0; i < set.length; i += 2) {
    const first = set[i] ?? 0;
    if (first > next) rest.push(next, first - 1);
    next = (set[i + 1] ?? 0) + 1;
  }
  if (next <= LAST_UNIT) rest.push(next, LAST_UNIT);
  return rest;
}

/** The units of `set` that are not in `without`. */
export function subtract(set: CharSet, without: CharSet): CharSet {
  return complement(unite([complement(set), without]));
}

/** Whether the unit is in the set. */
export function contains(set: CharSet, unit: number): boolean {
  let low = 0;
  let high = set.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (unit < (set[2 * middle] ?? 0)) high = middle - 1;
    else if (unit > (set[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/** Whether the two sets have a unit in common. */
export function overlap(one: CharSet, other: CharSet): boolean {
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    if ((one[i + 1] ?? 0) < (other[j] ?? 0)) i += 2;
    else if ((other[j + 1] ?? 0) < (one[i] ?? 0)) j += 2;
    else return true;
  }
  return false;
}

/** How many units are in the set. */
export function sizeOf(set: CharSet): number {
  return set.reduce((size, bound, i) => size + (i % 2 === 0 ? -bound : bound + 1), 0);
}
