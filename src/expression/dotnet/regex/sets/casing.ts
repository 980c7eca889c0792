import { casedLetters } from './categories.js';
import { lazily } from './lazily.js';
import { contains, unite, type CharSet } from './char-set.js';

/*
 * `(?i)` in .NET 7 and later: two units are the same when their simple, one-to-one lower case is the same (the invariant
 * culture). So the Kelvin sign is a k and the Angstrom sign an å, but the long s is no s, the final sigma no sigma, and
 * dotted İ and dotless ı are only themselves. Source: dotnet/runtime, RegexCaseEquivalences, and reference 7.3.
 */

/** Units that are not the simple upper case of their lower case: lower case, then the others that fold to it. */
const IRREGULAR: readonly (readonly [lower: number, others: readonly number[]])[] = [
  [0x6b, [0x4b, 0x212a]],
  [0xdf, [0x1e9e]],
  [0xe5, [0xc5, 0x212b]],
  [0x1c6, [0x1c4, 0x1c5]],
  [0x1c9, [0x1c7, 0x1c8]],
  [0x1cc, [0x1ca, 0x1cb]],
  [0x1f3, [0x1f1, 0x1f2]],
  [0x3b8, [0x398, 0x3f4]],
  [0x3c9, [0x3a9, 0x2126]],
  [0x1fb3, [0x1fbc]],
  [0x1fc3, [0x1fcc]],
  [0x1ff3, [0x1ffc]],
  ...[0x1f80, 0x1f90, 0x1fa0].flatMap((start) =>
    Array.from({ length: 8 }, (_, i) => [start + i, [start + i + 8]] as const),
  ),
];

const OTHERS_OF: ReadonlyMap<number, readonly number[]> = new Map(IRREGULAR);

/** Everything with a case: letters, and the Roman numerals and circled letters, which are no letters. */
const cased = lazily((): CharSet => unite([casedLetters(), [0x2160, 0x217f], [0x24b6, 0x24e9]]));

/** The simple lower case of a unit, itself if it has none. */
export function lowerCaseOf(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function partnersOf(unit: number): readonly number[] {
  const lower = lowerCaseOf(unit);
  const others = OTHERS_OF.get(lower);
  if (others) return [lower, ...others];
  const upper = String.fromCharCode(lower).toUpperCase();
  if (upper.length !== 1) return [lower];
  return lowerCaseOf(upper.charCodeAt(0)) === lower ? [lower, upper.charCodeAt(0)] : [lower];
}

/** The set with all the units that .NET takes for the same as one of its members when case is ignored. */
export function withOtherCases(set: CharSet): CharSet {
  const added: CharSet[] = [set];
  for (let i = 0; i < set.length; i += 2) {
    for (let unit = set[i] ?? 0; unit <= (set[i + 1] ?? 0); unit++) {
      if (!contains(cased(), unit)) continue;
      for (const partner of partnersOf(unit)) if (!contains(set, partner)) added.push([partner, partner]);
    }
  }
  return unite(added);
}
