import { type Checked, diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/describe.js';
import type { Settings } from '../config/index.js';
import type { Job } from '../job/index.js';
import {
  chooseMapping,
  defaultSchema,
  readSchema,
  type SourceObject,
  type SynchronizationSchema,
} from '../schema/index.js';
import { compileJob } from '../job/index.js';
import { openFixtureSource } from '../source/fixture/index.js';
import type { SourceDirectory } from '../source/source-directory.js';
import { type ComposedTarget, composeTarget, type TargetSurroundings } from './compose-target.js';
import { readBytes } from './read-bytes.js';
import { shortenPath } from './world.js';

/** What a run works on, made from the settings. */
export interface Composed {
  readonly job: Job;
  /** of the users of the same schema, for a job that maps groups; undefined where it maps none */
  readonly userJob: Job | undefined;
  readonly source: SourceDirectory;
  /** undefined where the run needs none */
  readonly target: ComposedTarget | undefined;
  /** what was chosen among several, in words, for --verbose */
  readonly choices: readonly string[];
}

export interface ComposeOptions extends TargetSurroundings {
  readonly needsTarget: boolean;
  /** what the run is about; a user where left out */
  readonly kind?: SourceObject;
}

/** Settings to job, source and target. Without a value when one of them cannot be made. */
export async function compose(settings: Settings, options: ComposeOptions): Promise<Checked<Composed>> {
  const [job, source, target] = await Promise.all([
    composeJob(settings, options.cwd, options.kind),
    composeSource(settings, options.cwd),
    options.needsTarget
      ? composeTarget(settings, options)
      : Promise.resolve({ value: undefined, diagnostics: [] }),
  ]);
  const diagnostics = [...job.diagnostics, ...source.diagnostics, ...target.diagnostics];
  const failed = diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error');
  if (failed || job.value === undefined || source.value === undefined)
    return { value: undefined, diagnostics };
  return { value: { ...job.value, source: source.value, target: target.value }, diagnostics };
}

/** Reads the schema that the settings name, chooses the mapping of users or groups, and compiles it. */
export async function composeJob(
  settings: Settings,
  cwd: string,
  kind: SourceObject = 'User',
): Promise<Checked<Pick<Composed, 'job' | 'userJob' | 'choices'>>> {
  const schema = await loadSchema(settings.schema, cwd);
  if (schema.value === undefined) return { value: undefined, diagnostics: schema.diagnostics };
  const chosen = chooseMapping(schema.value, {
    ...(settings.rule === undefined ? {} : { rule: settings.rule }),
    ...(settings.objectMapping === undefined ? {} : { objectMapping: settings.objectMapping }),
    sourceObject: kind,
  });
  const noticed: Diagnostic[] = [...schema.diagnostics, ...chosen.diagnostics];
  if (chosen.value === undefined) return { value: undefined, diagnostics: noticed };
  const { scope, skipOutOfScopeDeletions } = settings;
  const job = compileJob({ schema: schema.value, ...chosen.value, scope, skipOutOfScopeDeletions });
  const diagnostics = [...noticed, ...job.diagnostics];
  if (job.value === undefined) return { value: undefined, diagnostics };
  const { rule, mapping, others } = chosen.value;
  const choices = [
    `rule ${rule.name}, object mapping ${mapping.name ?? mapping.targetObjectName}`,
    ...(others.length === 0 ? [] : [`other mappings left aside: ${others.join('; ')}`]),
  ];
  const userJob = kind === 'User' ? undefined : compileUserJob(schema.value, settings);
  return { value: { job: job.value, userJob, choices }, diagnostics };
}

/** The job by which the members of a group are found. A fault of it concerns a group only where members are looked for. */
function compileUserJob(
  schema: SynchronizationSchema,
  { rule, scope, skipOutOfScopeDeletions }: Settings,
): Job | undefined {
  const chosen = chooseMapping(schema, { rule, sourceObject: 'User' });
  return chosen.value && compileJob({ schema, ...chosen.value, scope, skipOutOfScopeDeletions }).value;
}

async function loadSchema(path: string | undefined, cwd: string): Promise<Checked<SynchronizationSchema>> {
  if (path === undefined) return { value: defaultSchema(), diagnostics: [] };
  const read = await readBytes(path, cwd, 'the schema');
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  return readSchema(read.value.bytes, read.value.file);
}

/** Opens the source of users that the settings name. */
export async function composeSource(
  { source, file }: Settings,
  cwd: string,
): Promise<Checked<SourceDirectory>> {
  if (source === undefined)
    return {
      value: undefined,
      diagnostics: [
        diagnose('config/no-source', { file: file === undefined ? undefined : shortenPath(file, cwd) }),
      ],
    };
  if (source.kind === 'graph') {
    return {
      value: undefined,
      diagnostics: [
        diagnose('run/kind-unavailable', { key: 'source.kind', kind: 'graph', instead: 'fixture' }),
      ],
    };
  }
  const paths = [source.path, source.users].filter((path) => path !== undefined);
  const files = await Promise.all(paths.map((path) => readBytes(path, cwd, 'the source fixture')));
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const read = files.map((file) => file.value).filter((file) => file !== undefined);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  return openFixtureSource(read);
}
