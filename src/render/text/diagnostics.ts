import type { ReportDiagnostic } from '../../report/report.js';
import type { Look } from '../look.js';
import { showFindings } from './findings.js';
import { neutraliseDiagnostics } from './neutralise.js';
import { createPen } from './pen.js';

/** Diagnostics that belong to no report, in the same blocks with a bar as a report has them. */
export function renderDiagnostics(diagnostics: readonly ReportDiagnostic[], look: Look): string {
  return `${showFindings(neutraliseDiagnostics(diagnostics), createPen(look)).join('\n')}\n`;
}
