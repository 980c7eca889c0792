/**
 * A moment as .NET's DateTime has it: `ticks` of 100 nanoseconds since 1 January of year 1, and what is known of its
 * zone. `local` is the zone of the service's machine, taken to be UTC.
 */
export interface Moment {
  readonly ticks: bigint;
  readonly kind: 'unspecified' | 'utc' | 'local';
}

/** Tells the present. It is asked only where a date depends on it. */
export type Present = () => Moment;

/** The fields of a date and time. `fraction` is in ticks, 0 to 9999999. */
export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly fraction: number;
}

export const ticksPerSecond = 10_000_000n;
export const ticksPerMinute = 60n * ticksPerSecond;
export const ticksPerHour = 60n * ticksPerMinute;
export const ticksPerDay = 24n * ticksPerHour;

const secondsPerDay = 86_400;

/** Days from 1 January of year 1 to the start of a year. */
function daysBefore(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The end of year 9999, exclusive. */
const endOfTime = BigInt(daysBefore(10_000)) * ticksPerDay;

/** Ticks from year 1 to 1970, where JavaScript's clock starts. */
const unixEpoch = BigInt(daysBefore(1970)) * ticksPerDay;

/** Ticks from year 1 to 1601, where the file times of Active Directory start. */
export const fileTimeEpoch = BigInt(daysBefore(1601)) * ticksPerDay;

export const isInRange = (ticks: bigint): boolean => ticks >= 0n && ticks < endOfTime;

/** The moment of a clock in milliseconds since 1970. A clock beyond the years 1 to 9999 stands still at their ends. */
export function fromClock(milliseconds: number): Moment {
  const finite = Math.max(-1e15, Math.min(1e15, Math.trunc(milliseconds)));
  const ticks = unixEpoch + BigInt(finite) * 10_000n;
  return { ticks: ticks < 0n ? 0n : ticks >= endOfTime ? endOfTime - 1n : ticks, kind: 'utc' };
}

/** The clock of a moment, the other way round. */
export const toClock = ({ ticks }: Moment): number => Number((ticks - unixEpoch) / 10_000n);

/** The ticks of a date and time; undefined where there is no such day or time. */
export function toTicks({ year, month, day, hour, minute, second, fraction }: Fields): bigint | undefined {
  const exists =
    isBetween(year, 1, 9999) &&
    isBetween(month, 1, 12) &&
    isBetween(day, 1, daysInMonth(year, month)) &&
    isBetween(hour, 0, 23) &&
    isBetween(minute, 0, 59) &&
    isBetween(second, 0, 59);
  if (!exists) return undefined;
  const days = daysBefore(year) + dayOfYear(year, month) + day - 1;
  const seconds = days * secondsPerDay + hour * 3600 + minute * 60 + second;
  return BigInt(seconds) * ticksPerSecond + BigInt(fraction);
}

/** The fields of a moment. */
export function fieldsOf(ticks: bigint): Fields {
  const fraction = Number(ticks % ticksPerSecond);
  const seconds = Number(ticks / ticksPerSecond);
  const days = Math.floor(seconds / secondsPerDay);
  const rest = seconds - days * secondsPerDay;
  let year = Math.floor(days / 365.2425) + 1;
  while (daysBefore(year + 1) <= days) year += 1;
  while (daysBefore(year) > days) year -= 1;
  let month = 1;
  let day = days - daysBefore(year) + 1;
  while (day > daysInMonth(year, month)) day -= daysInMonth(year, month++);
  return {
    year,
    month,
    day,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    fraction,
  };
}

/** 0 is Sunday. The first day of year 1 was a Monday. */
export const dayOfWeek = (ticks: bigint): number => Number((ticks / ticksPerDay + 1n) % 7n);

function dayOfYear(year: number, month: number): number {
  let days = 0;
  for (let before = 1; before < month; before += 1) days += daysInMonth(year, before);
  return days;
}

const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most;
