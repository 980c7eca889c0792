import type { Settings } from '../config/index.js';
import { type Checked, diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { compileJob, type Job } from '../job/index.js';
import {
  chooseMapping,
  defaultSchema,
  findConnectorLimit,
  readSchema,
  readSchemaValue,
  type SourceObject,
  type SynchronizationSchema,
} from '../schema/index.js';
import { readBytes } from './read-bytes.js';

/** A compiled job, and what the run has to know of how it came about. */
export interface ComposedJob {
  readonly job: Job;
  /** of the users of the same schema, for a job that maps groups; undefined where it maps none */
  readonly userJob: Job | undefined;
  /** what was chosen among several, in words, for --verbose */
  readonly choices: readonly string[];
  /** names that tell the kind of application: directories of the rule, template of the job */
  readonly connectorNames: readonly string[];
}

/** A schema that was read from the service. */
export interface LiveSchema {
  /** JSON */
  readonly value: unknown;
  /** the job that it is of, for messages */
  readonly job: string;
}

export interface JobWants {
  /** instead of the schema that the settings name */
  readonly live?: LiveSchema;
  /** what the run is about; a user where left out */
  readonly kind?: SourceObject;
}

/** Reads the schema that the settings name, or the live one, chooses the mapping of users or groups, and compiles it. */
export async function composeJob(
  settings: Settings,
  cwd: string,
  { live, kind = 'User' }: JobWants = {},
): Promise<Checked<ComposedJob>> {
  const schema = await loadSchema(settings.schema, cwd, live);
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
  // The id of a job, which is that of its schema, begins with the template ("Job and template ids").
  const [template = ''] = (schema.value.id ?? '').split('.');
  const connectorNames = [rule.sourceDirectoryName, rule.targetDirectoryName, template];
  const userJob = kind === 'User' ? undefined : compileUserJob(schema.value, settings);
  return { value: { job: job.value, userJob, choices, connectorNames }, diagnostics };
}

/** The job by which the members of a group are found. A fault of it concerns a group only where members are looked for. */
function compileUserJob(
  schema: SynchronizationSchema,
  { rule, scope, skipOutOfScopeDeletions }: Settings,
): Job | undefined {
  const chosen = chooseMapping(schema, { rule, sourceObject: 'User' });
  return chosen.value && compileJob({ schema, ...chosen.value, scope, skipOutOfScopeDeletions }).value;
}

/**
 * What the service cannot do on demand for this kind of application.
 * @param isRunning whether its job is on; null where nothing tells
 */
export function explainConnector(names: readonly string[], isRunning: boolean | null): Diagnostic[] {
  const limit = findConnectorLimit(names);
  if (limit === undefined) return [];
  const { connector } = limit;
  if (limit.kind === 'noOnDemand') return [diagnose('application/no-on-demand', { connector })];
  if (isRunning === false) return [];
  return [
    diagnose(
      'application/oauth-grant',
      { connector, running: isRunning },
      [],
      isRunning === true ? 'warning' : 'info',
    ),
  ];
}

async function loadSchema(
  path: string | undefined,
  cwd: string,
  live: LiveSchema | undefined,
): Promise<Checked<SynchronizationSchema>> {
  if (live !== undefined) {
    const file = `schema of job ${live.job}`;
    return readSchemaValue(live.value, (pointer) => ({ file, pointer }));
  }
  if (path === undefined) return { value: defaultSchema(), diagnostics: [] };
  const read = await readBytes(path, cwd, 'the schema');
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  return readSchema(read.value.bytes, read.value.file);
}
