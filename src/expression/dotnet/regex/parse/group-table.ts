import type { Slot } from './node.js';

/** The groups of a pattern, the whole match included, as .NET numbers them. */
export interface GroupTable {
  /** ascending; gaps are possible, since a number can be a name: `(?<7>x)` */
  readonly slots: readonly Slot[];
  /** the names, or the numbers as text, in the order of the slots */
  readonly names: readonly string[];
  has(slot: Slot): boolean;
  /** the slot of a name that is no number */
  slotOf(name: string): Slot | undefined;
}

/**
 * Numbers the groups: what has a number keeps it, then names take the free ones in the order they appear, from the first
 * after the unnamed groups on. Source: reference 7.1, and Microsoft Learn, "Grouping constructs in regular expressions".
 * @param numbered slots of unnamed groups and of groups with a number as name
 * @param named names in the order of their first appearance, each once
 * @param afterUnnamed the number after the last unnamed group
 */
export function numberGroups(
  numbered: ReadonlySet<Slot>,
  named: readonly string[],
  afterUnnamed: number,
): GroupTable {
  const nameOf = new Map<Slot, string>([...numbered].map((slot) => [slot, String(slot)]));
  const slotOf = new Map<string, Slot>();
  let free = afterUnnamed;
  for (const name of named) {
    while (nameOf.has(free)) free++;
    nameOf.set(free, name);
    slotOf.set(name, free);
  }
  const slots = [...nameOf.keys()].sort((a, b) => a - b);
  return {
    slots,
    names: slots.map((slot) => nameOf.get(slot) ?? String(slot)),
    has: (slot) => nameOf.has(slot),
    slotOf: (name) => slotOf.get(name),
  };
}
