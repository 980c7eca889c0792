import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { type Attributes, type Environment, toText } from '../../expression/index.js';
import type { AttributeFlow, Job } from '../../job/index.js';
import type { MatchAttempt, MatchUserDetails } from '../../report/report.js';
import { buildLookup, type ScimResource } from '../../scim/index.js';
import type { Target } from '../../target/target.js';
import { type StepResult, statusOf } from '../step-result.js';
import { describeUsers, listDifferences } from './describe-users.js';
import { judgeLookup } from './judge-lookup.js';

/** What the target knows of the user: nobody, or one account. Anything else is a failure. */
export type Match = { readonly kind: 'none' } | { readonly kind: 'one'; readonly resource: ScimResource };

/**
 * Step 4: looks the user up by each matching attribute in order of precedence, and stops at the first hit. Finding several,
 * a failed query, and an answer that does not fit the query are failures, told apart.
 *
 * Source: "How application provisioning works" and "Customize attribute mappings" (matching precedence).
 */
export async function matchUser(
  job: Job,
  attributes: Attributes,
  target: Target,
  environment: (name: string) => Environment,
  signal: AbortSignal,
): Promise<StepResult<Match, MatchUserDetails>> {
  const attempts: MatchAttempt[] = [];
  const exchanges: Exchange[] = [];
  const conclude = (
    status: 'success' | 'warning' | 'failure',
    users: readonly ScimResource[],
    diagnostics: readonly Diagnostic[],
  ): StepResult<Match, MatchUserDetails> => {
    const [only] = users;
    const match: Match = only === undefined ? { kind: 'none' } : { kind: 'one', resource: only };
    return {
      found: status === 'failure' ? undefined : match,
      status,
      description: describeOutcome(attempts, users),
      details: { attempts, users: describeUsers(job, users), differences: listDifferences(job, users) },
      diagnostics,
      exchanges,
    };
  };
  for (const flow of job.matching) {
    const value = valueOf(flow, attributes, environment);
    if (value.kind === 'failed') {
      attempts.push({ attribute: flow.target, value: null, result: 'queryFailed', ids: [] });
      return conclude('failure', [], [{ ...value.diagnostic, at: [job.locate(flow.pointer)] }]);
    }
    if (value.text === null) {
      attempts.push({ attribute: flow.target, value: null, result: 'none', ids: [] });
      continue;
    }
    const exchange = await target.send(buildLookup(job.collection, flow.target, value.text), signal);
    exchanges.push(exchange);
    const asked = { name: target.name, collection: job.collection };
    const judged = judgeLookup(exchange, flow, value.text, asked, job);
    attempts.push({
      attribute: flow.target,
      value: value.text,
      result: judged.result,
      ids: judged.resources.map(({ id }) => id),
    });
    if (judged.result === 'none') continue;
    return conclude(
      judged.result === 'one' ? statusOf(judged.diagnostics) : 'failure',
      judged.resources,
      judged.diagnostics,
    );
  }
  return conclude('success', [], attempts.flatMap(noticeCharacters));
}

/** "Known issues for provisioning": values with special characters are a limitation of matching; named where nobody was found. */
function noticeCharacters({ attribute, value }: MatchAttempt): readonly Diagnostic[] {
  const characters = [...new Set(value?.match(/[^\p{L}\p{M}\p{N}@._\- ]/gu) ?? [])];
  return value === null || characters.length === 0
    ? []
    : [diagnose('match/special-characters', { attribute, value, characters })];
}

type MatchingValue =
  | { readonly kind: 'value'; readonly text: string | null }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

function valueOf(
  flow: AttributeFlow,
  attributes: Attributes,
  environment: (name: string) => Environment,
): MatchingValue {
  const evaluated = flow.expression?.evaluate(attributes, environment(flow.target));
  if (evaluated === undefined || evaluated.kind === 'dropped') return { kind: 'value', text: null };
  if (evaluated.kind === 'failed') return evaluated;
  const text = toText(evaluated.kind === 'candidates' ? (evaluated.values[0] ?? null) : evaluated.value);
  if (text === null || text === '') return { kind: 'value', text: null };
  if (typeof text === 'string') return { kind: 'value', text };
  if (text.length === 1) return { kind: 'value', text: text[0] ?? null };
  return {
    kind: 'failed',
    diagnostic: diagnose('match/several-values', { attribute: flow.target, values: [...text] }),
  };
}

function describeOutcome(attempts: readonly MatchAttempt[], users: readonly ScimResource[]): string {
  const last = attempts.at(-1);
  const query = last?.value == null ? '' : `${last.attribute} eq "${last.value}"`;
  switch (last?.result) {
    case 'one':
      return `matched: ${query}, id ${users[0]?.id ?? ''}`;
    case 'several':
      return `ambiguous: ${query} finds ${String(users.length)}`;
    case 'queryFailed':
      return `query failed: ${query === '' ? last.attribute : query}`;
    case 'filterIgnored':
      return `answer does not fit: ${query}`;
    case 'answerUnfit':
      return `answer cannot be used: ${query}`;
    case 'none':
    case undefined: {
      const tried = attempts
        .filter(({ value }) => value !== null)
        .map(({ attribute, value }) => `${attribute} eq "${value ?? ''}"`);
      return `no match: ${tried.join(', then ')}`;
    }
  }
}
