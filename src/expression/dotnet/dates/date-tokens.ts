import { whiteSpace } from '../white-space.js';
import { Cursor } from './cursor.js';
import { matchName, months, weekdays } from './names.js';
import { readOffset } from './offset.js';
import { utcMark, type Zone } from './zone.js';

/** What may follow a number or the name of a month and belongs to it. */
export type Separator = 'none' | 'end' | 'slash' | 'dash' | 'colon' | 'am' | 'pm' | 'T';

/** The parts of free date text. A number with three digits or more is a year. */
export type DateToken =
  | { readonly kind: 'number'; readonly value: number; readonly isYear: boolean }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'mark'; readonly afternoon: boolean }
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'filler' | 'end' | 'unknown' };

const space = new RegExp(`^[${whiteSpace}]+`);

/** Reads date text the way .NET's DateTime.Parse does with the invariant culture, one part after the other. */
export class DateScanner extends Cursor {
  skipSpace(): void {
    this.match(space);
  }

  /** The next part, after white space. */
  next(): DateToken {
    this.skipSpace();
    if (this.isAtEnd) return { kind: 'end' };
    const digits = this.match(/^[0-9]+/);
    if (digits !== undefined)
      return digits.length > 8
        ? { kind: 'unknown' }
        : { kind: 'number', value: Number(digits), isYear: digits.length >= 3 };
    return this.name() ?? this.sign() ?? { kind: 'unknown' };
  }

  /**
   * What follows a number or month, after white space.
   * @param completes whether the date is complete with it: then a dash is the sign of an offset, and is left
   */
  separator(completes: boolean): Separator {
    const before = this.at;
    this.skipSpace();
    if (this.isAtEnd) return 'end';
    if (this.take('/')) return 'slash';
    if (this.take(':')) return 'colon';
    if (this.match(/^AM(?!\p{L})/iu) !== undefined) return 'am';
    if (this.match(/^PM(?!\p{L})/iu) !== undefined) return 'pm';
    if (this.match(/^T(?!\p{L})/iu) !== undefined) return 'T';
    if (!completes && this.take('-')) return 'dash';
    this.at = before;
    return 'none';
  }

  /** An offset after white space: `-8`, `+0530`, `-07:00`. `false` where a sign stands there without an offset. */
  offset(): Zone | undefined | false {
    const before = this.at;
    this.skipSpace();
    if (this.current !== '+' && this.current !== '-') {
      this.at = before;
      return undefined;
    }
    const form = /^[+-](?:[0-9]{3,4}|[0-9]{1,2}(?::[0-9]{1,2})?)(?![0-9:])/;
    const text = this.match(form);
    if (text === undefined) return false;
    return readOffset(/^.[0-9]{3}$/.test(text) ? `${text.charAt(0)}0${text.slice(1)}` : text) ?? false;
  }

  private name(): DateToken | undefined {
    const word = /^\p{L}+/u.exec(this.text.slice(this.at))?.[0];
    if (word === undefined) return this.match(/^[,.]/) === undefined ? undefined : { kind: 'filler' };
    const upper = word.toUpperCase();
    const token = this.nameOf(word, upper);
    if (token !== undefined) this.at += word.length;
    else if (this.match(/^A\.D\./i) !== undefined) return { kind: 'filler' };
    return token;
  }

  private nameOf(word: string, upper: string): DateToken | undefined {
    if (upper === 'AM' || upper === 'PM') return { kind: 'mark', afternoon: upper === 'PM' };
    if (upper === 'Z' || upper === 'GMT') return { kind: 'zone', zone: utcMark };
    if (upper === 'AD') return { kind: 'filler' };
    const month = wholeName(word, months);
    if (month !== undefined) return { kind: 'month', month: month + 1 };
    const weekday = wholeName(word, weekdays);
    return weekday === undefined ? undefined : { kind: 'weekday', weekday };
  }

  private sign(): DateToken | undefined {
    const zone = this.offset();
    return zone === undefined || zone === false ? undefined : { kind: 'zone', zone };
  }
}

/** The place of a name of which a word is the long or the short form. */
function wholeName(word: string, names: readonly string[]): number | undefined {
  const full = matchName(word, 0, names, 'full');
  if (full?.length === word.length) return full.index;
  const short = matchName(word, 0, names, 'short');
  return short?.length === word.length ? short.index : undefined;
}
