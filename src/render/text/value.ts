import stringWidth from 'fast-string-width';
import type { AttributeText, ReportLocation } from '../../report/report.js';
import { cut } from './wrap.js';
import type { Pen } from './pen.js';

/** Columns for a value where it stands among others. */
const briefValue = 40;
/** Columns for a value where it was asked for. */
export const fullValue = 400;

/** A value as text: quoted, null as null, several in brackets; what is long is cut, and then its length is told. */
export function showValue(value: AttributeText | null, pen: Pen, most = briefValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return showText(value, pen, most);
  const whole = `[${value.map((item) => showText(item, pen, most)).join(', ')}]`;
  if (stringWidth(whole) <= most) return whole;
  return `${cut(whole, most, `${pen.signs.ellipsis}]`)} (${value.length} values)`;
}

function showText(text: string, pen: Pen, most: number): string {
  const { ellipsis } = pen.signs;
  const characters = Array.from(text);
  // Combining marks take no column, so columns alone would let a text of any length through.
  const start = characters.length > most * 3 ? characters.slice(0, most * 3).join('') + ellipsis : text;
  const quoted = `"${start.replaceAll('"', '\\"')}"`;
  if (start === text && stringWidth(quoted) <= most) return quoted;
  return `${cut(quoted, most, `${ellipsis}"`)} (${characters.length} characters)`;
}

/** A longer pointer is told by its end: `…/attributeMappings/3`. */
const longestPointer = 40;
const tailOf = (pointer: string): string => `.../${pointer.split('/').slice(-2).join('/')}`;

/** `file:line:column`, or the JSON pointer where the line is not known; empty where nothing is. */
export function showLocation({ file, pointer, line, column }: ReportLocation): string {
  if (line !== undefined) return [file ?? 'line', line, ...(column === undefined ? [] : [column])].join(':');
  return `${file ?? ''}${pointer === undefined ? '' : `#${pointer.length > longestPointer ? tailOf(pointer) : pointer}`}`;
}

/** `1 attribute`, `3 attributes`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
