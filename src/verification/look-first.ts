import { discover, type Discovered } from '../discovery/index.js';
import { severityOf } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import { factsFor, judgeProbe, testConnection } from '../steps/test-connection/index.js';
import { type MatchingValue, probeFilters } from './look-up.js';
import type { RequirementId } from './requirements.js';
import type { Trial } from './trial.js';
import type { VerifyRequest } from './verify-request.js';

/** What the reads before the first write came to. */
export interface Looked {
  readonly discovered: Discovered | undefined;
  /** why nothing may be written, in words; undefined where it may */
  readonly obstacle: string | undefined;
}

/** Everything that can be seen without a write: the connection test, what the target declares, a filter for each matching attribute. */
export async function lookFirst(
  trial: Trial,
  { job, target, newGuid, signal }: VerifyRequest,
  matching: readonly MatchingValue[],
): Promise<Looked> {
  const tested = await testConnection(job, target, newGuid, signal);
  trial.keep(tested.exchanges);
  const [users, groups] = tested.exchanges;
  const status = users?.answer?.status;
  if (users !== undefined) {
    const isRefused = status === 401 || status === 403;
    if (isRefused) seeProbe(trial, 'credentials', users);
    else {
      const isPassed = seeProbe(trial, 'probe', users);
      // A page to sign in, a wrong path or an error shows no token to be good.
      if (isPassed) trial.see('credentials', 'pass', users);
      else if (status !== undefined) trial.skip('credentials', 'the answer to the probe does not tell');
    }
    if (isRefused || status === undefined) return { discovered: undefined, obstacle: untested };
  }
  if (groups !== undefined) seeProbe(trial, 'groups', groups);
  else if (!job.mapsGroups) trial.skip('groups', 'no groups are mapped');
  const discovered = await discover(job, target, signal);
  trial.keep(discovered.exchanges);
  seeDiscovery(trial, discovered);
  if (tested.found === undefined) return { discovered, obstacle: untested };
  const isClean = await probeFilters(trial, matching);
  return {
    discovered,
    obstacle: isClean ? undefined : 'a look-up was not clean, so nothing was written',
  };
}

const untested = 'the connection test failed';

/**
 * A probe that finds somebody passes, and speaks against the filter ("On-demand provisioning", step 1).
 * @returns whether it passes
 */
function seeProbe(trial: Trial, requirement: RequirementId, exchange: Exchange): boolean {
  const facts = factsFor(requirement === 'groups' ? 'Groups' : 'Users', trial.job, trial.target);
  const { diagnostics } = judgeProbe(exchange, facts);
  const severities = diagnostics.map(severityOf);
  if (severities.includes('error')) {
    trial.see(requirement, 'fail', exchange, diagnostics);
    return false;
  }
  trial.see(requirement, 'pass', exchange);
  if (severities.includes('warning')) trial.see('filter', 'warning', exchange, diagnostics);
  return true;
}

function seeDiscovery(trial: Trial, { details, diagnostics, exchanges }: Discovered): void {
  const at = details.endpoints.findIndex(({ path }) => path === '/Schemas');
  const schemas = exchanges[at];
  if (schemas === undefined) return;
  const isWarning = (diagnostic: Diagnostic): boolean => severityOf(diagnostic) !== 'info';
  if (details.endpoints[at]?.result === 'notOffered' && diagnostics.length === 0)
    trial.skip('schemas', 'the target has no /Schemas');
  else trial.see('schemas', diagnostics.some(isWarning) ? 'warning' : 'pass', schemas, diagnostics);
}
