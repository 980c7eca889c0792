import { compileRegex, type Environment } from '../expression/index.js';
import type { DetermineScopeDetails, ImportUserDetails, MatchUserDetails } from '../report/report.js';
import type { UserSelector } from '../source/source-directory.js';
import {
  determineScope,
  importGroup,
  type ImportedUser,
  importUser,
  type Match,
  matchUser,
  type ScopeVerdict,
  type StepResult,
} from '../steps/index.js';
import { emptyDetails } from './empty-details.js';
import type { GroupRequest, RunRequest } from './run-request.js';
import { notRun, recordStep, type StepRecord } from './step-record.js';

/** Steps 2 to 4 for somebody: the subject of a run, or a user that the subject refers to. */
export interface TracedUser {
  readonly imported: StepRecord<ImportedUser, ImportUserDetails>;
  readonly scoped: StepRecord<ScopeVerdict, DetermineScopeDetails>;
  readonly matched: StepRecord<Match, MatchUserDetails>;
}

/** Why the next step may not run, in words; undefined where it may. */
export type Gate = () => Promise<string | undefined>;

export interface Gates {
  readonly beforeScope: Gate;
  readonly beforeMatch: Gate;
  /** told of the verdict on scope when the match begins */
  readonly onMatch?: (verdict: ScopeVerdict) => void;
}

/** Imports a user, determines the scope and matches, as far as the gates let it. */
export async function traceUser(
  selector: UserSelector,
  request: RunRequest,
  environment: (name: string) => Environment,
  gates: Gates,
  needsAssignments = true,
): Promise<TracedUser> {
  const { job, source, signal } = request;
  const traced = await traceImported(
    () => importUser(job, selector, source, environment, signal, { needsAssignments }),
    request,
    environment,
    gates,
  );
  return { ...traced, imported: withSoftDeleted(traced.imported, traced.scoped.found) };
}

/** The same for a group. Its imported attributes stay without IsSoftDeleted, as in provisioning logs. */
export async function traceGroup(
  { selector }: GroupRequest,
  request: RunRequest,
  environment: (name: string) => Environment,
  gates: Gates,
): Promise<TracedUser> {
  const { job, source, signal } = request;
  return traceImported(
    () => importGroup(job, selector, source, environment, signal),
    request,
    environment,
    gates,
  );
}

async function traceImported(
  importing: () => Promise<StepResult<ImportedUser, ImportUserDetails>>,
  request: RunRequest,
  environment: (name: string) => Environment,
  gates: Gates,
): Promise<TracedUser> {
  const { job, target, world, signal } = request;
  const imported = await recordStep('importUser', emptyDetails.importUser, world, importing);
  const user = imported.found;
  const noScope =
    user === undefined ? `the ${job.kind.toLowerCase()} could not be imported` : await gates.beforeScope();
  const options = { assumeAssigned: request.assumeAssigned, compileRegex };
  const scoped =
    user === undefined || noScope !== undefined
      ? notRun<ScopeVerdict, DetermineScopeDetails>(
          'determineScope',
          emptyDetails.determineScope,
          noScope ?? '',
        )
      : await recordStep('determineScope', emptyDetails.determineScope, world, () =>
          determineScope(job, user, options),
        );
  const verdict = scoped.found;
  const noMatch = whyNoMatch(scoped) ?? (await gates.beforeMatch());
  const matched =
    verdict === undefined || target === undefined || noMatch !== undefined
      ? notRun<Match, MatchUserDetails>(
          'matchUser',
          emptyDetails.matchUser,
          noMatch ?? 'no target is configured',
        )
      : await recordStep('matchUser', emptyDetails.matchUser, world, () => {
          gates.onMatch?.(verdict);
          return matchUser(job, verdict.attributes, target, environment, signal);
        });
  return { imported, scoped, matched };
}

/** No user: none of the steps runs. */
export function traceNobody(because: string): TracedUser {
  return {
    imported: notRun('importUser', emptyDetails.importUser, because),
    scoped: notRun('determineScope', emptyDetails.determineScope, because),
    matched: notRun('matchUser', emptyDetails.matchUser, because),
  };
}

function whyNoMatch(scoped: TracedUser['scoped']): string | undefined {
  if (scoped.status === 'notRun') return scoped.description;
  if (scoped.status === 'crashed') return 'the scope could not be determined';
  return scoped.found?.inScope === 'undecided'
    ? 'nothing is matched while the scope is undecided'
    : undefined;
}

/** IsSoftDeleted hangs on the verdict and is shown among the imported attributes, as the service does. */
function withSoftDeleted(
  imported: TracedUser['imported'],
  verdict: ScopeVerdict | undefined,
): TracedUser['imported'] {
  if (verdict === undefined || verdict.inScope === 'undecided') return imported;
  const { appRoleAssignments, ...attributes } = imported.details.attributes;
  const IsSoftDeleted = verdict.attributes.IsSoftDeleted === true ? 'True' : 'False';
  const last = appRoleAssignments === undefined ? {} : { appRoleAssignments };
  return {
    ...imported,
    details: { ...imported.details, attributes: { ...attributes, IsSoftDeleted, ...last } },
  };
}
