import type { Discovered } from '../discovery/index.js';
import { describe } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import { describeExchange, listExchanges } from '../provision/index.js';
import type { WireExchange } from '../report/report.js';
import {
  type LeftBehind,
  type RequirementResult,
  type Verification,
  verificationFormat,
} from '../report/verification.js';
import { conclude } from './observation.js';
import type { People } from './people.js';
import { requirements } from './requirements.js';
import { summarise } from './summarise.js';
import type { Trial } from './trial.js';
import type { VerifyRequest } from './verify-request.js';

/** All that a verification gave. */
export interface VerificationParts {
  readonly request: VerifyRequest;
  readonly people: People;
  readonly trial: Trial;
  /** why what was not tested was not */
  readonly because: string;
  readonly discovered: Discovered | undefined;
  readonly leftBehind: readonly LeftBehind[];
  /** of the run as a whole */
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the document of a verification. Exchanges are numbered in the order in which they went over the wire. */
export function assembleVerification(parts: VerificationParts): Verification {
  const { request, people, trial, discovered, leftBehind } = parts;
  const exchanges: WireExchange[] = [];
  const ids = new Map<Exchange, string>();
  for (const exchange of trial.exchanges) {
    for (const each of listExchanges([exchange]))
      exchanges.push(describeExchange(each, String(exchanges.length + 1), people.redacted));
    ids.set(exchange, String(exchanges.length));
  }
  const results = conclude(trial.observations, parts.because).map((conclusion): RequirementResult => ({
    id: conclusion.requirement,
    title: requirements[conclusion.requirement].title,
    verdict: conclusion.verdict,
    consequence: requirements[conclusion.requirement].consequence,
    evidence: conclusion.evidence,
    exchanges: conclusion.exchanges.flatMap((exchange) => ids.get(exchange) ?? []),
    diagnostics: conclusion.diagnostics.map(describe),
  }));
  const diagnostics = parts.diagnostics.map(describe);
  return {
    format: verificationFormat,
    tool: { version: request.toolVersion },
    target: request.target.name,
    dryRun: request.dryRun,
    cycleDialect: request.cycleDialect,
    user: people.user.name,
    outcome: summarise({
      results,
      diagnostics,
      leftBehind,
      target: request.target.name,
      because: parts.because,
    }),
    requirements: results,
    discovery: discovered?.details ?? null,
    leftBehind,
    diagnostics,
    exchanges,
  };
}
