import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { Job } from '../../job/index.js';
import type { TestConnectionDetails } from '../../report/report.js';
import { buildProbe } from '../../scim/index.js';
import type { Target } from '../../target/target.js';
import { type StepResult, statusOf } from '../step-result.js';
import { judgeProbe } from './judge-probe.js';

/** The attribute that the service filters on by default, for a job without a matching attribute. */
const fallbackAttribute = 'userName';

/** Named as applications with an interactive OAuth grant ("On-demand provisioning in Microsoft Entra ID", limitations). */
const interactive = /^(?:g[ -]?suite|google|box|workplace|slack)/i;

/**
 * Step 1: asks the target for a user that cannot exist, filtered by the first matching attribute, and for a group as well
 * where the rule maps groups. An empty list is what it should answer.
 * @param guid a new GUID for each probe
 * @param expiredAt when the token expired by its own words, ISO 8601; null where it did not
 *
 * Source: "On-demand provisioning in Microsoft Entra ID", step 1; the probe of groups is observed.
 */
export async function testConnection(
  job: Job,
  target: Target,
  guid: () => string,
  expiredAt: string | null,
  signal: AbortSignal,
): Promise<StepResult<true, TestConnectionDetails>> {
  const attribute = job.matching[0]?.target ?? fallbackAttribute;
  const isInteractive = interactive.test(job.targetDirectory);
  const facts = { target: target.name, attribute, expiredAt, isInteractive };
  const users = await target.send(buildProbe('Users', attribute, guid()), signal);
  const ofUsers = judgeProbe(users, facts);
  if (ofUsers.verdict !== 'authorised' || !job.mapsGroups) return conclude([users], users, ofUsers);
  const groups = await target.send(buildProbe('Groups', 'displayName', guid()), signal);
  const ofGroups = judgeProbe(groups, { ...facts, attribute: 'displayName' });
  const decisive = ofGroups.verdict === 'authorised' ? users : groups;
  return conclude([users, groups], decisive, ofGroups.verdict === 'authorised' ? ofUsers : ofGroups);
}

function conclude(
  exchanges: readonly Exchange[],
  decisive: Exchange,
  judged: { readonly verdict: string; readonly diagnostics: readonly Diagnostic[] },
): StepResult<true, TestConnectionDetails> {
  const status = statusOf(judged.diagnostics);
  const details: TestConnectionDetails = {
    method: decisive.request.method,
    url: decisive.url,
    status: decisive.answer?.status ?? null,
    verdict: judged.verdict,
  };
  return {
    found: status === 'failure' ? undefined : true,
    status,
    description: judged.verdict,
    details,
    diagnostics: judged.diagnostics,
    exchanges,
  };
}
