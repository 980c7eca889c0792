import type { Existing } from '../../diagnostics/families/scope.js';
import type { Job } from '../../job/index.js';
import type { ScopeClause, ScopeFilter } from '../../report/report.js';

/** What the configuration could say instead, beside the smallest change at the user. */
export function listOtherWays(failed: readonly ScopeFilter[], isUnassigned: boolean): readonly string[] {
  const clauses = failed.flatMap((filter) => filter.clauses).filter(({ result }) => result === false);
  const [ofCase] = clauses.map(ignoringCase).filter((way) => way !== undefined);
  const empty = clauses.find(
    ({ actual, operator }) =>
      actual === null && (operator.includes('NOT ') || operator === 'IS FALSE') && operator !== 'IS NOT NULL',
  );
  return [
    ...(empty === undefined
      ? []
      : [`configuration: add a scoping filter with ${empty.attribute} IS NULL, for those who have none`]),
    ...(ofCase === undefined ? [] : [`configuration: ${ofCase}`]),
    ...(isUnassigned ? ['configuration: scope: all, if the application syncs all users and groups'] : []),
  ];
}

/** The clause that would let the user in whatever the letter case. */
function ignoringCase({ attribute, operator, value, reason }: ScopeClause): string | undefined {
  if (reason !== 'same but for letter case' || value === null) return undefined;
  const text = value.replace(/[\\*+?|{[()^$.#]/g, '\\$&');
  const patterns: Readonly<Record<string, string>> = {
    EQUALS: `(?i)^${text}$`,
    Includes: `(?i)${text}`,
    ENDS_WITH: `(?i)${text}$`,
    'REGEX MATCH': `(?i)${value}`,
  };
  const pattern = Object.hasOwn(patterns, operator) ? patterns[operator] : undefined;
  return pattern === undefined
    ? undefined
    : `${attribute} REGEX MATCH ${pattern} instead of ${operator} ${value}`;
}

/**
 * What becomes of an account that exists in the target, whose user is out of scope.
 * Source: "How application provisioning works" (deprovisioning), "Skip deletion of out-of-scope users", and the limitation of
 * on demand on users disabled or deleted in the source.
 */
export function judgeExisting(
  job: Pick<Job, 'skipOutOfScopeDeletions' | 'flows' | 'flowTypes'>,
  { active, passesInputFilters }: { readonly active: boolean; readonly passesInputFilters: boolean },
): Existing {
  if (!passesInputFilters) return 'ignored';
  if (!active) return 'notProcessed';
  if (job.skipOutOfScopeDeletions) return 'keptBySkipping';
  if (!job.flows.some(({ dependsOnSoftDeleted }) => dependsOnSoftDeleted)) return 'keptByMapping';
  return job.flowTypes.update ? 'disabled' : 'keptByUpdate';
}
