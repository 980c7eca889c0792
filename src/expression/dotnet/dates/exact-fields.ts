import type { Cursor } from './cursor.js';
import type { FormatPart } from './format-parts.js';
import { matchName, months, weekdays } from './names.js';
import { readOffset } from './offset.js';
import type { Styles } from './styles.js';
import { utcMark, type Zone } from './zone.js';
import { whiteSpace } from '../white-space.js';

/** What the fields of a format found in a text; undefined where the format has no such field. */
export interface FieldsRead {
  year?: number;
  month?: number;
  day?: number;
  weekday?: number;
  hour?: number;
  minute?: number;
  second?: number;
  /** in ticks */
  fraction?: number;
  afternoon?: boolean;
  zone?: Zone;
  isTwoDigitYear: boolean;
  isTwelveHours: boolean;
}

type Field = Extract<FormatPart, { kind: 'field' }>;

/** Reads one field of a format; false where the text does not have it or contradicts an earlier one. */
export function readField(cursor: Cursor, { letter, count }: Field, found: FieldsRead): boolean {
  switch (letter) {
    case 'y':
      found.isTwoDigitYear ||= count <= 2;
      return note(found, 'year', digits(cursor, count));
    case 'M':
      return note(found, 'month', count <= 2 ? digits(cursor, count) : oneAbove(name(cursor, months, count)));
    case 'd':
      return count <= 2
        ? note(found, 'day', digits(cursor, count))
        : note(found, 'weekday', name(cursor, weekdays, count));
    case 'h':
      found.isTwelveHours = true;
      return note(found, 'hour', digits(cursor, Math.min(count, 2)));
    case 'H':
      return note(found, 'hour', digits(cursor, Math.min(count, 2)));
    case 'm':
      return note(found, 'minute', digits(cursor, Math.min(count, 2)));
    case 's':
      return note(found, 'second', digits(cursor, Math.min(count, 2)));
    case 'f':
      return note(found, 'fraction', fraction(cursor, count, count));
    case 'F':
      return note(found, 'fraction', fraction(cursor, 0, count));
    case 't':
      return note(found, 'afternoon', timeMark(cursor, count));
    case 'z':
      return noteZone(found, offset(cursor, count));
    case 'K':
      return readZoneOrNothing(cursor, found);
    case 'g':
      return cursor.match(/^(?:A\.D\.|AD)/i) !== undefined;
  }
}

/** Reads literal text of a format. An unquoted `Z` reads a UTC mark, an unquoted `GMT` says that the time is UTC. */
export function readLiteral(
  cursor: Cursor,
  { text, quoted }: Extract<FormatPart, { kind: 'literal' }>,
  styles: Styles,
  found: FieldsRead,
): boolean {
  if (!quoted && text === 'Z')
    return cursor.match(/^(?:GMT|Z)(?!\p{L})/iu) !== undefined && noteZone(found, utcMark);
  // .NET lets the space of a format be missing before another field, as a side effect of AllowTrailingWhite.
  if (!quoted && text === ' ') return styles.innerWhite || cursor.take(text) || styles.trailingWhite;
  if (!styles.innerWhite) return cursor.take(text);
  return Array.from(text).every((character) =>
    character === ' ' ? cursor.match(anySpace) !== undefined : cursor.take(character),
  );
}

const anySpace = new RegExp(`^[${whiteSpace}]*`);

type NumberKey = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'second' | 'fraction';

function note(found: FieldsRead, key: NumberKey, value: number | undefined): boolean;
function note(found: FieldsRead, key: 'afternoon', value: boolean | undefined): boolean;
function note(found: FieldsRead, key: keyof FieldsRead, value: number | boolean | undefined): boolean {
  if (value === undefined || (found[key] !== undefined && found[key] !== value)) return false;
  Object.assign(found, { [key]: value });
  return true;
}

function noteZone(found: FieldsRead, zone: Zone | undefined): boolean {
  if (zone === undefined || (found.zone !== undefined && found.zone.offset !== zone.offset)) return false;
  found.zone = zone;
  return true;
}

/** One letter stands for one or two digits, more for exactly so many. */
function digits(cursor: Cursor, count: number): number | undefined {
  if (count > 8) return undefined;
  const text = count === 1 ? cursor.digits(1, 2) : cursor.digits(count, count);
  return text === undefined ? undefined : Number(text);
}

function fraction(cursor: Cursor, least: number, most: number): number | undefined {
  const text = cursor.digits(least, most);
  return text === undefined ? undefined : Number(text.padEnd(7, '0'));
}

function name(cursor: Cursor, names: readonly string[], count: number): number | undefined {
  const found = matchName(cursor.text, cursor.at, names, count === 3 ? 'short' : 'full');
  cursor.at += found?.length ?? 0;
  return found?.index;
}

const oneAbove = (index: number | undefined): number | undefined =>
  index === undefined ? undefined : index + 1;

/** `tt` reads AM and PM in any letter case, `t` only a capital letter (.NET). */
function timeMark(cursor: Cursor, count: number): boolean | undefined {
  const mark = cursor.match(count === 1 ? /^[AP]/ : /^[AP]M/i);
  return mark === undefined ? undefined : /^p/i.test(mark);
}

function offset(cursor: Cursor, count: number): Zone | undefined {
  const form = [/^[+-][0-9]{1,2}/, /^[+-][0-9]{2}/][count - 1] ?? /^[+-][0-9]{1,2}:?[0-9]{2}/;
  const text = cursor.match(form);
  return text === undefined ? undefined : readOffset(text);
}

function readZoneOrNothing(cursor: Cursor, found: FieldsRead): boolean {
  if (cursor.take('Z')) return noteZone(found, utcMark);
  return cursor.current === '+' || cursor.current === '-' ? noteZone(found, offset(cursor, 3)) : true;
}
