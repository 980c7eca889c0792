import { isInRange, type Moment, ticksPerDay, ticksPerHour } from './calendar.js';
import type { Styles } from './styles.js';

/** What a text says about its zone: an offset from UTC in ticks, and whether it was the mark `Z` or `GMT`. */
export interface Zone {
  readonly offset: bigint;
  readonly isUtcMark: boolean;
}

export const utcMark: Zone = { offset: 0n, isUtcMark: true };

/**
 * Moves a parsed time to the zone that the styles ask for, as .NET's DateTime.Parse and ParseExact do. Local time is
 * that of a machine in UTC.
 * @returns undefined for an offset beyond 14 hours and for a moment that leaves the years 1 to 9999
 */
export function adjustToZone(ticks: bigint, zone: Zone | undefined, styles: Styles): Moment | undefined {
  if (zone === undefined) return { ticks, kind: kindWithoutZone(styles) };
  const { offset, isUtcMark } = zone;
  if (offset > 14n * ticksPerHour || offset < -14n * ticksPerHour) return undefined;
  if (isUtcMark && styles.roundtrip) return { ticks, kind: 'utc' };

  // .NET lets a moment before year 1 wrap around into the next day instead of refusing it.
  const universal = ticks - offset < 0n ? ticks - offset + ticksPerDay : ticks - offset;
  return isInRange(universal) ? { ticks: universal, kind: styles.toUniversal ? 'utc' : 'local' } : undefined;
}

function kindWithoutZone(styles: Styles): Moment['kind'] {
  if (styles.toUniversal && (styles.assumeLocal || styles.assumeUniversal)) return 'utc';
  return styles.assumeLocal || styles.assumeUniversal ? 'local' : 'unspecified';
}
