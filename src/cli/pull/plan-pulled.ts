import { dirname } from 'node:path';
import { readParts, type Settings } from '../../config/index.js';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { listVariables, writeConfiguration } from '../../init/index.js';
import type { Job } from '../../job/index.js';
import { type CarriedPart, carryOver } from '../../pull/index.js';
import type { OpenedGraph } from '../compose-graph.js';
import type { OutputFolder } from '../init/output-files.js';
import type { Terminal } from '../terminal.js';
import { openConfigWorld } from '../world.js';
import type { PullOptions } from './pull-options.js';

/** The configuration of a pulled directory. */
export interface PulledConfiguration {
  readonly text: string;
  readonly hasTarget: boolean;
  /** whether it works only when it is named with --config */
  readonly needsNaming: boolean;
  /** of the environment, which a run needs */
  readonly variables: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PulledParts {
  readonly options: PullOptions;
  readonly settings: Settings;
  readonly graph: OpenedGraph;
  readonly job: Job;
  readonly folder: OutputFolder;
  readonly terminal: Terminal;
  readonly isMasked: boolean;
}

/**
 * Writes the configuration: the files of the pull, and the target that the one at hand has. The way to Graph stays as a profile, so that
 * the pull can be repeated. What is masked gets neither: its names exist nowhere else.
 */
export async function planPulled(parts: PulledParts): Promise<PulledConfiguration> {
  const { settings, graph, job, folder, isMasked } = parts;
  const carried = await carryParts(parts);
  const target = isMasked ? undefined : carried.target;
  const source = isMasked ? undefined : carried.source;
  const application = oneLine(graph.application?.displayName ?? '');
  const text = writeConfiguration({
    heading: [
      `Configuration of provision-user for ${application}, written by provision-user pull${isMasked ? ' --mask' : ''}.`,
      'Paths are relative to this file. A secret is a reference: { env: NAME }, { file: path } or { command: [program, argument] }.',
    ],
    schema: {
      path: './schema.json',
      about: `The schema of job ${oneLine(graph.job?.id ?? '')}, which provisions users to ${oneLine(job.targetDirectory)}.`,
    },
    rule: settings.rule,
    objectMapping: settings.objectMapping,
    scope: settings.scope,
    skipOutOfScopeDeletions: settings.skipOutOfScopeDeletions,
    source: { kind: 'fixture', path: './directory.json' },
    target: target?.part,
    profiles: source === undefined ? {} : { live: { source: source.part } },
  });
  return {
    text,
    hasTarget: target !== undefined,
    needsNaming: [target, source].some((part) => part?.needsNaming === true) || folder.path !== folder.cwd,
    variables: listVariables(target?.part),
    diagnostics: [
      ...(target?.diagnostics ?? []),
      ...(source?.diagnostics ?? []),
      ...(isMasked && settings.target !== undefined
        ? [diagnose('pull/target-left-out', { kind: settings.target.kind })]
        : []),
    ],
  };
}

async function carryParts({
  options,
  settings,
  folder,
  terminal,
}: PulledParts): Promise<{ source: CarriedPart | undefined; target: CarriedPart | undefined }> {
  const { file } = settings;
  if (file === undefined) return { source: undefined, target: undefined };
  const { source, target } = await readParts(file, { profile: options.profile }, openConfigWorld(terminal));
  const folders = { from: dirname(file), to: folder.path };
  return {
    source: source && carryOver('source', source, folders),
    target: target && carryOver('target', target, folders),
  };
}

const oneLine = (text: string): string => text.replace(/[\p{C}\u2028\u2029]+/gu, ' ');
