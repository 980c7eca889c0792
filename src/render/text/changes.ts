import type { AttributeChange, AttributeText } from '../../report/report.js';
import { grid, line } from './face.js';
import { fitsColumns } from './columns.js';
import type { Row } from './rows.js';
import { flow } from './wrap.js';
import type { Pen } from './pen.js';
import { showValue } from './value.js';

type Column = 'was' | 'sent' | 'kept' | 'from';

/** Whether a value is part of a request. */
export const isSent = ({ operation }: AttributeChange): boolean =>
  operation === 'add' || operation === 'replace' || operation === 'remove';

/** Whether the target's answer differs from what was sent in more than letter case and order. */
export function isAltered({ sent, stored }: AttributeChange): boolean {
  return stored !== null && normalise(stored) !== normalise(sent);
}

function normalise(value: AttributeText | null): string {
  const texts = (typeof value === 'string' || value === null ? [value ?? ''] : value).map((text) =>
    text.toLowerCase(),
  );
  return JSON.stringify(texts.toSorted());
}

/**
 * The attributes with what they were, what was sent, what the target kept of it where that differs, and from which source
 * attributes: the columns of "View details". A table where it fits, else one block for each attribute.
 * @param kept whether the step found that the target changed what it was sent
 */
export function showChanges(
  changes: readonly AttributeChange[],
  kept: boolean,
  left: number,
  pen: Pen,
): readonly Row[] {
  if (changes.length === 0) return [];
  const shown: readonly Column[] = [
    ...(changes.some(({ previous }) => previous !== null) ? (['was'] as const) : []),
    'sent',
    ...(kept ? (['kept'] as const) : []),
    'from',
  ];
  for (const most of [40, 24, 16]) {
    const rows = changes.map((change) => [
      change.target,
      ...shown.map((column) => showCell(change, column, most, pen)),
    ]);
    const head = ['attribute', ...shown].map((title) => pen.paint.quiet(title));
    if (fitsColumns([head, ...rows], left, pen.width)) return grid([head, ...rows], left, pen);
  }
  return changes.map((change) => {
    const pairs = shown.map((column) => `${pen.paint.quiet(column)} ${showCell(change, column, 40, pen)}`);
    const lines = [...line(change.target, left, pen).lines, ...flow(pairs, left + 2, pen.width)];
    return { lines, spare: false };
  });
}

function showCell(change: AttributeChange, column: Column, most: number, pen: Pen): string {
  switch (column) {
    case 'was':
      return showValue(change.previous, pen, most);
    case 'sent':
      return showValue(change.sent, pen, most);
    case 'kept':
      if (change.stored === null) return pen.paint.attention('absent');
      return isAltered(change) ? pen.paint.attention(showValue(change.stored, pen, most)) : 'same';
    case 'from': {
      const names = Object.keys(change.source);
      return names.length === 0 ? 'constant' : names.join(', ');
    }
  }
}
