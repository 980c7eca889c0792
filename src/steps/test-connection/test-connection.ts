import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { Job } from '../../job/index.js';
import type { TestConnectionDetails } from '../../report/report.js';
import { findConnectorLimit } from '../../schema/index.js';
import { buildProbe, type Collection } from '../../scim/index.js';
import type { Target } from '../../target/target.js';
import { type StepResult, statusOf } from '../step-result.js';
import { judgeProbe, type ProbeFacts } from './judge-probe.js';

/** The attribute that the service filters on by default, for a job without a matching attribute. */
const fallbackAttribute = 'userName';

/**
 * Step 1: asks the target for a user that cannot exist, filtered by the first matching attribute, and for a group as well
 * where the rule maps groups. An empty list is what it should answer.
 * @param guid a new GUID for each probe
 *
 * Source: "On-demand provisioning in Microsoft Entra ID", step 1; the probe of groups is observed.
 */
export async function testConnection(
  job: Job,
  target: Target,
  guid: () => string,
  signal: AbortSignal,
): Promise<StepResult<true, TestConnectionDetails>> {
  const facts = factsFor('Users', job, target);
  const users = await target.send(buildProbe('Users', facts.attribute, guid()), signal);
  const ofUsers = judgeProbe(users, facts);
  if (ofUsers.verdict !== 'authorised' || !job.mapsGroups) return conclude([users], users, ofUsers);
  const factsOfGroups = factsFor('Groups', job, target);
  const groups = await target.send(buildProbe('Groups', factsOfGroups.attribute, guid()), signal);
  const ofGroups = judgeProbe(groups, factsOfGroups);
  const decisive = ofGroups.verdict === 'authorised' ? users : groups;
  return conclude([users, groups], decisive, ofGroups.verdict === 'authorised' ? ofUsers : ofGroups);
}

/** What is known before a probe of a collection is sent. */
export function factsFor(collection: Collection, job: Job, target: Target): ProbeFacts {
  return {
    target: target.name,
    attribute: collection === 'Groups' ? 'displayName' : (job.matching[0]?.target ?? fallbackAttribute),
    expiredAt: target.tokenExpiredAt ?? null,
    isInteractive: findConnectorLimit([job.targetDirectory])?.kind === 'oauthGrant',
  };
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
