import { discover } from '../discovery/index.js';
import type { Job } from '../job/index.js';
import type { TestConnectionDetails } from '../report/report.js';
import { type StepResult, statusOf } from '../steps/index.js';
import type { Target } from '../target/target.js';

type Tested = StepResult<true, TestConnectionDetails>;

/**
 * A connection test with what the target says of itself. A target that did not answer, or refused the credentials, is not
 * asked; one that failed otherwise is, for what it declares may tell why.
 */
export async function addDiscovery(
  tested: Tested,
  job: Job,
  target: Target,
  signal: AbortSignal,
): Promise<Tested> {
  const { status } = tested.details;
  if (status === null || status === 401 || status === 403 || signal.aborted) return tested;
  const { details, diagnostics, exchanges } = await discover(job, target, signal);
  const all = [...tested.diagnostics, ...diagnostics];
  return {
    ...tested,
    status: statusOf(all),
    details: { ...tested.details, discovery: details },
    diagnostics: all,
    exchanges: [...tested.exchanges, ...exchanges],
  };
}
