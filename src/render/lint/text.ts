import type { LintReport } from '../../report/lint-report.js';
import type { Look } from '../look.js';
import { showFindings } from '../text/findings.js';
import { neutralise, neutraliseDiagnostics } from '../text/neutralise.js';
import { createPen, type Pen } from '../text/pen.js';
import { count } from '../text/value.js';
import { wrapAtEdge } from '../text/wrap.js';
import type { Shown } from './index.js';
import { findingsShown } from './shown.js';

/** The findings as blocks in the order of the files, what was left aside, and as the last line how many there are. */
export function renderLintText(report: LintReport, look: Look, shown: Shown): string {
  const pen = createPen(look);
  const blocks = showFindings(neutraliseDiagnostics(findingsShown(report, shown)), pen);
  const aside =
    shown === 'errors' ? [] : report.notExamined.map(({ what, why }) => `not examined: ${what}, ${why}`);
  const lines = [
    ...blocks.slice(1),
    ...(blocks.length > 0 ? [''] : []),
    ...aside.flatMap((line) => wrapAtEdge(pen.paint.quiet(neutralise(line)), pen.width)),
    ...wrapAtEdge(verdict(report, shown, pen), pen.width),
  ];
  return `${lines.join('\n')}\n`;
}

function verdict({ counts, files }: LintReport, shown: Shown, pen: Pen): string {
  const { error, warning, info } = counts;
  const parts = [
    ...(error > 0 ? [count(error, 'error')] : []),
    ...(warning > 0 ? [count(warning, 'warning')] : []),
    ...(shown === 'all' && info > 0 ? [count(info, 'note')] : []),
  ];
  const paint = error > 0 ? 'bad' : warning > 0 ? 'attention' : 'good';
  const found = parts.length === 0 ? 'no findings' : parts.join(', ');
  const notes = shown !== 'all' && info > 0 ? `; ${count(info, 'note')} with --verbose` : '';
  return pen.paint.strong(pen.paint[paint](`${found} in ${files.map(neutralise).join(', ')}${notes}`));
}
