import type { Checked } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/describe.js';
import type { Settings } from '../config/index.js';
import type { Job } from '../job/index.js';
import type { Tenant } from '../provision/index.js';
import type { SourceObject } from '../schema/index.js';
import type { SourceDirectory } from '../source/source-directory.js';
import { composeUsers, type SourceSurroundings } from './compose-source.js';
import { type ComposedTarget, composeTarget, type TargetSurroundings } from './compose-target.js';

/** What a run works on, made from the settings. */
export interface Composed {
  readonly job: Job;
  /** of the users of the same schema, for a job that maps groups; undefined where it maps none */
  readonly userJob: Job | undefined;
  readonly source: SourceDirectory;
  /** what the source was asked on the way; undefined for a source without a service behind it */
  readonly tenant: Tenant | undefined;
  /** undefined where the run needs none */
  readonly target: ComposedTarget | undefined;
  /** what was chosen among several, in words, for --verbose */
  readonly choices: readonly string[];
  /** ends the connections to source and target */
  readonly close: () => Promise<void>;
}

export interface ComposeOptions extends TargetSurroundings, SourceSurroundings {
  readonly needsTarget: boolean;
  /** what the run is about; a user where left out */
  readonly kind?: SourceObject;
}

/** Settings to job, source and target. Without a value when one of them cannot be made. */
export async function compose(settings: Settings, options: ComposeOptions): Promise<Checked<Composed>> {
  const [users, target] = await Promise.all([
    composeUsers(settings, options, options.kind),
    options.needsTarget
      ? composeTarget(settings, options)
      : Promise.resolve({ value: undefined, diagnostics: [] }),
  ]);
  const close = async (): Promise<void> => {
    await Promise.all([users.value?.close(), target.value?.close()]);
  };
  const diagnostics = [...users.diagnostics, ...target.diagnostics];
  const failed = diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error');
  if (failed || users.value === undefined) {
    await close();
    return { value: undefined, diagnostics };
  }
  return { value: { ...users.value, target: target.value, close }, diagnostics };
}
