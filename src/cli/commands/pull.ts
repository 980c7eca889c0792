import type { Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { GraphSourceSettings, Settings } from '../../config/index.js';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { OpenedGraph } from '../compose-graph.js';
import { type ComposedJob, composeJob } from '../compose-job.js';
import type { ExitName } from '../exit-codes.js';
import { configurationName, findObstacles, type OutputFolder, writeFiles } from '../init/output-files.js';
import { judgeRefusal } from '../judge-refusal.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import { describePulled, type PulledAnswer, showPulled } from '../pull/describe-pulled.js';
import { maskPulled } from '../pull/mask-pulled.js';
import { openCounter } from '../pull/open-counter.js';
import { planPulled } from '../pull/plan-pulled.js';
import { openPosition, type PositionFile, positionName } from '../pull/position-file.js';
import { checkPullOptions, type PullOptions } from '../pull/pull-options.js';
import { watchClient } from '../pull/watch-client.js';
import { openSurroundings } from '../surroundings.js';
import { tellDiagnostics } from '../tell.js';
import { startTimer } from '../time-limit.js';
import { shortenPath } from '../world.js';
import type { CommandContext } from './run.js';

/** `provision-user pull`: the schema, a configuration and users with all that decides about them, for runs without a tenant. */
export async function pullCommand(
  options: PullOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal, abort } = context;
  checkPullOptions(options);
  const { cwd } = terminal;
  const folder: OutputFolder = {
    path: resolve(cwd, options.out),
    force: options.force === true,
    command: 'pull',
    cwd,
  };
  const refuse = async (diagnostics: readonly Diagnostic[]): Promise<ExitName> => {
    await tellDiagnostics(diagnostics, terminal, options);
    return judgePull(diagnostics, abort.signal);
  };
  const obstacles = findObstacles(folder, ['schema.json', 'directory.json', configurationName]);
  if (obstacles.length > 0) return refuse(obstacles);
  const loaded = await loadCommandSettings(options, command, {}, ['source'], terminal);
  const settings = loaded.value;
  if (settings === undefined) return refuse(loaded.diagnostics);
  if (settings.source?.kind !== 'graph') return refuse([...loaded.diagnostics, missingGraph(settings, cwd)]);
  if (options.verbose === true || options.debug === true) terminal.note(describeProvenance(settings, []));
  const stopTimer = options.timeout === undefined ? () => undefined : startTimer(options.timeout, abort);
  const { composeGraph } = await import('../compose-graph.js');
  const opened = await composeGraph(
    settings.source,
    { application: true, schema: true },
    openSurroundings(context, options),
  );
  const noticed = [...loaded.diagnostics, ...opened.diagnostics];
  if (opened.value === undefined) {
    stopTimer();
    return refuse(noticed);
  }
  const parts = { options, settings, source: settings.source, graph: opened.value, folder };
  try {
    return await pullFrom(parts, noticed, context);
  } finally {
    stopTimer();
    await opened.value.close();
  }
}

interface Parts {
  readonly options: PullOptions;
  readonly settings: Settings;
  readonly source: GraphSourceSettings;
  readonly graph: OpenedGraph;
  readonly folder: OutputFolder;
}

async function pullFrom(
  parts: Parts,
  before: readonly Diagnostic[],
  { terminal, abort }: CommandContext,
): Promise<ExitName> {
  const { options, settings, graph, folder } = parts;
  const live = { value: graph.schema, job: graph.job?.id ?? '' };
  const job = await composeJob(settings, terminal.cwd, { live });
  const noticed = [...before, ...job.diagnostics];
  if (job.value === undefined || graph.application === undefined) {
    await tellDiagnostics(noticed, terminal, options);
    return judgePull(noticed, abort.signal);
  }
  const position = await openPosition(join(folder.path, positionName), questionOf(parts, job.value));
  const { pullDirectory, beginning } = await import('../../source/graph/pull/index.js');
  const tellExchange = (exchange: Exchange): void => {
    terminal.note(`${JSON.stringify(exchange)}\n`);
  };
  if (options.debug === true) graph.exchanges.forEach(tellExchange);
  const counter = await openCounter(terminal, options, options.max);
  const pulled = await pullDirectory(
    options.debug === true ? watchClient(graph.client, tellExchange) : graph.client,
    {
      application: graph.application,
      needs: job.value.job.needs.map(({ name }) => name),
      upns: options.upn ?? [],
      groups: options.group ?? [],
      all: options.all === true ? settings.scope : undefined,
      max: options.max ?? Infinity,
      from: position.from ?? beginning,
      onPage: async (reached) => {
        counter.show(reached.users.length);
        await position.save(reached);
      },
    },
    abort.signal,
  );
  counter.end();
  const found = [...noticed, ...pulled.diagnostics];
  if (pulled.value === undefined) {
    await tellDiagnostics([...found, ...goOn(position, folder)], terminal, options);
    return judgePull(found, abort.signal);
  }
  const { rule, objectMapping } = settings;
  const key = options.seed ?? randomBytes(32).toString('hex');
  const masked =
    options.mask === true
      ? maskPulled(pulled.value, { schema: graph.schema, rule, objectMapping, job: job.value.job, key })
      : undefined;
  const configuration = await planPulled({
    ...parts,
    terminal,
    isMasked: masked !== undefined,
    job: job.value.job,
  });
  const files = [
    { name: 'schema.json', content: toJson(graph.schema) },
    { name: 'directory.json', content: toJson(masked?.directory ?? pulled.value) },
    { name: configurationName, content: configuration.text },
  ];
  const unwritten = await writeFiles(folder, files);
  const told = [...found, ...(masked?.diagnostics ?? []), ...configuration.diagnostics, ...unwritten];
  await tellDiagnostics(told, terminal, options);
  if (unwritten.length > 0) return 'couldNotRun';
  await position.remove();
  const answer: PulledAnswer = describePulled({
    directory: pulled.value,
    files: files.map(({ name }) => shortenPath(join(folder.path, name), folder.cwd)),
    upns: options.upn ?? [],
    nameOf: masked?.nameOf,
    configuration,
    folder,
  });
  if (options.quiet === true && options.output === 'text') return 'fine';
  await terminal.print(options.output === 'json' ? toJson(answer) : showPulled(answer));
  return 'fine';
}

/** What makes a pull the same one as an earlier one. */
function questionOf({ options, settings, source, graph }: Parts, { job }: ComposedJob): unknown {
  const { upn, group, all, max } = options;
  const { id } = graph.application ?? {};
  return [
    source.tenant,
    graph.client.name,
    id,
    settings.scope,
    upn,
    group,
    all,
    max,
    job.needs.map(({ name }) => name),
  ];
}

function goOn(position: PositionFile, folder: OutputFolder): Diagnostic[] {
  const users = position.users();
  const file = shortenPath(join(folder.path, positionName), folder.cwd);
  return users === 0 ? [] : [diagnose('pull/interrupted', { users, file }, [{ file }])];
}

function missingGraph({ source, file }: Settings, cwd: string): Diagnostic {
  const shown = file === undefined ? null : shortenPath(file, cwd);
  return diagnose(
    'pull/no-graph',
    { file: shown, kind: source?.kind ?? null },
    shown === null ? [] : [{ file: shown }],
  );
}

/** Somebody who does not exist is the answer of the tenant, as for a run. */
function judgePull(diagnostics: readonly Diagnostic[], signal: AbortSignal): ExitName {
  const isUnknown = diagnostics.some(
    ({ code }) => code === 'pull/unknown-user' || code === 'pull/unknown-group',
  );
  return isUnknown && !signal.aborted ? 'failed' : judgeRefusal(diagnostics, signal);
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
