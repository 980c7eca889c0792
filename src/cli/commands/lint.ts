import type { Command } from 'commander';
import { catalogue } from '../../diagnostics/catalogue.js';
import { describe } from '../../diagnostics/describe.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type LintFormat, loadLintRenderer, type Shown } from '../../render/lint/index.js';
import { lintFormat, type LintReport } from '../../report/lint-report.js';
import { version } from '../../version.js';
import type { ExitName } from '../exit-codes.js';
import { type Examination, examine } from '../lint/examine.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import { decideLook } from '../look.js';
import type { LintOptions } from '../program.js';
import { tellDiagnostics } from '../tell.js';
import type { CommandContext } from './run.js';

/**
 * `provision-user lint`: what can be known of configuration, schema and fixtures without network. Ends with 1 on errors, with
 * --strict on warnings too, and with 2 when there was nothing to examine or a file could not be read.
 */
export async function lintCommand(
  options: LintOptions,
  command: Command,
  { terminal }: CommandContext,
): Promise<ExitName> {
  const { cwd } = terminal;
  const settings = await loadCommandSettings(options, command, {}, false, terminal);
  if (settings.value === undefined && !settings.diagnostics.some(hasLine)) {
    await tellDiagnostics(settings.diagnostics, terminal, options);
    return 'couldNotRun';
  }
  const examined =
    settings.value === undefined
      ? onlyConfiguration(settings.diagnostics)
      : await examine(settings.value, settings.diagnostics, cwd);
  if (settings.value !== undefined && (options.verbose === true || options.debug === true))
    terminal.note(describeProvenance(settings.value, []));
  const report = assemble(examined);
  const render = await loadLintRenderer(options.output as LintFormat);
  const text = render(report, await decideLook(terminal.stdout, options, 'failed'), shownBy(options));
  if (text !== '') await terminal.print(text);
  return judge(report, options.strict === true);
}

const hasLine = ({ at }: Diagnostic): boolean => at.some(({ line }) => line !== undefined);

/** Without settings nothing says which other files there are. */
function onlyConfiguration(findings: readonly Diagnostic[]): Examination {
  const files = findings.flatMap(({ at }) => at.map(({ file }) => file)).filter((file) => file !== undefined);
  const why = 'the configuration that names it has errors';
  const notExamined = ['schema', 'source', 'target'].map((what) => ({ what, why }));
  return { files: [...new Set(files)], notExamined, findings };
}

function assemble({ files, notExamined, findings }: Examination): LintReport {
  const described = findings.map(describe);
  const numberOf = (severity: string): number =>
    described.filter((finding) => finding.severity === severity).length;
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    format: lintFormat,
    tool: { version },
    files,
    notExamined,
    counts: { error: numberOf('error'), warning: numberOf('warning'), info: numberOf('info') },
    findings: described,
    rules: codes.map((code) => {
      const { title, why, severity } = catalogue[code];
      return { code, title, why, severity };
    }),
  };
}

function shownBy({ quiet, verbose, debug }: LintOptions): Shown {
  if (quiet === true) return 'errors';
  return verbose === true || debug === true ? 'all' : 'warnings';
}

function judge({ findings, counts }: LintReport, strict: boolean): ExitName {
  if (findings.some(({ code }) => code === 'document/unreadable')) return 'couldNotRun';
  return counts.error > 0 || (strict && counts.warning > 0) ? 'failed' : 'fine';
}
