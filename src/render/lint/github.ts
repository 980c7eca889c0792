import type { LintReport } from '../../report/lint-report.js';
import type { ReportDiagnostic } from '../../report/report.js';
import { writeAnnotation } from '../github-command.js';
import type { Look } from '../look.js';
import type { Shown } from './index.js';
import { findingsShown } from './shown.js';

const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const;
const order = ['error', 'warning', 'info'] as const;

/**
 * One annotation a finding, errors first: GitHub shows about ten of each kind a step. Notes only where everything is asked for.
 */
export function renderGithub(report: LintReport, _look: Look, shown: Shown): string {
  return findingsShown(report, shown)
    .toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
    .map(annotate)
    .join('');
}

function annotate({ severity, code, title, message, advice, at: [place] }: ReportDiagnostic): string {
  const where = { file: place?.file?.replaceAll('\\', '/'), line: place?.line, col: place?.column };
  const text = [message, ...advice.map(({ text: line }) => line)].join('\n');
  return writeAnnotation(kinds[severity], where, `${code}: ${title}`, text);
}
