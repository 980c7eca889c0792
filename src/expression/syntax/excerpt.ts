import type { Span } from '../expression.js';

const width = 76;

/**
 * The line of an expression where something stands, with carets below it. A long line is cut to the part around it.
 * @returns two lines
 */
export function excerptOf(text: string, span: Span): string {
  const from = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.start);
  const line = text.slice(from, next < 0 ? undefined : next).replace(/[\t\r]/g, ' ');
  const start = span.start - from;
  const marked = Math.max(1, Math.min(span.end - span.start, line.length - start));

  const cutFrom = line.length <= width ? 0 : Math.max(0, Math.min(start - 24, line.length - width));
  const cutTo = Math.min(line.length, cutFrom + width);
  const before = cutFrom > 0 ? '...' : '';
  const after = cutTo < line.length ? '...' : '';
  const carets = '^'.repeat(Math.min(marked, Math.max(1, cutTo - start)));
  return `${before}${line.slice(cutFrom, cutTo)}${after}\n${' '.repeat(before.length + start - cutFrom)}${carets}`;
}
