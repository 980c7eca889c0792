import type { Mode } from '../../report/report.js';
import type { FlowTypes } from '../../schema/index.js';

/** What the decision rests on. */
export interface Facts {
  /** what the target keeps of it, in words */
  readonly noun: 'account' | 'group';
  readonly mode: Mode;
  readonly source: 'active' | 'disabled' | 'deleted';
  /** by assignment, role and filters, whether active or not */
  readonly entitled: boolean;
  readonly passesInputFilters: boolean;
  readonly matched: boolean;
  readonly flowTypes: FlowTypes;
  readonly skipOutOfScopeDeletions: boolean;
  /** whether an update would change anything */
  readonly differs: boolean;
  /** what the rows that depend on IsSoftDeleted would change: none such, nothing left to change, or something */
  readonly deprovisioning: 'notMapped' | 'alreadyDone' | 'changes';
  /** an assignment is still on record: a deleted user without one was unassigned before */
  readonly assignedOnRecord: boolean;
}

export interface Decision {
  readonly action: 'create' | 'update' | 'disable' | 'skip';
  /** number of the row in the decision table of docs/fidelity.md */
  readonly row: number;
  readonly because: string;
  /** the service's skip reason, or our own where its word is not public; null where something is done */
  readonly reason: SkipReason | null;
  /** on demand: what a cycle would do instead */
  readonly cycleDisables: boolean;
}

export type SkipReason =
  | 'NotEffectivelyEntitled'
  | 'RedundantExport'
  | 'action/create-not-enabled'
  | 'action/update-not-enabled'
  | 'action/out-of-scope-deletion-skipped'
  | 'action/deactivation-not-mapped'
  | 'action/excluded-by-input-filter'
  | 'action/no-longer-managed';

/**
 * The decision table: what happens to a user with at most one match. Several matches and a failed match never get here.
 *
 * Source: "How application provisioning works" (deprovisioning), "On-demand provisioning in Microsoft Entra ID" (limitations),
 * "Skip deletion of out-of-scope users"; rows as numbered in docs/fidelity.md.
 */
export function decide(facts: Facts): Decision {
  if (!facts.passesInputFilters) {
    return skip(
      23,
      'an input filter excludes the user, who is neither provisioned nor deprovisioned',
      'action/excluded-by-input-filter',
    );
  }
  if (facts.source !== 'active') return decideInactive(facts);
  if (!facts.entitled) return decideOutOfScope(facts);
  if (!facts.matched) {
    return facts.flowTypes.add
      ? act('create', 1, `in scope, and no ${facts.noun} matches`)
      : skip(
          2,
          `no ${facts.noun} matches, and Create is switched off in the Target Object Actions`,
          'action/create-not-enabled',
        );
  }
  if (!facts.differs) return skip(6, 'source and target agree already', 'RedundantExport');
  return facts.flowTypes.update
    ? act('update', 4, `in scope, and the matched ${facts.noun} differs`)
    : skip(
        5,
        `the matched ${facts.noun} differs, and Update is switched off in the Target Object Actions`,
        'action/update-not-enabled',
      );
}

function decideOutOfScope(facts: Facts): Decision {
  if (!facts.matched) return skip(9, `out of scope, and no ${facts.noun} matches`, 'NotEffectivelyEntitled');
  if (facts.skipOutOfScopeDeletions) {
    return skip(
      12,
      `out of scope, and SkipOutOfScopeDeletions keeps the ${facts.noun} as it is`,
      'action/out-of-scope-deletion-skipped',
    );
  }
  return deprovision(facts, { disable: 10, already: 11, notMapped: 13, noUpdate: 14 }, 'out of scope');
}

function decideInactive(facts: Facts): Decision {
  const what = facts.source === 'deleted' ? 'deleted in the source' : 'disabled in the source';
  const row = facts.source === 'deleted' ? 18 : 17;
  if (!facts.matched) {
    return skip(
      16,
      `${what}, and no ${facts.noun} matches; inactive users are never created`,
      'NotEffectivelyEntitled',
    );
  }
  if (facts.source === 'deleted' && !facts.assignedOnRecord) {
    return skip(19, 'deleted after it was unassigned, so no longer managed', 'action/no-longer-managed');
  }
  const cycle = deprovision(facts, { disable: row, already: row, notMapped: 13, noUpdate: 14 }, what);
  if (facts.mode === 'cycle') return cycle;
  return {
    ...skip(row, `${what}: on demand such users are not processed`, 'NotEffectivelyEntitled'),
    cycleDisables: cycle.action === 'disable',
  };
}

interface DeprovisioningRows {
  readonly disable: number;
  readonly already: number;
  readonly notMapped: number;
  readonly noUpdate: number;
}

function deprovision(facts: Facts, rows: DeprovisioningRows, what: string): Decision {
  if (facts.deprovisioning === 'notMapped') {
    return skip(
      rows.notMapped,
      `${what}, but no attribute mapping depends on IsSoftDeleted`,
      'action/deactivation-not-mapped',
    );
  }
  if (!facts.flowTypes.update) {
    return skip(
      rows.noUpdate,
      `${what}, but Update is switched off in the Target Object Actions`,
      'action/update-not-enabled',
    );
  }
  if (facts.deprovisioning === 'alreadyDone')
    return skip(rows.already, `${what}, and the ${facts.noun} is disabled already`, 'RedundantExport');
  return act('disable', rows.disable, what);
}

const act = (action: 'create' | 'update' | 'disable', row: number, because: string): Decision => ({
  action,
  row,
  because,
  reason: null,
  cycleDisables: false,
});

const skip = (row: number, because: string, reason: SkipReason): Decision => ({
  action: 'skip',
  row,
  because,
  reason,
  cycleDisables: false,
});
