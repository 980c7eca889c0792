import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Exchange } from '../exchanges/exchange.js';
import type { RequirementVerdict } from '../report/verification.js';
import { type RequirementId, requirementIds } from './requirements.js';

/** One thing that was seen and speaks for or against a requirement. */
export interface Observation {
  readonly requirement: RequirementId;
  readonly verdict: RequirementVerdict;
  /** one line: the request and what decided in its answer; or why nothing could be seen */
  readonly evidence: string;
  readonly exchanges: readonly Exchange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What all observations of a requirement come to. */
export interface Conclusion {
  readonly requirement: RequirementId;
  readonly verdict: RequirementVerdict;
  readonly evidence: readonly string[];
  readonly exchanges: readonly Exchange[];
  readonly diagnostics: readonly Diagnostic[];
}

const weight: Readonly<Record<RequirementVerdict, number>> = { notTested: 0, pass: 1, warning: 2, fail: 3 };
/** So many lines of evidence are enough for one requirement. */
const mostEvidence = 3;

/**
 * The verdict on every requirement: the worst that was seen of it, with the evidence of that.
 * @param because why what was not seen was not tested
 */
export function conclude(observations: readonly Observation[], because: string): readonly Conclusion[] {
  return requirementIds.map((requirement) => {
    const own = observations.filter((observation) => observation.requirement === requirement);
    const worst = own.reduce((most, { verdict }) => Math.max(most, weight[verdict]), -1);
    const decisive = own.filter(({ verdict }) => weight[verdict] === worst);
    const [first] = decisive;
    if (first === undefined)
      return { requirement, verdict: 'notTested', evidence: [because], exchanges: [], diagnostics: [] };
    return {
      requirement,
      verdict: first.verdict,
      evidence: unique(decisive.map(({ evidence }) => evidence)).slice(0, mostEvidence),
      exchanges: unique(decisive.flatMap(({ exchanges }) => exchanges)),
      diagnostics: uniqueBy(
        decisive.flatMap(({ diagnostics }) => diagnostics),
        ({ code, args }) => JSON.stringify([code, args]),
      ),
    };
  });
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()].toReversed();
}
