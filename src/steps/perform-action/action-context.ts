import type { Environment } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { Action, Mode, ModifiedProperty } from '../../report/report.js';
import type { Dialect } from '../../scim/index.js';
import type { Target } from '../../target/target.js';
import type { ScopeVerdict } from '../determine-scope/index.js';
import type { ImportedUser } from '../import-user/index.js';
import type { Match } from '../match-user/index.js';
import type { ResolveReference } from './map-references.js';
import type { MembersRequest } from './map-members.js';

/** How a question for consent was answered; `unavailable` where nobody could be asked. */
export type ConsentAnswer = 'given' | 'refused' | 'unavailable';

/** What the action is performed with. */
export interface ActionContext {
  readonly job: Job;
  readonly user: ImportedUser;
  readonly verdict: ScopeVerdict;
  readonly match: Match;
  readonly mode: Mode;
  readonly dialect: Dialect;
  /** what a cycle would speak */
  readonly cycleDialect: Dialect;
  /** whether read-only requests that serve the diagnosis may follow a write */
  readonly investigate: boolean;
  readonly dryRun: boolean;
  readonly target: Target;
  readonly environment: (name: string) => Environment;
  readonly resolveReference: ResolveReference;
  /** of a group; left out for a user */
  readonly members?: MembersRequest;
  /** asked before a disable is sent, never in a dry run */
  askConsent(action: 'disable', account: string): Promise<ConsentAnswer>;
  /** told once, before the first write is sent */
  beforeWrite(): void;
}

/** What was decided and done, for the outcome of the run. */
export interface Performed {
  readonly action: Exclude<Action, 'none'>;
  readonly reactivates: boolean;
  readonly reason: string | null;
  readonly because: string;
  /** id in the target; null where the account does not exist yet */
  readonly targetId: string | null;
  readonly modified: readonly ModifiedProperty[];
  /** how many members of a group were, or would be, added and removed; left out for a user */
  readonly members?: { readonly added: number; readonly removed: number };
  /** texts that no exchange may show */
  readonly redacted: readonly string[];
}
