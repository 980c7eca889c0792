/**
 * The things that carry a name: those whose name is exactly the wanted one, or else those that differ in case and outer blanks.
 * @param namesOf the names by which a thing may be called
 */
export function findByName<T>(
  things: readonly T[],
  wanted: string,
  namesOf: (thing: T) => readonly string[],
): readonly T[] {
  if (normalise(wanted) === '') return [];
  const exact = things.filter((thing) => namesOf(thing).includes(wanted));
  if (exact.length > 0) return exact;
  const loose = normalise(wanted);
  return loose === ''
    ? []
    : things.filter((thing) => namesOf(thing).some((name) => normalise(name) === loose));
}

const normalise = (name: string): string => name.trim().toLowerCase();
