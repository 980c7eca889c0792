import type { Outcome } from '../../report/report.js';
import { wrapAtEdge } from './wrap.js';
import type { Paint, Pen } from './pen.js';

const paints: Readonly<Record<Outcome['status'], Paint>> = {
  success: 'good',
  warning: 'attention',
  failure: 'bad',
  skipped: 'note',
};

/** What came of the run, in the words of the report: the last thing that is read. */
export function showVerdict({ status, summary }: Outcome, pen: Pen): readonly string[] {
  return wrapAtEdge(pen.paint.strong(pen.paint[paints[status]](summary)), pen.width);
}
