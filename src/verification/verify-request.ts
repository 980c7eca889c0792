import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Job } from '../job/index.js';
import type { Dialect } from '../scim/index.js';
import type { ConsentAnswer } from '../steps/index.js';
import type { Target } from '../target/target.js';

/** Everything that a verification depends on. */
export interface VerifyRequest {
  readonly job: Job;
  readonly target: Target;
  /** of PATCH, as the flags of the tenant URL have it for cycles */
  readonly cycleDialect: Dialect;
  readonly dryRun: boolean;
  /** a new GUID each time */
  readonly newGuid: () => string;
  /** what expressions see as the present, milliseconds since 1970 */
  readonly now: number;
  /** what the randomness of expressions comes from */
  readonly seed: string;
  readonly toolVersion: string;
  /** noticed before: configuration, schema, a literal secret */
  readonly diagnostics: readonly Diagnostic[];
  /** asked before the first write, never in a dry run */
  readonly askConsent: () => Promise<ConsentAnswer>;
  /** told once, before the first write is sent */
  readonly beforeWrite: () => void;
  /** aborted with a `TimeoutError` it means the time limit, else an interruption; the clean-up is tried all the same */
  readonly signal: AbortSignal;
  /** how long the clean-up may take, counted from the call */
  readonly cleanUpSignal: () => AbortSignal;
}
