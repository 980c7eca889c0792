import { ticksPerHour, ticksPerMinute } from './calendar.js';
import type { Zone } from './zone.js';

/**
 * The zone of an offset such as `+8`, `-07:00`, `+0530`: a sign, one or two digits for the hours, and two digits for
 * the minutes, a colon between them or not.
 * @returns undefined for 60 minutes and more
 */
export function readOffset(text: string): Zone | undefined {
  const parts = /^([+-])([0-9]{1,2})(?::?([0-9]{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  const minutes = Number(parts[3] ?? 0);
  if (minutes >= 60) return undefined;
  const size = BigInt(parts[2] ?? 0) * ticksPerHour + BigInt(minutes) * ticksPerMinute;
  return { offset: parts[1] === '-' ? -size : size, isUtcMark: false };
}
