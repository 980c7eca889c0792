/** Line and column of an offset, both from 1; columns count UTF-16 units. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

const widest = 100;

/** The line that holds the offset with a caret below the place; a long line is cut to the part around it. */
export function showLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text
    .slice(start, end < 0 ? undefined : end)
    .replace(/\r$/, '')
    .replaceAll('\t', ' ');
  const from = Math.max(0, Math.min(offset - start - widest / 2, line.length - widest));
  return `${line.slice(from, from + widest)}\n${' '.repeat(offset - start - from)}^`;
}
