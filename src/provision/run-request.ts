import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { Job } from '../job/index.js';
import type { Mode, ReportJob, StepName, StepStatus } from '../report/report.js';
import type { Dialect } from '../scim/index.js';
import type { SourceDirectory, UserSelector } from '../source/source-directory.js';
import type { ConsentAnswer, GroupSelector } from '../steps/index.js';
import type { Target } from '../target/target.js';

/** After which step a run stops, in the words of `--until`. */
export const untilWords = ['import', 'scope', 'connection', 'match', 'action'] as const;
export type Until = (typeof untilWords)[number];

/** Everything that a run depends on. */
export interface RunRequest {
  readonly job: Job;
  /** undefined for a group, and when the run stops after the connection test */
  readonly selector: UserSelector | undefined;
  /** left out for a user; `job` maps groups then */
  readonly group?: GroupRequest;
  readonly source: SourceDirectory;
  /** what the source was asked before the run, where it had to be: told as part of the import */
  readonly tenant?: Tenant | undefined;
  /** may be left out when the run stops before it needs one */
  readonly target: Target | undefined;
  readonly dryRun: boolean;
  readonly mode: Mode;
  /** of PATCH, as the flags of the tenant URL have it for cycles; on demand never honours them */
  readonly cycleDialect: Dialect;
  /** whether read-only requests that serve the diagnosis may follow a write */
  readonly investigate: boolean;
  /** whether the target is asked what it declares: schemas, resource types, features */
  readonly discover: boolean;
  readonly until: Until;
  readonly assumeAssigned: boolean;
  /** what expressions see as the present, milliseconds since 1970 */
  readonly now: number;
  /** what the randomness of expressions comes from */
  readonly seed: string;
  readonly toolVersion: string;
  /** noticed before the run: configuration, schema, a literal secret */
  readonly diagnostics: readonly Diagnostic[];
  readonly world: RunWorld;
  /** aborted with a `TimeoutError` it means the time limit of the run, else an interruption */
  readonly signal: AbortSignal;
}

/** What a run about a group depends on besides. */
export interface GroupRequest {
  readonly selector: GroupSelector;
  /** by which members are found in the target; undefined where the schema maps no users */
  readonly userJob: Job | undefined;
  /** a run that would remove more members sends nothing */
  readonly maxRemovals: number;
}

/** What a tenant told of the application before the run. */
export interface Tenant {
  readonly job: ReportJob | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/** The world around a run. */
export interface RunWorld {
  /** the time of day, milliseconds since 1970 */
  clock(): number;
  newGuid(): string;
  askConsent(action: 'disable', account: string): Promise<ConsentAnswer>;
  /** told once, before the first write is sent */
  beforeWrite(): void;
  /** told of every step as it begins and ends */
  onProgress(event: ProgressEvent): void;
  /** told of a bug of ours */
  onCrash(error: unknown): void;
}

export type ProgressEvent =
  | { readonly kind: 'started'; readonly step: StepName }
  | { readonly kind: 'finished'; readonly step: StepName; readonly status: StepStatus };
