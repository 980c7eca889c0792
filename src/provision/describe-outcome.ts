import { describe } from '../diagnostics/describe.js';
import { stepTitles } from '../report/step-titles.js';
import type { Action, Outcome, StepName, StepStatus } from '../report/report.js';
import type { Performed, ScopeVerdict } from '../steps/index.js';
import type { AbortReason } from './abort-reason.js';
import type { StepRecord } from './step-record.js';
import type { Until } from './run-request.js';

export interface OutcomeInput {
  readonly records: readonly StepRecord<unknown, unknown>[];
  readonly performed: Performed | undefined;
  readonly verdict: ScopeVerdict | undefined;
  /** who it is about, as people call him */
  readonly subject: string;
  readonly dryRun: boolean;
  readonly until: Until;
  /** set when the run was cut short */
  readonly aborted: AbortReason | undefined;
}

/** What was decided and how it went. Any failed step makes a failure, else a skip, else a warning, else a success. */
export function describeOutcome(input: OutcomeInput): Outcome {
  const { performed } = input;
  const action: Action = performed?.action ?? 'none';
  const status = statusOf(input);
  return {
    action,
    reactivates: performed?.reactivates ?? false,
    status,
    reason: reasonOf(input, status),
    summary: summarise(input, status),
  };
}

const failed: readonly StepStatus[] = ['failure', 'crashed'];

function statusOf({ records, performed, aborted }: OutcomeInput): Outcome['status'] {
  if (aborted !== undefined || records.some(({ status }) => failed.includes(status))) return 'failure';
  if (performed?.action === 'skip') return 'skipped';
  return records.some(({ status }) => status === 'warning') ? 'warning' : 'success';
}

function reasonOf({ records, performed }: OutcomeInput, status: Outcome['status']): string | null {
  if (status !== 'failure') return performed?.reason ?? null;
  const first = records
    .flatMap(({ diagnostics }) => diagnostics)
    .map(describe)
    .find(({ severity }) => severity === 'error');
  return first === undefined ? null : (first.service[0] ?? first.code);
}

const past = {
  create: 'created',
  update: 'updated',
  disable: 'disabled',
  delete: 'deleted',
  skip: 'skipped',
} as const;

function summarise(input: OutcomeInput, status: Outcome['status']): string {
  const { performed, subject, dryRun, aborted } = input;
  if (aborted !== undefined) return `${aborted === 'timeout' ? 'timed out' : 'interrupted'}: ${subject}`;
  if (status === 'failure') return summariseFailure(input);
  if (performed === undefined) return summarisePart(input);
  const reactivates = performed.reactivates ? ' and re-enable' : '';
  const verb = dryRun
    ? `would ${performed.action}${reactivates}`
    : `${past[performed.action]}${performed.reactivates ? ' and re-enabled' : ''}`;
  switch (performed.action) {
    case 'create':
      return `${verb} ${subject}${performed.targetId === null ? '' : ` as ${performed.targetId}`}${created(performed)}`;
    case 'update':
      return `${verb} ${subject}: ${listNames(performed)}`;
    case 'disable':
    case 'delete':
      return `${verb} ${subject}: ${whyOut(input) ?? performed.because}`;
    case 'skip':
      return `${verb} ${subject}: ${skipReason(input, performed)}`;
  }
}

function created({ members }: Performed): string {
  const counts = members === undefined ? [] : listCounts(members);
  return counts.length === 0 ? '' : `, ${counts.join(', ')}`;
}

function whyOut({ verdict }: OutcomeInput): string | undefined {
  return verdict === undefined || verdict.reasons.length === 0 ? undefined : verdict.reasons.join('; ');
}

function skipReason(input: OutcomeInput, performed: Performed): string {
  const reasons = performed.reason === 'NotEffectivelyEntitled' ? whyOut(input) : undefined;
  return reasons ?? performed.because;
}

const shown = 3;

function listNames({ modified, members }: Performed): string {
  const names = modified
    .filter(({ displayName }) => members === undefined || displayName !== membersName)
    .map(({ displayName }) => displayName.split(':').at(-1) ?? displayName);
  if (members !== undefined) names.push(...listCounts(members));
  const more = names.length - shown;
  return more > 0 ? `${names.slice(0, shown).join(', ')} and ${String(more)} more` : names.join(', ');
}

const membersName = 'members';

function listCounts({ added, removed }: NonNullable<Performed['members']>): string[] {
  const counted = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${String(count)} member${count === 1 ? '' : 's'} ${what}`];
  return [...counted(added, 'added'), ...counted(removed, 'removed')];
}

function summariseFailure({ records, performed, subject, until }: OutcomeInput): string {
  const record = records.find(({ status }) => failed.includes(status));
  if (record === undefined) return `failed: ${subject}`;
  const first = record.diagnostics.map(describe).find(({ severity }) => severity === 'error');
  const what =
    until === 'connection' && record.step === 'testConnection'
      ? 'connection test failed'
      : `could not ${performed?.action ?? 'provision'} ${subject}`;
  const because =
    first === undefined ? record.description : first.title.charAt(0).toLowerCase() + first.title.slice(1);
  return `${what}: ${because} (step ${stepTitles[record.step].toLowerCase()})`;
}

function summarisePart({ until, subject, records }: OutcomeInput): string {
  const last: Partial<Record<Until, StepName>> = {
    import: 'importUser',
    scope: 'determineScope',
    connection: 'testConnection',
    match: 'matchUser',
  };
  const record = records.find(({ step }) => step === last[until]);
  return `${subject}, up to ${until}: ${record?.description ?? ''}`;
}
