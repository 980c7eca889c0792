import { diagnose, type Diagnostic, type Location } from '../../diagnostics/diagnostic.js';
import { severityOf } from '../../diagnostics/describe.js';
import type { Attributes, CompiledRegex } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { DetermineScopeDetails, ScopeCondition, ScopeFilter, Verdict } from '../../report/report.js';
import type { ImportedUser } from '../import-user/index.js';
import type { StepResult } from '../step-result.js';
import { judgeAssignment, type Judgement, judgeRole } from './assignment.js';
import { type EvaluatedFilters, evaluateFilters } from './evaluate-filters.js';
import { every } from './logic.js';
import { diagnoseContradiction, findContradictions, findExclusions } from './misunderstandings.js';
import { judgeExisting, listOtherWays } from './other-ways.js';
import { listChanges } from './smallest-change.js';

/** The verdict that match and action build on. */
export interface ScopeVerdict {
  readonly inScope: Verdict;
  /** by assignment, role and filters alone, whether the account is active or not */
  readonly entitled: boolean;
  readonly active: boolean;
  /** false: the object is ignored, and not deprovisioned */
  readonly passesInputFilters: boolean;
  /** why not, in the order of the service's numbered reasons */
  readonly reasons: readonly string[];
  /** the imported attributes with IsSoftDeleted */
  readonly attributes: Attributes;
}

export interface ScopeOptions {
  readonly assumeAssigned: boolean;
  readonly compileRegex: (pattern: string) => CompiledRegex;
}

/**
 * Step 3: whether the user is in scope, with every condition and clause evaluated. Fails only where it cannot be decided.
 * In scope = active AND filters AND (Sync all OR (assigned AND role)).
 *
 * Source: "On-demand provisioning in Microsoft Entra ID", step 3; labels as shown there.
 */
export function determineScope(
  job: Job,
  user: ImportedUser,
  options: ScopeOptions,
): StepResult<ScopeVerdict, DetermineScopeDetails> {
  const active = user.accountEnabled && !user.deleted;
  const context = { attributes: user.attributes, locate: job.locate, compileRegex: options.compileRegex };
  const filters = evaluateFilters(job.filters, { ...context, kind: 'scoping' });
  const inputFilters = evaluateFilters(job.inputFilters, { ...context, kind: 'input' });
  const assigned = judgeAssignment(user.assignments, options.assumeAssigned, job.kind);
  const role = judgeRole(user.assignments, options.assumeAssigned);
  const undecidedAssignment = job.scope === 'assigned' && assigned.result === 'undecided';
  const byAssignment = job.scope === 'all' ? true : every([assigned.result, role.result]);
  const entitled = every([filters.result, byAssignment]);
  const inScope = undecidedAssignment ? 'undecided' : every([active, entitled, inputFilters.result]);
  const parts: Parts = { job, user, active, filters, inputFilters, assigned, role };
  const smallestChange = inScope === false ? listChanges(obstaclesOf(parts)) : [];
  const reasons = inScope === false ? listReasons(parts) : [];
  const details: DetermineScopeDetails = {
    inScope,
    conditions: listConditions(parts),
    filters: [...filters.filters, ...inputFilters.filters],
    smallestChange,
  };
  const diagnostics = [
    // That a clause dropped somebody matters only where no other filter let the user in.
    ...filters.diagnostics.filter(({ code }) => filters.result !== true || code !== 'scope/negative-on-null'),
    ...inputFilters.diagnostics,
    ...explainLogic(parts),
    ...(job.scope === 'assigned' ? [...assigned.diagnostics, ...role.diagnostics] : []),
    ...explainVerdict(parts, inScope, reasons, smallestChange),
  ];
  const findings = diagnostics.some((diagnostic) => severityOf(diagnostic) === 'warning')
    ? 'warning'
    : 'success';
  return {
    found: {
      inScope,
      entitled: entitled === true,
      active,
      passesInputFilters: inputFilters.result !== false,
      reasons,
      attributes: { ...user.attributes, IsSoftDeleted: !(active && entitled === true) },
    },
    status: inScope === 'undecided' ? 'failure' : findings,
    description: describeVerdict(inScope, reasons),
    details,
    diagnostics,
    exchanges: [],
  };
}

interface Parts {
  readonly job: Job;
  readonly user: ImportedUser;
  readonly active: boolean;
  readonly filters: EvaluatedFilters;
  readonly inputFilters: EvaluatedFilters;
  readonly assigned: Judgement;
  readonly role: Judgement;
}

function listConditions({
  job,
  user,
  active,
  filters,
  inputFilters,
  assigned,
  role,
}: Parts): ScopeCondition[] {
  const all = job.scope === 'all';
  const inactive = user.deleted ? 'deleted' : 'accountEnabled is False';
  const count = job.filters.length;
  const counted = (judgement: Judgement): { result: Verdict | null; reason: string } =>
    all
      ? { result: null, reason: 'not needed under Sync all' }
      : { result: judgement.result, reason: judgement.reason };
  const conditions: ScopeCondition[] = [
    { id: 'active', label: 'Active in source system', result: active, reason: active ? '' : inactive },
    { id: 'assigned', label: 'Assigned to application', ...counted(assigned) },
    { id: 'syncAll', label: 'Scope sync all', result: all ? true : null, reason: all ? 'on' : 'off' },
    { id: 'role', label: `${job.kind} has required role`, ...counted(role) },
    {
      id: 'filters',
      label: 'Scoping filters',
      result: filters.result,
      reason: count === 0 ? 'none, so everybody passes' : '',
    },
  ];
  if (job.inputFilters.length > 0) {
    conditions.push({ id: 'inputFilters', label: 'Input filters', result: inputFilters.result, reason: '' });
  }
  return conditions;
}

/** The service's reasons, in the order in which a skip record numbers them (observed in provisioning logs). */
function listReasons({ job, active, filters, inputFilters, assigned, role }: Parts): string[] {
  const reasons: string[] = [];
  if (job.scope === 'assigned' && assigned.result === false) reasons.push('not assigned to the application');
  else if (job.scope === 'assigned' && role.result === false)
    reasons.push('no role that entitles to provisioning');
  if (filters.result === false) reasons.push(`no scoping filter passed (${titles(filters.filters)})`);
  if (!active) reasons.push('not active in the source system');
  if (inputFilters.result === false)
    reasons.push(`excluded by the input filters (${titles(inputFilters.filters)})`);
  return reasons;
}

const titles = (filters: readonly ScopeFilter[]): string => filters.map(({ title }) => title).join(', ');

function obstaclesOf({ job, user, filters, assigned, role }: Parts): Parameters<typeof listChanges>[0] {
  return {
    kind: job.kind,
    deleted: user.deleted,
    disabled: !user.deleted && !user.accountEnabled,
    unassigned: job.scope === 'assigned' && assigned.result === false,
    withoutRole: job.scope === 'assigned' && role.result === false,
    assignments: user.assignments,
    failedFilters: filters.result === false ? filters.filters : [],
    impossible: findContradictions(job.filters).map(({ filter }) => filter.title),
  };
}

function explainVerdict(
  parts: Parts,
  inScope: Verdict,
  reasons: readonly string[],
  changes: readonly string[],
): Diagnostic[] {
  const { job, user, active, filters, inputFilters, assigned } = parts;
  const name = user.displayName ?? user.reportableIdentifier;
  if (inScope === true) return [];
  if (inScope === 'undecided') {
    if (job.scope === 'assigned' && assigned.result === 'undecided')
      return [diagnose('scope/assignments-unknown', { user: name })];
    return [diagnose('scope/undecided', { user: name })];
  }
  const failed =
    filters.result === false ? filters.filters : inputFilters.result === false ? inputFilters.filters : [];
  const clause = failed.flatMap((filter) => filter.clauses).find(({ result }) => result === false);
  const at: Location[] = clause === undefined ? [] : [clause.at];
  const isUnassigned = job.scope === 'assigned' && assigned.result === false;
  const args = {
    user: name,
    reasons,
    changes,
    otherWays: listOtherWays(failed, isUnassigned),
    existing: judgeExisting(job, { active, passesInputFilters: inputFilters.result !== false }),
  };
  return [diagnose('scope/out-of-scope', args, at)];
}

/** Misunderstandings of AND and OR, where they had a part in the verdict. */
function explainLogic({ job, filters }: Parts): readonly Diagnostic[] {
  if (filters.result === true) return findExclusions(job.filters, job.locate);
  return findContradictions(job.filters).map((found) => diagnoseContradiction(found, job.locate));
}

function describeVerdict(inScope: Verdict, reasons: readonly string[]): string {
  if (inScope === 'undecided') return 'undecided';
  return inScope ? 'in scope' : `out of scope: ${reasons.join('; ')}`;
}
