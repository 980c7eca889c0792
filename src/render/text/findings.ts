import type { Report, ReportDiagnostic } from '../../report/report.js';
import { blockOf, showDiagnostic } from './diagnostic.js';
import type { Pen } from './pen.js';

const weight = { info: 0, warning: 1, error: 2 } as const;
/** What is wrong gets as many lines, however long the advice is. */
const leastMessage = 3;
/** No block is longer where room is short. */
const tallest = (width: number): number => (width >= 80 ? 10 : 16);

/** Everything worth saying, the most important last, where the eye ends. What decided the run counts as most important. */
export function orderFindings(report: Report): readonly ReportDiagnostic[] {
  const all = [...report.diagnostics, ...report.steps.flatMap(({ diagnostics }) => diagnostics)];
  const scope = report.steps[2];
  const { reason } = report.outcome;
  const rank = (finding: ReportDiagnostic): number => {
    const { code, severity, service } = finding;
    if (severity === 'error') return weight.error;
    const named = reason !== null && (code === reason || service.includes(reason));
    const decided = named || (scope.details.inScope === false && scope.diagnostics.includes(finding));
    return weight[severity] + (decided ? 1.5 : 0);
  };
  return all.toSorted((a, b) => rank(a) - rank(b));
}

/** The blocks of all findings, each with an empty line before it. */
export function showFindings(findings: readonly ReportDiagnostic[], pen: Pen): readonly string[] {
  return findings.flatMap((finding) => ['', ...showDiagnostic(finding, pen)]);
}

/** The last finding, and of those before it as many as fit into so many lines; the others are counted. */
export function showFindingsWithin(
  findings: readonly ReportDiagnostic[],
  room: number,
  pen: Pen,
): readonly string[] {
  const blocks = findings.map((finding) => ['', ...shorten(finding, tallest(pen.width), pen)]);
  let first = Math.max(0, blocks.length - 1);
  let used = blocks[first]?.length ?? 0;
  while (first > 0) {
    const block = blocks[first - 1] ?? [];
    const notice = first > 1 ? 1 : 0;
    if (used + block.length + notice > room) break;
    used += block.length;
    first -= 1;
  }
  const kept = blocks.slice(first).flat();
  if (first === 0) return kept;
  const noun = first === 1 ? 'finding' : 'findings';
  return ['', pen.paint.quiet(`  ${pen.signs.ellipsis} ${first} more ${noun} (--details)`), ...kept.slice(1)];
}

/** A block in so many lines: what is wrong and the first thing to do stay, and where to read on. */
function shorten(finding: ReportDiagnostic, most: number, pen: Pen): readonly string[] {
  const { message, about, advice, firstAdvice, explain, bar } = blockOf(finding, pen);
  const whole = message.length + about.length + advice.length + explain.length;
  if (whole <= most) return [...message, ...about, ...advice, ...explain];
  const room = most - 1 - explain.length;
  const wanted = Math.min(firstAdvice, room - leastMessage);
  const told = message.slice(0, room - wanted);
  const where = about.slice(0, room - wanted - told.length);
  const todo = advice.slice(0, room - told.length - where.length);
  const gone = whole - told.length - where.length - todo.length - explain.length;
  const notice = bar(`${pen.signs.ellipsis} ${gone} more lines (--details)`);
  return [...told, ...where, ...todo, notice, ...explain];
}
