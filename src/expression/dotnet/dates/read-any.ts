import {
  dayOfWeek,
  type Fields,
  fieldsOf,
  isInRange,
  type Moment,
  type Present,
  toTicks,
} from './calendar.js';
import { DateScanner, type DateToken } from './date-tokens.js';
import { DateItems, type CalendarDay } from './date-items.js';
import { readClock, readIsoTime, type Clock } from './clock.js';
import { universalStyles } from './styles.js';
import { adjustToZone, type Zone } from './zone.js';

/**
 * Reads date text in any form that .NET's DateTime.Parse takes with the invariant culture, as universal time: month
 * before day, 24 or 12 hours, names of months in English, ISO 8601, an offset at the end. East Asian suffixes and the
 * date literals of Visual Basic (`#...#`) are not read.
 * @param present for a text without a year or without a date
 * @returns undefined where the text is no date
 */
export function readDate(text: string, present: Present): Moment | undefined {
  const found = new DateReader(text, present).read();
  if (found === undefined) return undefined;
  const { day, clock, fraction, weekday, zone } = found;
  const start = toTicks({ ...day, ...clock, fraction: 0 });
  const ticks = start === undefined ? undefined : start + BigInt(fraction);
  if (ticks === undefined || !isInRange(ticks)) return undefined;
  if (weekday !== undefined && weekday !== dayOfWeek(ticks)) return undefined;
  return adjustToZone(ticks, zone, universalStyles);
}

interface Found {
  readonly day: CalendarDay;
  readonly clock: Pick<Fields, 'hour' | 'minute' | 'second'>;
  readonly fraction: number;
  readonly weekday: number | undefined;
  readonly zone: Zone | undefined;
}

/** Collects a date, a time, a weekday and a zone, in any order, each once. */
class DateReader {
  private readonly scanner: DateScanner;
  private readonly items = new DateItems();
  private day: CalendarDay | undefined;
  private clock: Clock | undefined;
  private weekday: number | undefined;
  private zone: Zone | undefined;
  private afternoon: boolean | undefined;

  constructor(
    text: string,
    private readonly present: Present,
  ) {
    this.scanner = new DateScanner(text);
  }

  read(): Found | undefined {
    for (let token = this.scanner.next(); token.kind !== 'end'; token = this.scanner.next())
      if (!this.accept(token)) return undefined;
    if (!this.items.isEmpty && !this.finishDate()) return undefined;
    if (this.day === undefined && this.clock === undefined) return undefined;
    const clock = this.applyMark();
    if (clock === undefined) return undefined;
    const { hour, minute, second, fraction } = clock;
    const day = this.day ?? fieldsOf(this.present().ticks);
    return {
      day: { year: day.year, month: day.month, day: day.day },
      clock: { hour, minute, second },
      fraction,
      weekday: this.weekday,
      zone: this.zone,
    };
  }

  private accept(token: DateToken): boolean {
    switch (token.kind) {
      case 'number':
        return this.acceptNumber(token);
      case 'month':
        return this.items.addMonth(token.month) && this.separate(this.scanner.separator(this.items.isFull));
      case 'weekday':
        if (this.weekday !== undefined) return false;
        this.weekday = token.weekday;
        return true;
      case 'mark':
        return this.acceptMark(token.afternoon);
      case 'zone':
        return this.acceptZone(token.zone);
      case 'filler':
        return true;
      default:
        return false;
    }
  }

  private acceptNumber({ value, isYear }: { readonly value: number; readonly isYear: boolean }): boolean {
    const separator = this.scanner.separator(this.items.wouldBeFull);
    if (separator === 'colon') return this.items.isEmpty && !isYear && this.acceptClock(value);
    if (separator === 'am' || separator === 'pm') return this.acceptHour(value, separator === 'pm');
    if (separator === 'T') return this.acceptIso(value);
    return (isYear ? this.items.addYear(value) : this.items.addNumber(value)) && this.separate(separator);
  }

  /** After the third part of a date, or at the end of the text, nothing may divide it any more. */
  private separate(separator: ReturnType<DateScanner['separator']>): boolean {
    if (separator !== 'none' && separator !== 'end' && separator !== 'slash' && separator !== 'dash')
      return false;
    const divides = separator === 'slash' || separator === 'dash';
    if (!this.items.isFull) {
      this.scanner.skipSpace();
      return !divides || !this.scanner.isAtEnd;
    }
    return !divides && this.finishDate();
  }

  private finishDate(): boolean {
    if (this.day !== undefined) return false;
    this.day = this.items.finish(() => fieldsOf(this.present().ticks).year);
    return this.day !== undefined;
  }

  private acceptClock(hour: number): boolean {
    if (this.clock !== undefined) return false;
    const clock = readClock(this.scanner, hour);
    if (clock === undefined) return false;
    this.clock = clock;
    if (clock.afternoon !== undefined && !this.acceptMark(clock.afternoon)) return false;
    return clock.zone === undefined || this.acceptZone(clock.zone);
  }

  /** An hour alone, with AM or PM; a month and a day before it are complete ("1/10 5 AM"). */
  private acceptHour(hour: number, afternoon: boolean): boolean {
    if (this.clock !== undefined || (!this.items.isEmpty && !(this.items.areNumbers && this.finishDate())))
      return false;
    this.clock = { hour, minute: 0, second: 0, fraction: 0, afternoon: undefined, zone: undefined };
    return this.acceptMark(afternoon);
  }

  /** `yyyy-MM-ddTHH:mm:ss`: the rest of the text is the time and its zone. */
  private acceptIso(day: number): boolean {
    if (!this.items.isYearAndNumber || this.clock !== undefined || !this.items.addNumber(day)) return false;
    const clock = readIsoTime(this.scanner);
    if (clock === undefined || !this.finishDate()) return false;
    this.clock = clock;
    return clock.zone === undefined || this.acceptZone(clock.zone);
  }

  private acceptMark(afternoon: boolean): boolean {
    if (this.afternoon !== undefined) return false;
    this.afternoon = afternoon;
    return true;
  }

  private acceptZone(zone: Zone): boolean {
    const divided = zone.isUtcMark && !this.items.isEmpty;
    if (this.zone !== undefined || divided) return false;
    this.zone = zone;
    return true;
  }

  /** AM goes with hours up to 12, PM with all of them; without an hour there is nothing to mark. */
  private applyMark(): Clock | undefined {
    const midnight = { hour: 0, minute: 0, second: 0, fraction: 0, afternoon: undefined, zone: undefined };
    if (this.afternoon === undefined) return this.clock ?? midnight;
    if (this.clock === undefined) return undefined;
    const { hour } = this.clock;
    if (this.afternoon) return hour > 23 ? undefined : { ...this.clock, hour: hour < 12 ? hour + 12 : hour };
    return hour > 12 ? undefined : { ...this.clock, hour: hour % 12 };
  }
}
