import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { withoutEchoes } from '../diagnostics/echoes.js';
import type { Job } from '../job/index.js';
import type { PerformActionDetails, Report, TestConnectionDetails } from '../report/report.js';
import { performAction, type Performed, testConnection } from '../steps/index.js';
import { addDiscovery } from './add-discovery.js';
import { abortReasonOf, type AbortReason } from './abort-reason.js';
import { openNotices } from './notice-answers.js';
import { assembleReport } from './assemble-report.js';
import { emptyDetails } from './empty-details.js';
import { linkCauses } from './link-causes/index.js';
import { openEnvironments, type RunEnvironments } from './run-environments.js';
import { membersOf } from './members-of.js';
import { createReferenceResolver, type ReferenceResolver } from './resolve-reference.js';
import { type RunRequest, type Tenant, type Until, untilWords } from './run-request.js';
import { statusOf } from '../steps/step-result.js';
import { notRun, recordStep, type StepRecord } from './step-record.js';
import { type Gates, traceGroup, traceNobody, type TracedUser, traceUser } from './trace-user.js';

/**
 * The run of the five steps for one user or one group. The connection is tested while the user is imported; a failed step stops what
 * depends on it, and every step stands in the report with what it saw or why it did not run.
 */
export async function runSteps(request: RunRequest): Promise<Report> {
  const { signal } = request;
  const environments = openEnvironments(request);
  const connecting = connect(request);
  const references = createReferenceResolver(request, environments.of);
  const traced = await trace(request, environments, connecting, references);
  const connected = await connecting;
  const performed = withCauses(await perform(request, environments, traced, references), traced);
  const unasked = await references.unasked();
  const aborted = abortReasonOf(signal);
  const addNotices = openNotices();
  return assembleReport(request, {
    ...traced,
    imported: withTenant(traced.imported, request.tenant),
    connected: addNotices(connected),
    matched: addNotices(traced.matched),
    performed: addNotices({ ...performed, exchanges: [...performed.exchanges, ...unasked] }),
    aborted,
    asked: environments.asked(),
    diagnostics: [
      ...withoutEchoes(request.diagnostics, traced.imported.diagnostics),
      ...describeAbort(aborted),
    ],
  });
}

/** Steps 2 to 4 of the run's own user or group, or why there are none. */
async function trace(
  request: RunRequest,
  environments: RunEnvironments,
  connecting: Promise<StepRecord<true, TestConnectionDetails>>,
  references: ReferenceResolver,
): Promise<TracedUser> {
  const { selector, group, until, signal } = request;
  const gates: Gates = {
    beforeScope: () => Promise.resolve(stopBefore('scope', until) ?? whyAborted(signal)),
    beforeMatch: async () => {
      const connected = await connecting;
      return (
        whyAborted(signal) ??
        (['failure', 'crashed'].includes(connected.status)
          ? 'the connection test failed'
          : stopBefore('match', until))
      );
    },
  };
  if (group !== undefined) return traceGroup(group, request, environments.of, gates);
  if (selector === undefined) return traceNobody('no user is named');
  return traceUser(selector, request, environments.of, {
    ...gates,
    onMatch: (verdict) => {
      references.begin(verdict);
    },
  });
}

/** What step 5 says, with the causes that earlier steps saw. */
function withCauses(
  performed: StepRecord<Performed, PerformActionDetails>,
  { matched }: TracedUser,
): StepRecord<Performed, PerformActionDetails> {
  const diagnostics = linkCauses({
    attempts: matched.details.attempts,
    rows: performed.details.attributes,
    reactivates: performed.found?.reactivates ?? false,
    diagnostics: performed.diagnostics,
  });
  return { ...performed, diagnostics };
}

async function connect(request: RunRequest): Promise<StepRecord<true, TestConnectionDetails>> {
  const { target, until, world, signal } = request;
  const stop =
    stopBefore('connection', until) ?? (target === undefined ? 'no target is configured' : undefined);
  if (target === undefined || stop !== undefined) {
    return notRun('testConnection', emptyDetails.testConnection, stop ?? '');
  }
  const empty: TestConnectionDetails = emptyDetails.testConnection;
  return recordStep('testConnection', empty, world, async () => {
    const newGuid = (): string => world.newGuid();
    const tested = await testConnection(probingJob(request), target, newGuid, signal);
    return request.discover ? addDiscovery(tested, request.job, target, signal) : tested;
  });
}

/** Users are probed by the first matching attribute of their own mapping, also in a run about a group. */
function probingJob({ job, group }: RunRequest): Job {
  return group === undefined ? job : (group.userJob ?? { ...job, matching: [] });
}

async function perform(
  request: RunRequest,
  environments: RunEnvironments,
  traced: TracedUser,
  references: ReferenceResolver,
): Promise<StepRecord<Performed, PerformActionDetails>> {
  const { job, target, world, signal } = request;
  const user = traced.imported.found;
  const verdict = traced.scoped.found;
  const match = traced.matched.found;
  const stop = stopBefore('action', request.until) ?? whyAborted(signal) ?? whyNoAction(traced);
  if (
    user === undefined ||
    verdict === undefined ||
    match === undefined ||
    target === undefined ||
    stop !== undefined
  ) {
    return notRun('performAction', emptyDetails.performAction, stop ?? 'nothing to act upon');
  }
  return recordStep('performAction', emptyDetails.performAction, world, () =>
    performAction(
      {
        job,
        user,
        verdict,
        match,
        mode: request.mode,
        dialect: request.mode === 'cycle' ? request.cycleDialect : 'default',
        cycleDialect: request.cycleDialect,
        investigate: request.investigate,
        dryRun: request.dryRun,
        target,
        environment: environments.of,
        resolveReference: references.resolve,
        ...membersOf(request, user, environments.of),
        askConsent: (action, account) => world.askConsent(action, account),
        beforeWrite: () => {
          world.beforeWrite();
        },
      },
      signal,
    ),
  );
}

/** What the tenant told before the run stands before what the import saw. */
function withTenant(imported: TracedUser['imported'], tenant: Tenant | undefined): TracedUser['imported'] {
  if (tenant === undefined) return imported;
  const { diagnostics, exchanges } = tenant;
  const concerns = imported.status === 'success' && statusOf(diagnostics) === 'warning';
  return {
    ...imported,
    status: concerns ? 'warning' : imported.status,
    diagnostics: [...diagnostics, ...imported.diagnostics],
    exchanges: [...exchanges, ...imported.exchanges],
  };
}

function whyNoAction({ matched }: TracedUser): string | undefined {
  if (matched.status === 'notRun') return matched.description;
  return matched.found === undefined ? 'the match could not be established' : undefined;
}

function stopBefore(step: Until, until: Until): string | undefined {
  return untilWords.indexOf(step) > untilWords.indexOf(until) ? `--until ${until}` : undefined;
}

function whyAborted(signal: AbortSignal): string | undefined {
  const reason = abortReasonOf(signal);
  return reason === 'timeout' ? 'the time limit of the run was reached' : reason;
}

function describeAbort(aborted: AbortReason | undefined): Diagnostic[] {
  if (aborted === undefined) return [];
  return [
    aborted === 'timeout'
      ? diagnose('run/timed-out', { cause: 'timeout' })
      : diagnose('run/interrupted', { cause: 'signal' }),
  ];
}
