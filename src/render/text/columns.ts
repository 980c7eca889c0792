import stringWidth from 'fast-string-width';
import { between, hang, leastRoom, pad, wrap } from './wrap.js';

/**
 * Rows of cells below each other in columns; the last cell of a row wraps. A row with a cell that is too wide for its
 * column stands beside the columns, or stacked where even that is too wide: nothing is lost.
 */
export function columns(
  rows: readonly (readonly string[])[],
  indent: number,
  width: number,
): readonly (readonly string[])[] {
  const room = width - indent;
  const widths = measureColumns(rows, room);
  return rows.map((row) => layRow(row, widths, room).map((line) => (' '.repeat(indent) + line).trimEnd()));
}

function measureColumns(rows: readonly (readonly string[])[], room: number): readonly number[] {
  const count = largest(rows.map((row) => row.length));
  return Array.from({ length: Math.max(0, count - 1) }, (_, at) => {
    const widest = Math.floor(room * (at === 0 ? 0.55 : 0.35));
    const fitting = rows.map((row) => stringWidth(row[at] ?? '')).filter((cell) => cell <= widest);
    return largest(fitting);
  });
}

function layRow(row: readonly string[], widths: readonly number[], room: number): readonly string[] {
  const cells = row.slice(0, 1 + row.findLastIndex((cell) => cell !== ''));
  const [first = '', ...rest] = cells;
  const inColumns = (all: readonly string[]): readonly string[] | undefined => {
    const lead = all
      .slice(0, -1)
      .map((cell, at) => pad(cell, widths[at] ?? 0) + between)
      .join('');
    const last = all.at(-1) ?? '';
    const fits = all.every((cell, at) => at === all.length - 1 || stringWidth(cell) <= (widths[at] ?? 0));
    const left = room - stringWidth(lead);
    return fits && left >= Math.min(leastRoom, stringWidth(last)) ? hang(lead, last, room) : undefined;
  };
  const whole = inColumns(cells);
  if (whole !== undefined) return whole;
  const joined = cells.join(between);
  if (stringWidth(joined) <= room) return [joined];
  const below = inColumns(['', ...rest]) ?? rest.flatMap((cell) => hang('  ', cell, room));
  return [...wrap(first, room), ...below];
}

/** Whether these rows stand in columns; a wide first cell may stand above its row. */
export function fitsColumns(rows: readonly (readonly string[])[], indent: number, width: number): boolean {
  const [first = 0, ...others] = measureColumns(rows, width - indent);
  const last = largest(rows.map((row) => stringWidth(row.at(-1) ?? '')));
  const inner = others.map((_, at) => largest(rows.map((row) => stringWidth(row[at + 1] ?? ''))));
  return (
    [first, ...inner, last].reduce((sum, cell) => sum + cell + between.length, indent - between.length) <=
    width
  );
}

// Not by spreading into Math.max: a report may hold more rows than a call may have arguments.
const largest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), 0);
