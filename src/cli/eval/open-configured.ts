import type { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Job } from '../../job/index.js';
import type { SourceDirectory } from '../../source/source-directory.js';
import type { CommandContext } from '../commands/run.js';
import { composeJob, composeSource } from '../compose.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import type { EvalOptions } from './eval-options.js';

/** What an evaluation needs of the configuration. */
export interface Configured {
  readonly job: Job;
  /** what was noticed of the job and its mappings, none of it an error */
  readonly noticed: readonly Diagnostic[];
  /** undefined where no user of it is asked for */
  readonly source: SourceDirectory | undefined;
}

/** Opens schema and source, and tells where every setting came from when that is wanted. */
export async function openConfigured(
  options: EvalOptions,
  command: Command,
  { terminal }: CommandContext,
): Promise<{ readonly value: Configured | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const settings = await loadCommandSettings(options, command, {}, ['source'], terminal);
  if (settings.value === undefined) return { value: undefined, diagnostics: settings.diagnostics };
  const needsSource = options.upn !== undefined || options.id !== undefined;
  const [job, source] = await Promise.all([
    composeJob(settings.value, terminal.cwd),
    needsSource ? composeSource(settings.value, terminal.cwd) : undefined,
  ]);
  if (options.verbose === true || options.debug === true)
    terminal.note(describeProvenance(settings.value, job.value?.choices ?? []));
  if (job.value === undefined || (source !== undefined && source.value === undefined)) {
    const diagnostics = [...settings.diagnostics, ...job.diagnostics, ...(source?.diagnostics ?? [])];
    return { value: undefined, diagnostics };
  }
  // What is noticed of other mappings and other users is not what was asked.
  const configured = { job: job.value.job, noticed: job.diagnostics, source: source?.value };
  return { value: configured, diagnostics: settings.diagnostics };
}
