import type { Report, ReportDiagnostic } from '../../report/report.js';
import { linesOfExplain, showDiagnostic } from './diagnostic.js';
import type { Pen } from './pen.js';

const weight = { info: 0, warning: 1, error: 2 } as const;
/** No block is longer where room is short. */
const tallest = (width: number): number => (width >= 80 ? 9 : 16);

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

/** A block in so many lines; what goes is the end of the advice, and where to read on stays. */
function shorten(finding: ReportDiagnostic, most: number, pen: Pen): readonly string[] {
  const lines = showDiagnostic(finding, pen);
  if (lines.length <= most) return lines;
  const last = lines.slice(lines.length - linesOfExplain(finding, pen));
  const kept = lines.slice(0, most - 1 - last.length);
  const bar = (lines[0] ?? '').slice(0, (lines[0] ?? '').indexOf(pen.signs.bar) + pen.signs.bar.length);
  const gone = lines.length - kept.length - last.length;
  return [...kept, `${bar} ${pen.signs.ellipsis} ${gone} more lines (--details)`, ...last];
}
