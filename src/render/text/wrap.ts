import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns below which text is not squeezed beside something else. */
export const leastRoom = 16;
/** What stands between cells. */
export const between = '   ';

/** The text in lines of at most so many columns, broken at blanks where it can be. */
export function wrap(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(width, 2), { hard: true })
    .split('\n')
    .map((line) => line.trimEnd());
}

/** The same, further lines indented: at the edge of the sheet only what begins something may begin a line. */
export function wrapAtEdge(text: string, width: number): readonly string[] {
  return wrap(text, width - 2).map((line, at) => (at === 0 ? line : `  ${line}`));
}

/** The text behind a lead that stands once; further lines begin below the text, or further left where it is tight. */
export function hang(lead: string, text: string, width: number): readonly string[] {
  const indent = stringWidth(lead);
  if (width - indent >= leastRoom || indent + stringWidth(text) <= width) {
    return wrap(text, width - indent).map((line, at) => (at === 0 ? lead : ' '.repeat(indent)) + line);
  }
  const start = lead.length - lead.trimStart().length;
  const rest = text === '' ? [] : wrapIndented(text, start + 2, width);
  return [...wrapIndented(lead, start, width), ...rest];
}

function wrapIndented(text: string, indent: number, width: number): readonly string[] {
  return wrap(text.trim(), width - indent).map((line) => ' '.repeat(indent) + line);
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** ASCII and the precomposed letters of Latin, Greek and Cyrillic: a unit is a column. */
const plain = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f]*$/;

/** The part of a plain text between two columns, whole characters only. */
export function sliceColumns(text: string, from: number, to: number): string {
  // The segmenter takes longer to start than everything else here; one column a unit needs none.
  if (plain.test(text)) return text.slice(Math.max(0, from), Math.max(0, to));
  let column = 0;
  let part = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    const end = column + stringWidth(segment);
    if (column >= from && end <= to) part += segment;
    column = end;
    if (column > to) break;
  }
  return part;
}

/** A plain text cut to so many columns; a cut is visible. */
export function cut(text: string, width: number, ellipsis: string): string {
  if (stringWidth(text) <= width) return text;
  return sliceColumns(text, 0, width - stringWidth(ellipsis)) + ellipsis;
}

/** Parts one after another, a part that does not fit on the next line; no part is broken that fits on a line. */
export function flow(parts: readonly string[], indent: number, width: number): readonly string[] {
  const room = width - indent;
  const lines: string[] = [];
  for (const part of parts) {
    const longer = [...lines.slice(-1), part].join(between);
    if (stringWidth(longer) <= room) lines.splice(-1, 1, longer);
    else lines.push(...wrap(part, room));
  }
  return lines.map((line) => ' '.repeat(indent) + line);
}
