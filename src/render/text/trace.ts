import type { ValueTrace } from '../../report/report.js';
import { columns } from './columns.js';
import type { Row } from './rows.js';
import { cut } from './wrap.js';
import type { Pen } from './pen.js';
import { showValue } from './value.js';

/** How a value came about: each part of the expression below the one that it is a part of, with its value. */
export function showTrace(trace: ValueTrace, left: number, pen: Pen): readonly Row[] {
  return columns(cellsOf(trace, 0, pen), left, pen.width).map((lines) => ({ lines, spare: false }));
}

const deepestIndent = 12;

function cellsOf(trace: ValueTrace, depth: number, pen: Pen): readonly (readonly string[])[] {
  const lead = ' '.repeat(Math.min(depth * 2, deepestIndent));
  const value = trace.value === undefined ? '' : showValue(trace.value, pen, 80);
  const outcome = [value, pen.paint.quiet(trace.note)].filter((part) => part !== '').join('  ');
  const text = cut(trace.text, Math.floor(pen.width / 2) - lead.length, pen.signs.ellipsis);
  return [[lead + text, outcome], ...trace.parts.flatMap((part) => cellsOf(part, depth + 1, pen))];
}
