import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant: the nearest one, letter case aside, if it is near enough to be taken for a slip.
 * Undefined where nothing is.
 */
export function findNearest(wanted: string, known: readonly string[]): string | undefined {
  const names = known.filter((name) => name !== '');
  if (names.length === 0) return undefined;
  const nearest = closest(normalise(wanted), names.map(normalise));
  const name = names.find((candidate) => normalise(candidate) === nearest);
  const slips = distance(normalise(wanted), nearest);
  return slips < wanted.length && slips <= Math.max(2, Math.ceil(wanted.length / 3)) ? name : undefined;
}

const normalise = (name: string): string => name.trim().toLowerCase();
