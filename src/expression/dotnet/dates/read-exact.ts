import { dayOfWeek, fieldsOf, type Moment, type Present, toTicks } from './calendar.js';
import { Cursor } from './cursor.js';
import { type FieldsRead, readField, readLiteral } from './exact-fields.js';
import type { FormatPart } from './format-parts.js';
import type { Styles } from './styles.js';
import { fourDigitYear } from './two-digit-year.js';
import { adjustToZone } from './zone.js';
import { trimEnd, trimStart, whiteSpace } from '../white-space.js';

const spaces = new RegExp(`^[${whiteSpace}]+`);

/**
 * Reads a text with a format, as .NET's DateTime.ParseExact does with the invariant culture.
 * @param present for a text without a year or without a date
 * @returns undefined where text and format do not fit
 */
export function readExact(
  text: string,
  format: readonly FormatPart[],
  styles: Styles,
  present: Present,
): Moment | undefined {
  if (text === '') return undefined;
  const trimmed = styles.trailingWhite ? trimEnd(text) : text;
  const cursor = new Cursor(styles.leadingWhite ? trimStart(trimmed) : trimmed);
  const found: FieldsRead = { isTwoDigitYear: false, isTwelveHours: false };
  const parts = trimFormat(format, styles);
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (part === undefined) break;
    if (styles.innerWhite) cursor.match(spaces);
    if (isPoint(part) && isOptionalFraction(parts[index + 1]) && cursor.current !== '.') index += 1;
    else if (
      part.kind === 'field' ? !readField(cursor, part, found) : !readLiteral(cursor, part, styles, found)
    )
      return undefined;
  }
  return cursor.isAtEnd ? complete(found, styles, present) : undefined;
}

/** White space at the ends of a format is trimmed where that of the text is. */
function trimFormat(format: readonly FormatPart[], styles: Styles): readonly FormatPart[] {
  const parts = [...format];
  if (styles.trailingWhite) while (isSpace(parts.at(-1))) parts.pop();
  if (styles.leadingWhite) while (isSpace(parts[0])) parts.shift();
  return parts;
}

const isPoint = (part: FormatPart): boolean => part.kind === 'literal' && part.text === '.' && !part.quoted;

const isOptionalFraction = (part: FormatPart | undefined): boolean =>
  part?.kind === 'field' && part.letter === 'F';

const isSpace = (part: FormatPart | undefined): boolean =>
  part?.kind === 'literal' && part.text.trim() === '';

function complete(found: FieldsRead, styles: Styles, present: Present): Moment | undefined {
  const hour = hourOf(found);
  if (hour === undefined) return undefined;
  const { minute = 0, second = 0, fraction = 0 } = found;
  const ticks = toTicks({ ...dateOf(found, styles, present), hour, minute, second, fraction });
  if (ticks === undefined) return undefined;
  if (found.weekday !== undefined && found.weekday !== dayOfWeek(ticks)) return undefined;
  return adjustToZone(ticks, found.zone, styles);
}

/** With `h` the time is of the morning unless PM is said; with `H` the mark has to agree. */
function hourOf({ hour, afternoon, isTwelveHours }: FieldsRead): number | undefined {
  if (isTwelveHours) {
    const twelve = hour ?? 0;
    return twelve > 12 ? undefined : (twelve % 12) + (afternoon === true ? 12 : 0);
  }
  if (afternoon === true && (hour === undefined || hour < 12)) return undefined;
  if (afternoon === false && hour !== undefined && hour >= 12) return undefined;
  return hour ?? 0;
}

/** A missing month or day is the first; a missing year is the current one; without any of them it is today. */
function dateOf(
  { year, month, day, isTwoDigitYear }: FieldsRead,
  { noCurrentDate }: Styles,
  present: Present,
): { year: number; month: number; day: number } {
  if (year === undefined && month === undefined && day === undefined)
    return noCurrentDate ? { year: 1, month: 1, day: 1 } : fieldsOf(present().ticks);
  const full = year !== undefined && isTwoDigitYear ? fourDigitYear(year) : year;
  return { year: full ?? fieldsOf(present().ticks).year, month: month ?? 1, day: day ?? 1 };
}
