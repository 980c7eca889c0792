import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { severityOf } from '../../diagnostics/describe.js';
import type { TargetRequest } from '../../exchanges/exchange.js';
import type { PerformActionDetails } from '../../report/report.js';
import type { Job } from '../../job/index.js';
import { type Dialect, isMembers } from '../../scim/index.js';
import { type StepResult, statusOf } from '../step-result.js';
import type { ActionContext, Performed } from './action-context.js';
import { checkKept } from './check-kept.js';
import { type Decision, decide } from './decide.js';
import { countMembers, listModifiedMembers } from './describe-members.js';
import { describeRow, listModified } from './describe-rows.js';
import { createPartFinder, type FindRefusedParts } from './find-refused-parts.js';
import { judgeDialects } from './judge-dialects.js';
import { redactTexts } from './redact.js';
import { explainDecision, explainDialect } from './explain-decision.js';
import { lookInto } from './look-into.js';
import { mapAccount, type MappedAccount } from './map-account.js';
import { checkMembers } from './check-members.js';
import { planChange, planCreate } from './plan-action.js';
import { isUnverified, previewPlan, sendPlan, type WritePlan, type Written } from './send-plan.js';

/**
 * Step 5: decides by the decision table, plans the requests as values, and sends them unless it is a dry run or consent is
 * missing.
 *
 * Source: "On-demand provisioning in Microsoft Entra ID", step 5, and the pages named at each rule.
 */
export async function performAction(
  context: ActionContext,
  signal: AbortSignal,
): Promise<StepResult<Performed, PerformActionDetails>> {
  const { job, user, verdict, match, target } = context;
  const account = match.kind === 'one' ? match.resource : undefined;
  const mapped = await mapAccount(context, signal);
  const decision = decide({
    noun: job.kind === 'Group' ? 'group' : 'account',
    mode: context.mode,
    source: user.deleted ? 'deleted' : user.accountEnabled ? 'active' : 'disabled',
    entitled: verdict.entitled,
    passesInputFilters: verdict.passesInputFilters,
    matched: account !== undefined,
    flowTypes: job.flowTypes,
    skipOutOfScopeDeletions: job.skipOutOfScopeDeletions,
    differs: mapped.differs,
    deprovisioning: mapped.deprovisioning,
    assignedOnRecord: !user.assignments.known || user.assignments.assignments.length > 0,
  });
  const plan = planAction(decision, mapped, account?.id ?? null, context.dialect, job);
  const faults = decision.action === 'skip' ? [] : mapped.faults;
  const notes = explainDecision(
    decision,
    context,
    planOfCycle(decision, mapped, account?.id ?? null, context.cycleDialect, job),
  );
  const consent = faults.length > 0 ? [] : await checkConsent(decision, context);
  const rows = [...mapped.rows, ...mapped.references];
  const findParts = createPartFinder(rows, job.locate);
  const obstacles = [...faults, ...consent];
  const sent = await carryOut(plan, account?.id ?? null, obstacles, context, findParts, signal);
  const written = await lookInto(sent, rows, context, signal);
  // What was refused cannot have been kept: after a refusal only the object itself was written, if anything.
  const seen = written.outcome === 'refused' ? mapped.rows : rows;
  const kept = [
    ...checkKept(seen, written.stored, target.name, job),
    ...checkMembers(mapped.members, written, { target: target.name, group: user.reportableIdentifier }),
  ];
  const warnings = decision.action === 'skip' ? [] : mapped.diagnostics;
  const dialects = explainDialect(written.exchanges, context);
  const showsRows = decision.action !== 'skip' || decision.reason === 'RedundantExport';
  const diagnostics = [
    ...[...faults, ...consent, ...written.diagnostics],
    ...[...warnings, ...kept, ...notes, ...(showsRows ? mapped.notes : []), ...dialects],
  ];
  const changes = showsRows
    ? mapped.inOrder.map((row) =>
        describeRow(row, job, verdict.attributes, seen.includes(row) ? written : unseen(written)),
      )
    : [];
  const plain = changes.filter((_, at) => !isMembersRow(mapped.inOrder[at]));
  const status = statusOf(diagnostics);
  const redacted = rows.flatMap((row) => (row.redacted && row.sent !== null ? [row.sent.text].flat() : []));
  const dialectsOfPlan = {
    default: patchesOf(planAction(decision, mapped, account?.id ?? null, 'default', job)),
    compliant: patchesOf(planAction(decision, mapped, account?.id ?? null, 'compliant', job)),
  };
  const bodies = judgeDialects(dialectsOfPlan, {
    spoken: context.dialect,
    exchanges: sent.exchanges,
    kind: job.kind,
    rows,
    stored: written.stored,
    findParts,
  });
  return {
    found: {
      action: decision.action,
      reactivates: decision.action === 'update' && rows.some(reactivates),
      reason: decision.reason ?? (decision.action === 'disable' ? disabledBecause : null),
      because: decision.because,
      targetId: written.id ?? account?.id ?? null,
      modified:
        decision.action === 'skip'
          ? []
          : [...listModified(plain, decision.action === 'create'), ...listModifiedMembers(mapped.members)],
      ...(context.members === undefined ? {} : { members: countMembers(mapped.members) }),
      redacted,
    },
    status: decision.action === 'skip' && status === 'success' ? 'skipped' : status,
    description: describeAction(decision, context.dryRun, status, mapped, written),
    details: {
      because: decision.because,
      attributes: changes,
      dialects: redactTexts(bodies, redacted) as typeof bodies,
      ...(context.members === undefined ? {} : { members: mapped.members.changes }),
    },
    diagnostics,
    exchanges: [...mapped.exchanges, ...written.exchanges],
  };
}

/** A disable has no word of the service for its reason; the verdict on scope is what decided. */
const disabledBecause = 'scope/out-of-scope';

function planAction(
  decision: Decision,
  mapped: MappedAccount,
  id: string | null,
  dialect: Dialect,
  job: Job,
): WritePlan {
  switch (decision.action) {
    case 'create':
      return planCreate(job, mapped.rows, mapped.references, dialect);
    case 'update':
    case 'disable':
      return {
        request: planChange(job.collection, mapped.rows, id ?? '', dialect),
        references: planChange(job.collection, mapped.references, id ?? '', dialect),
      };
    case 'skip':
      return { request: null, references: null };
  }
}

function planOfCycle(
  decision: Decision,
  mapped: MappedAccount,
  id: string | null,
  dialect: Dialect,
  { collection }: Job,
): string {
  const request =
    decision.cycleDisables && id !== null ? planChange(collection, mapped.rows, id, dialect) : null;
  return request === null ? '' : `${request.method} ${request.path} ${JSON.stringify(request.body)}`;
}

async function checkConsent(decision: Decision, context: ActionContext): Promise<Diagnostic[]> {
  if (decision.action !== 'disable' || context.dryRun) return [];
  const account = context.user.reportableIdentifier;
  const args = { action: decision.action, account, target: context.target.name };
  const answer = await context.askConsent(decision.action, account);
  if (answer === 'given') return [];
  return [diagnose(answer === 'refused' ? 'action/consent-refused' : 'action/consent-missing', args)];
}

async function carryOut(
  plan: WritePlan,
  id: string | null,
  obstacles: readonly Diagnostic[],
  { dryRun, target, ...context }: ActionContext,
  findParts: FindRefusedParts,
  signal: AbortSignal,
): Promise<Written> {
  const nothing: Written = {
    diagnostics: [],
    exchanges: [],
    id: null,
    stored: undefined,
    outcome: 'notSent',
  };
  if (obstacles.some((diagnostic) => severityOf(diagnostic) === 'error')) return nothing;
  if (dryRun) return { ...nothing, exchanges: previewPlan(plan, target) };
  if (plan.request !== null || plan.references !== null) context.beforeWrite();
  return sendPlan(plan, id, target, findParts, signal);
}

const unseen = (written: Written): Written => ({ ...written, stored: undefined });

const patchesOf = ({ request, references }: WritePlan): TargetRequest[] =>
  [request, references].filter((one) => one !== null).filter(({ method }) => method === 'PATCH');

const isMembersRow = (row: MappedAccount['rows'][number] | undefined): boolean =>
  row !== undefined && isMembers(row.flow.path);

const reactivates = ({ flow, sent, current }: MappedAccount['rows'][number]): boolean =>
  flow.path.attribute.toLowerCase() === 'active' && sent?.json === true && /^false$/i.test(String(current));

const done = { create: 'created', update: 'updated', disable: 'disabled' } as const;

function describeAction(
  decision: Decision,
  dryRun: boolean,
  status: string,
  mapped: MappedAccount,
  written: Written,
): string {
  if (decision.action === 'skip') return `${dryRun ? 'would skip' : 'skipped'}: ${decision.because}`;
  const sent = [...mapped.rows, ...mapped.references].filter((row) => row.sent !== null);
  const count = new Set(sent.map(({ flow }) => flow)).size;
  const attributes = `${String(count)} attribute${count === 1 ? '' : 's'}`;
  if (status === 'failure') return `could not ${decision.action}: ${attributes}`;
  const unverified = isUnverified(written) ? ', not verified' : '';
  return `${dryRun ? `would ${decision.action}` : done[decision.action]}: ${attributes}${unverified}`;
}
