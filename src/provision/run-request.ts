import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Job } from '../job/index.js';
import type { Mode, StepName, StepStatus } from '../report/report.js';
import type { SourceDirectory, UserSelector } from '../source/source-directory.js';
import type { ConsentAnswer } from '../steps/index.js';
import type { Target } from '../target/target.js';

/** After which step a run stops, in the words of `--until`. */
export const untilWords = ['import', 'scope', 'connection', 'match', 'action'] as const;
export type Until = (typeof untilWords)[number];

/** Everything that a run depends on. */
export interface RunRequest {
  readonly job: Job;
  readonly selector: UserSelector;
  readonly source: SourceDirectory;
  /** may be left out when the run stops before it needs one */
  readonly target: Target | undefined;
  readonly dryRun: boolean;
  readonly mode: Mode;
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
  /** its reason is an AbortReason */
  readonly signal: AbortSignal;
}

/** Why a run was cut short. */
export type AbortReason = 'interrupted' | 'timeout';

/** The world around a run. */
export interface RunWorld {
  /** the time of day, milliseconds since 1970 */
  clock(): number;
  newGuid(): string;
  askConsent(action: 'disable', account: string): Promise<ConsentAnswer>;
  /** told of every step as it begins and ends */
  onProgress(event: ProgressEvent): void;
  /** told of a bug of ours */
  onCrash(error: unknown): void;
}

export type ProgressEvent =
  | { readonly kind: 'started'; readonly step: StepName }
  | { readonly kind: 'finished'; readonly step: StepName; readonly status: StepStatus };
