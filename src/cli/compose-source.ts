import type { FixtureSourceSettings, Settings } from '../config/index.js';
import { type Checked, diagnose } from '../diagnostics/diagnostic.js';
import type { Job } from '../job/index.js';
import type { Tenant } from '../provision/index.js';
import type { SourceObject } from '../schema/index.js';
import { openFixtureSource } from '../source/fixture/index.js';
import type { SourceDirectory } from '../source/source-directory.js';
import { type GraphSurroundings, type GraphOpening } from './compose-graph.js';
import { type ComposedJob, composeJob, explainConnector } from './compose-job.js';
import { readBytes } from './read-bytes.js';
import { shortenPath } from './world.js';

export interface SourceSurroundings extends GraphSurroundings {
  readonly cwd: string;
}

/** A source of users that was opened. */
export interface ComposedSource {
  readonly source: SourceDirectory;
  /** ends its connections */
  readonly close: () => Promise<void>;
}

/** The directory and the job that is about its users or groups. */
export interface ComposedUsers extends ComposedSource, ComposedJob {
  /** what the source was asked on the way; undefined for a source without a service behind it */
  readonly tenant: Tenant | undefined;
}

/** Opens the source that the settings name for a search, which needs neither job nor application. */
export async function composeSource(
  settings: Settings,
  surroundings: SourceSurroundings,
): Promise<Checked<ComposedSource>> {
  const { source, file } = settings;
  const { cwd } = surroundings;
  if (source === undefined)
    return {
      value: undefined,
      diagnostics: [
        diagnose('config/no-source', { file: file === undefined ? undefined : shortenPath(file, cwd) }),
      ],
    };
  if (source.kind === 'fixture') return composeFixture(source, cwd);
  const { composeGraph } = await import('./compose-graph.js');
  const graph = await composeGraph(source, { application: false, schema: false }, surroundings);
  const { value, diagnostics } = graph;
  return { value: value && { source: value.openDirectory([], []), close: value.close }, diagnostics };
}

/** Opens the source and compiles the job: from the live schema where the source is Graph and the settings name none. */
export async function composeUsers(
  settings: Settings,
  surroundings: SourceSurroundings,
  kind: SourceObject = 'User',
): Promise<Checked<ComposedUsers>> {
  const { source } = settings;
  if (source?.kind === 'graph') return composeGraphUsers(settings, source, surroundings, kind);
  const [job, opened] = await Promise.all([
    composeJob(settings, surroundings.cwd, { kind }),
    composeSource(settings, surroundings),
  ]);
  const noticed = [...job.diagnostics, ...opened.diagnostics];
  if (job.value === undefined || opened.value === undefined)
    return { value: undefined, diagnostics: noticed };
  const diagnostics = [...noticed, ...explainConnector(job.value.connectorNames, null)];
  return { value: { ...job.value, ...opened.value, tenant: undefined }, diagnostics };
}

/** Compiles the job alone, and asks Graph for nothing but a schema that the settings do not name. */
export async function composeJobAlone(
  settings: Settings,
  surroundings: SourceSurroundings,
): Promise<Checked<ComposedJob>> {
  const isLive = settings.schema === undefined && settings.source?.kind === 'graph';
  if (!isLive) return composeJob(settings, surroundings.cwd);
  const users = await composeUsers(settings, surroundings);
  await users.value?.close();
  return users;
}

async function composeGraphUsers(
  settings: Settings,
  source: Extract<Settings['source'], { kind: 'graph' }>,
  surroundings: SourceSurroundings,
  kind: SourceObject,
): Promise<Checked<ComposedUsers>> {
  const isLive = settings.schema === undefined;
  const isAssigned = settings.scope === 'assigned';
  const wants = { application: isAssigned || source.app !== undefined, schema: isLive };
  const { composeGraph } = await import('./compose-graph.js');
  // A schema file that cannot be used is known before anybody signs in.
  const early = isLive ? undefined : await composeJob(settings, surroundings.cwd, { kind });
  if (early !== undefined && early.value === undefined) return { ...early, value: undefined };
  const opened: GraphOpening = await composeGraph(source, wants, surroundings);
  const graph = opened.value;
  if (graph === undefined)
    return { value: undefined, diagnostics: [...(early?.diagnostics ?? []), ...opened.diagnostics] };
  const status = graph.job;
  const live = { value: graph.schema, job: status?.id ?? '' };
  const job = early ?? (await composeJob(settings, surroundings.cwd, { live, kind }));
  if (job.value === undefined) {
    await graph.close();
    return { value: undefined, diagnostics: job.diagnostics };
  }
  const names = [...job.value.connectorNames, status?.templateId ?? ''];
  const isRunning = status === undefined ? null : !['paused', 'notConfigured'].includes(status.state);
  const tenant = {
    job: status ?? null,
    diagnostics: [...graph.notes, ...explainConnector(names, isRunning)],
    exchanges: graph.exchanges,
  };
  const { job: own, userJob } = job.value;
  const ofUsers = namesNeeded(kind === 'User' ? own : userJob);
  const ofGroups = namesNeeded(kind === 'Group' ? own : undefined);
  return {
    value: { ...job.value, source: graph.openDirectory(ofUsers, ofGroups), close: graph.close, tenant },
    diagnostics: job.diagnostics,
  };
}

const namesNeeded = (job: Job | undefined): readonly string[] => job?.needs.map(({ name }) => name) ?? [];

async function composeFixture(source: FixtureSourceSettings, cwd: string): Promise<Checked<ComposedSource>> {
  const paths = [source.path, source.users].filter((path) => path !== undefined);
  const files = await Promise.all(paths.map((path) => readBytes(path, cwd, 'the source fixture')));
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const read = files.map((file) => file.value).filter((file) => file !== undefined);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const opened = openFixtureSource(read);
  const close = (): Promise<void> => Promise.resolve();
  return { value: opened.value && { source: opened.value, close }, diagnostics: opened.diagnostics };
}
