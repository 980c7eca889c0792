/** One thing to say, already laid out; `spare` goes first where room is short. */
export interface Row {
  readonly lines: readonly string[];
  readonly spare: boolean;
}

/** Lines that these rows take. */
export const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { lines }) => sum + lines.length, 0);

/**
 * The lines of these rows, at most so many: spare rows go first, the others from the end, and the last line tells how many
 * are left out, made by `tell`.
 */
export function capRows(
  rows: readonly Row[],
  most: number,
  tell: (left: number) => string,
): readonly string[] {
  let height = heightOf(rows);
  if (height <= most) return rows.flatMap(({ lines }) => lines);
  const dropped = new Set<Row>();
  const fromTheEnd = rows.toReversed();
  for (const row of [
    ...fromTheEnd.filter(({ spare }) => spare),
    ...fromTheEnd.filter(({ spare }) => !spare),
  ]) {
    if (height <= most - 1) break;
    height -= row.lines.length;
    dropped.add(row);
  }
  const lines = rows.filter((row) => !dropped.has(row)).flatMap((row) => row.lines);
  return most < 1 ? [] : [...lines, tell(dropped.size)];
}
