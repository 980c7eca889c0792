import { dayOfWeek, type Fields, fieldsOf, type Moment } from './calendar.js';
import type { FormatPart } from './format-parts.js';
import { months, weekdays } from './names.js';

/** Prints a moment with a format, as .NET's DateTime.ToString does with the invariant culture. */
export function writeDate(moment: Moment, parts: readonly FormatPart[]): string {
  const fields = fieldsOf(moment.ticks);
  let text = '';
  for (const part of parts) {
    if (part.kind === 'literal') text += part.text;
    else if (part.letter === 'F') text = writeOptionalFraction(text, fields.fraction, part.count);
    else text += writeField(moment, fields, part.letter, part.count);
  }
  return text;
}

type Letter = Exclude<Extract<FormatPart, { kind: 'field' }>['letter'], 'F'>;

function writeField({ ticks, kind }: Moment, fields: Fields, letter: Letter, count: number): string {
  switch (letter) {
    case 'y':
      return count <= 2 ? pad(fields.year % 100, count) : pad(fields.year, count);
    case 'M':
      return count <= 2 ? pad(fields.month, count) : nameOf(months[fields.month - 1], count);
    case 'd':
      return count <= 2 ? pad(fields.day, count) : nameOf(weekdays[dayOfWeek(ticks)], count);
    case 'h':
      return pad(fields.hour % 12 === 0 ? 12 : fields.hour % 12, Math.min(count, 2));
    case 'H':
      return pad(fields.hour, Math.min(count, 2));
    case 'm':
      return pad(fields.minute, Math.min(count, 2));
    case 's':
      return pad(fields.second, Math.min(count, 2));
    case 'f':
      return fractionDigits(fields.fraction).slice(0, count);
    case 't':
      return (fields.hour < 12 ? 'AM' : 'PM').slice(0, count);
    case 'z':
      return ['+0', '+00'][count - 1] ?? '+00:00';
    case 'K':
      return { unspecified: '', utc: 'Z', local: '+00:00' }[kind];
    case 'g':
      return 'A.D.';
  }
}

/** `F` drops trailing zeros, and where nothing is left the point before it. */
function writeOptionalFraction(text: string, fraction: number, count: number): string {
  const digits = fractionDigits(fraction).slice(0, count).replace(/0+$/, '');
  return digits === '' && text.endsWith('.') ? text.slice(0, -1) : text + digits;
}

const fractionDigits = (fraction: number): string => pad(fraction, 7);

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

const nameOf = (name: string | undefined, count: number): string =>
  count === 3 ? (name ?? '').slice(0, 3) : (name ?? '');

/** The form in which date functions hand dates to each other: `M/d/yyyy h:mm:ss tt`, always UTC. */
export function writeFixed(ticks: bigint): string {
  const { year, month, day, hour, minute, second } = fieldsOf(ticks);
  const date = `${month}/${day}/${pad(year, 4)}`;
  return `${date} ${hour % 12 === 0 ? 12 : hour % 12}:${pad(minute, 2)}:${pad(second, 2)} ${hour < 12 ? 'AM' : 'PM'}`;
}
