import { fourDigitYear } from './two-digit-year.js';
import { daysInMonth } from './calendar.js';

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The parts of a date as they come: short numbers, at most one year (three digits or more) and one name of a month.
 * What a short number means depends on the others (.NET: DateTime.Parse, invariant culture).
 */
export class DateItems {
  private numbers: readonly number[] = [];
  private year: number | undefined;
  private month: number | undefined;
  private isNumberBeforeMonth = false;

  private get count(): number {
    return this.numbers.length + Number(this.year !== undefined) + Number(this.month !== undefined);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  get isFull(): boolean {
    return this.count === 3;
  }

  get wouldBeFull(): boolean {
    return this.count === 2;
  }

  get areNumbers(): boolean {
    return this.numbers.length === 2 && this.count === 2;
  }

  get isYearAndNumber(): boolean {
    return this.year !== undefined && this.numbers.length === 1 && this.month === undefined;
  }

  addNumber(number: number): boolean {
    if (this.isFull) return false;
    this.numbers = [...this.numbers, number];
    return true;
  }

  addYear(year: number): boolean {
    if (this.isFull || this.year !== undefined) return false;
    this.year = year;
    return true;
  }

  addMonth(month: number): boolean {
    if (this.isFull || this.month !== undefined) return false;
    this.month = month;
    this.isNumberBeforeMonth = this.numbers.length > 0;
    return true;
  }

  /** The day that the parts make, and an empty collection again; undefined where they make none. */
  finish(currentYear: () => number): CalendarDay | undefined {
    const day = this.isFull ? this.threeParts() : this.twoParts(currentYear);
    this.numbers = [];
    this.year = undefined;
    this.month = undefined;
    return day;
  }

  private threeParts(): CalendarDay | undefined {
    const [first = 0, second = 0, third = 0] = this.numbers;
    const { year, month } = this;
    if (year !== undefined && month !== undefined) return { year, month, day: first };
    if (year !== undefined) return { year, month: first, day: second };
    if (month === undefined) return { year: fourDigitYear(third), month: first, day: second };
    // "March 4 20" is the day before the year, unless there is no such day.
    const usual = { year: fourDigitYear(second), month, day: first };
    return exists(usual) ? usual : { year: fourDigitYear(first), month, day: second };
  }

  private twoParts(currentYear: () => number): CalendarDay | undefined {
    const [first, second] = this.numbers;
    const { year, month } = this;
    if (this.count !== 2) return undefined;
    if (year !== undefined) return { year, month: month ?? first ?? 0, day: 1 };
    // The invariant culture writes "yyyy MMMM" and "MMMM dd": "20 March" is March of 2020, "March 20" a day.
    if (month !== undefined && this.isNumberBeforeMonth)
      return { year: fourDigitYear(first ?? 0), month, day: 1 };
    if (month !== undefined) return { year: currentYear(), month, day: first ?? 0 };
    return { year: currentYear(), month: first ?? 0, day: second ?? 0 };
  }
}

const exists = ({ year, month, day }: CalendarDay): boolean => day >= 1 && day <= daysInMonth(year, month);
