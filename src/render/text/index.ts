import type { Report } from '../../report/report.js';
import type { Look } from '../look.js';
import { orderFindings, showFindings, showFindingsWithin } from './findings.js';
import { showHeader } from './header.js';
import { capRows, heightOf } from './rows.js';
import { neutraliseReport } from './neutralise.js';
import { createPen, type Pen } from './pen.js';
import { type ShownStep, showSteps } from './steps.js';
import { showVerdict } from './verdict.js';

/** What can be taken in at one glance; a narrow terminal has the same in more lines. */
const glance = (width: number): number => (width >= 80 ? 24 : 45);
/** Room that the details of steps always get, so that a long finding does not push out what decided. */
const leastDetails = 6;

/**
 * The report for a person at a terminal: who, the steps with what they decided, what is wrong and what to do, and the
 * verdict as the last line. No line is wider than the look (but at least 40), and no value of the report can forge one.
 * What is shown when follows the page "Provision on demand"; the picture is the design's.
 */
export function renderText(report: Report, look: Look): string {
  const clean = neutraliseReport(report);
  const pen = createPen(look);
  const header = showHeader(clean, pen);
  const steps = showSteps(clean, look, pen);
  const verdict = showVerdict(clean.outcome, pen);
  const fixed = [...header, ...steps.flatMap(({ head }) => head), ...verdict].length + 2;
  const body =
    look.details === 'failed'
      ? within(clean, steps, glance(pen.width) - fixed, pen)
      : inFull(clean, steps, look, pen);
  const lines = [...header, '', ...body, '', ...verdict];
  return `${lines.join('\n')}\n`;
}

function inFull(report: Report, steps: readonly ShownStep[], look: Look, pen: Pen): readonly string[] {
  const findings = look.details === 'none' ? [] : showFindings(orderFindings(report), pen);
  return [
    ...steps.flatMap(({ head, rows }) => [...head, ...rows.flatMap(({ lines }) => lines)]),
    ...findings,
  ];
}

/** The steps and findings in so many lines besides the lines of the steps themselves; what failed comes first to its room. */
function within(report: Report, steps: readonly ShownStep[], room: number, pen: Pen): readonly string[] {
  const wanted = steps.reduce((sum, { rows }) => sum + heightOf(rows), 0);
  const findings = showFindingsWithin(orderFindings(report), room - Math.min(wanted, leastDetails), pen);
  const { ellipsis } = pen.signs;
  const tell = (more: number): string => pen.paint.quiet(`       ${ellipsis} and ${more} more (--details)`);
  const below = new Map<ShownStep, readonly string[]>();
  let left = Math.max(0, room - findings.length);
  for (const step of steps.toSorted((a, b) => Number(b.failed) - Number(a.failed))) {
    const lines = capRows(step.rows, left, tell);
    below.set(step, lines);
    left -= lines.length;
  }
  return [...steps.flatMap((step) => [...step.head, ...(below.get(step) ?? [])]), ...findings];
}
