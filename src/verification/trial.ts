import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange, TargetRequest } from '../exchanges/exchange.js';
import type { Job } from '../job/index.js';
import type { RequirementVerdict } from '../report/verification.js';
import type { Target } from '../target/target.js';
import { describeExchangeShortly } from './describe-shortly.js';
import type { Observation } from './observation.js';
import { observeAnswer } from './observe-answer.js';
import type { RequirementId } from './requirements.js';

/** What a verification sends, and everything that it sees. */
export interface Trial {
  readonly target: Target;
  readonly job: Job;
  /** aborted: nothing more is asked but the clean-up */
  readonly signal: AbortSignal;
  readonly exchanges: readonly Exchange[];
  readonly observations: readonly Observation[];
  /** Sends a request, keeps the exchange, and sees the form of its answer. */
  ask(request: TargetRequest, signal?: AbortSignal): Promise<Exchange>;
  /** Keeps exchanges that were begun elsewhere. */
  keep(exchanges: readonly Exchange[]): void;
  /** What an exchange says about a requirement; the evidence is its decisive line, with a remark behind it. */
  see(
    requirement: RequirementId,
    verdict: RequirementVerdict,
    exchange: Exchange,
    diagnostics?: readonly Diagnostic[],
    remark?: string,
  ): void;
  /** What was seen without asking the target. */
  note(requirement: RequirementId, verdict: RequirementVerdict, evidence: string): void;
  /** Why a requirement could not be tested. */
  skip(requirement: RequirementId, because: string): void;
}

/** Where a verification looks people up. */
export const usersOf = ({ target }: Trial) => ({ name: target.name, collection: 'Users' }) as const;

/** Begins a trial of a target. Its records grow with what is asked; nothing else changes them. */
export function openTrial(target: Target, job: Job, signal: AbortSignal): Trial {
  const exchanges: Exchange[] = [];
  const observations: Observation[] = [];
  const keep = (more: readonly Exchange[]): void => {
    exchanges.push(...more);
    observations.push(...more.flatMap(observeAnswer));
  };
  const note: Trial['note'] = (requirement, verdict, evidence) => {
    observations.push({ requirement, verdict, evidence, exchanges: [], diagnostics: [] });
  };
  return {
    target,
    job,
    signal,
    exchanges,
    observations,
    keep,
    async ask(request, own = signal) {
      const exchange = await target.send(request, own);
      keep([exchange]);
      return exchange;
    },
    see(requirement, verdict, exchange, diagnostics = [], remark = '') {
      // What was cut short by the clock or by Ctrl-C says nothing of the target.
      if (exchange.answer === undefined && signal.aborted) return;
      const shortly = describeExchangeShortly(exchange);
      const evidence = remark === '' ? shortly : `${shortly}: ${remark}`;
      observations.push({ requirement, verdict, evidence, exchanges: [exchange], diagnostics });
    },
    note,
    skip(requirement, because) {
      note(requirement, 'notTested', because);
    },
  };
}
