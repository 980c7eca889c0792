import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { Decision } from './decide.js';
import type { ActionContext } from './action-context.js';

/** What the decision itself gives to say: an assumption that it rests on, what is switched off, what a cycle would do. */
export function explainDecision(
  decision: Decision,
  context: ActionContext,
  requestOfCycle: string,
): Diagnostic[] {
  const account = context.user.reportableIdentifier;
  if (decision.action === 'disable') return [diagnose('action/assumed-managed', { account })];
  if (decision.cycleDisables)
    return [diagnose('action/cycle-would-disable', { account, request: requestOfCycle })];
  switch (decision.reason) {
    case 'action/create-not-enabled':
      return [diagnose('action/not-enabled', { operation: 'Create' })];
    case 'action/update-not-enabled':
      return [diagnose('action/not-enabled', { operation: 'Update' })];
    case 'action/deactivation-not-mapped':
      return context.job.kind === 'Group'
        ? [diagnose('group/not-deprovisioned', { group: account })]
        : [diagnose('action/deactivation-not-mapped', { account })];
    case 'NotEffectivelyEntitled':
    case 'RedundantExport':
    case 'action/out-of-scope-deletion-skipped':
    case 'action/excluded-by-input-filter':
    case 'action/no-longer-managed':
    case null:
      return [];
  }
}

/** On demand: that a cycle would speak another dialect, where a PATCH was planned or sent. */
export function explainDialect(
  exchanges: readonly Exchange[],
  { dialect, cycleDialect, target }: ActionContext,
): Diagnostic[] {
  const patches = exchanges.some(({ request }) => request.method === 'PATCH');
  return patches && dialect !== cycleDialect
    ? [diagnose('action/other-dialect-in-cycle', { target: target.name })]
    : [];
}
