import type { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Job } from '../../job/index.js';
import type { SourceDirectory } from '../../source/source-directory.js';
import type { CommandContext } from '../commands/run.js';
import { composeJobAlone, composeUsers } from '../compose-source.js';
import { openSurroundings } from '../surroundings.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import type { EvalOptions } from './eval-options.js';

/** What an evaluation needs of the configuration. */
export interface Configured {
  readonly job: Job;
  /** what was noticed of the job and its mappings, none of it an error */
  readonly noticed: readonly Diagnostic[];
  /** undefined where no user of it is asked for */
  readonly source: SourceDirectory | undefined;
  /** ends its connections */
  readonly close: () => Promise<void>;
}

/** Opens schema and source, and tells where every setting came from when that is wanted. */
export async function openConfigured(
  options: EvalOptions,
  command: Command,
  context: CommandContext,
): Promise<{ readonly value: Configured | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  const { terminal } = context;
  const settings = await loadCommandSettings(options, command, {}, ['source'], terminal);
  if (settings.value === undefined) return { value: undefined, diagnostics: settings.diagnostics };
  const needsSource = options.upn !== undefined || options.id !== undefined;
  const surroundings = openSurroundings(context, options);
  const users = needsSource ? await composeUsers(settings.value, surroundings) : undefined;
  const job = users ?? (await composeJobAlone(settings.value, surroundings));
  if (options.verbose === true || options.debug === true)
    terminal.note(describeProvenance(settings.value, job.value?.choices ?? []));
  if (job.value === undefined)
    return { value: undefined, diagnostics: [...settings.diagnostics, ...job.diagnostics] };
  const close = users?.value?.close ?? ((): Promise<void> => Promise.resolve());
  // What is noticed of other mappings and other users is not what was asked.
  return {
    value: { job: job.value.job, noticed: job.diagnostics, source: users?.value?.source, close },
    diagnostics: settings.diagnostics,
  };
}
