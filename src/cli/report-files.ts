import { resolve } from 'node:path';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { loadRenderer } from '../render/index.js';
import type { Report } from '../report/report.js';
import { fileTrouble } from './read-bytes.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const suffixes = ['.json'];

/** Refuses, before anything runs, a report file whose suffix says no format. `-` is standard output. */
export function checkReportFiles(files: readonly string[]): void {
  for (const file of files) {
    if (file !== '-' && !suffixes.some((suffix) => file.toLowerCase().endsWith(suffix))) {
      throw new UsageError(
        `--report ${file} has no suffix that says its format`,
        `It takes ${suffixes.join(', ')}, or - for standard output.`,
      );
    }
  }
}

/** Writes the report into every file, each completely or not at all; gives what could not be written. */
export async function writeReports(
  files: readonly string[],
  report: Report,
  terminal: Terminal,
): Promise<Diagnostic[]> {
  if (files.length === 0) return [];
  const render = await loadRenderer('json');
  const text = render(report, { colour: 0, unicode: true, links: false, width: 80, details: 'all' });
  const { default: writeFileAtomic } = await import('write-file-atomic');
  const faults: Diagnostic[] = [];
  for (const file of files) {
    try {
      if (file === '-') await terminal.print(text);
      else await writeFileAtomic(resolve(terminal.cwd, file), text);
    } catch (error) {
      const reason = isMissing(error) ? 'there is no such folder' : fileTrouble(error);
      faults.push(diagnose('run/report-unwritable', { file, reason }, [{ file }]));
    }
  }
  return faults;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
