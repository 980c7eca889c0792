import {
  dayOfWeek,
  daysInMonth,
  fieldsOf,
  isInRange,
  ticksPerDay,
  ticksPerHour,
  ticksPerMinute,
  ticksPerSecond,
  toTicks,
} from './calendar.js';

/** The intervals of DateAdd and DateDiff; `n` is the minute. */
export const intervals = ['yyyy', 'm', 'd', 'ww', 'h', 'n', 's'] as const;

export type Interval = (typeof intervals)[number];

const length: Readonly<Record<Exclude<Interval, 'yyyy' | 'm'>, bigint>> = {
  ww: 7n * ticksPerDay,
  d: ticksPerDay,
  h: ticksPerHour,
  n: ticksPerMinute,
  s: ticksPerSecond,
};

/**
 * Adds intervals to a moment. Months and years end at the last day of the month when the day does not exist
 * (.NET: DateTime.AddMonths).
 * @returns ticks; undefined when the result leaves the years 1 to 9999
 */
export function addInterval(ticks: bigint, interval: Interval, count: bigint): bigint | undefined {
  if (interval === 'yyyy' || interval === 'm')
    return addMonths(ticks, interval === 'm' ? count : 12n * count);
  const result = ticks + count * length[interval];
  return isInRange(result) ? result : undefined;
}

function addMonths(ticks: bigint, count: bigint): bigint | undefined {
  const fields = fieldsOf(ticks);
  const months = BigInt(fields.year * 12 + fields.month - 1) + count;
  if (months < 12n || months >= 120_000n) return undefined;
  const year = Math.floor(Number(months) / 12);
  const month = (Number(months) % 12) + 1;
  return toTicks({ ...fields, year, month, day: Math.min(fields.day, daysInMonth(year, month)) });
}

/**
 * The intervals from one moment to another, negative when the second is earlier, counted as Visual Basic's DateDiff
 * does: calendar years and months, weeks that start on Sunday, and elapsed time for the rest.
 */
export function countIntervals(interval: Interval, from: bigint, to: bigint): bigint {
  switch (interval) {
    case 'yyyy':
      return BigInt(fieldsOf(to).year - fieldsOf(from).year);
    case 'm':
      return BigInt(monthNumber(to) - monthNumber(from));
    case 'ww': {
      const weekStart = (ticks: bigint): bigint => ticks - BigInt(dayOfWeek(ticks) + 1) * ticksPerDay;
      return (weekStart(to) - weekStart(from)) / ticksPerDay / 7n;
    }
    default:
      return (to - from) / length[interval];
  }
}

function monthNumber(ticks: bigint): number {
  const { year, month } = fieldsOf(ticks);
  return year * 12 + month;
}
