import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { toLowerInvariant } from '../../expression/index.js';
import type { AttributeFlow, Job } from '../../job/index.js';
import type { AttemptResult } from '../../report/report.js';
import {
  type Collection,
  diagnoseAnswer,
  elementsOf,
  memberOf,
  readList,
  readScimError,
  type ScimResource,
} from '../../scim/index.js';
import { listDifferences, readText } from './describe-users.js';

/** What one look-up came to. */
export interface LookupJudgement {
  readonly result: AttemptResult;
  readonly resources: readonly ScimResource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Tells apart: nobody, one who really holds the value, several, a query that failed, a filter that was ignored or searches for a
 * part of the value, a value that differs in letter case alone where that counts, an answer that cannot be used.
 * @param job for the attributes in which several users differ; left out where nobody is told of them
 *
 * Source: SCIM compatibility and known limitations for the requirements; that the service verifies the value is not
 * documented, and never updating a stranger is decided.
 */
export function judgeLookup(
  exchange: Exchange,
  flow: AttributeFlow,
  value: string,
  target: { readonly name: string; readonly collection: Collection },
  job?: Job,
): LookupJudgement {
  const attribute = flow.target;
  const query = { target: target.name, collection: target.collection, attribute, value };
  const { answer, noAnswer } = exchange;
  if (answer === undefined) {
    const args = { ...query, kind: noAnswer?.kind ?? 'reset', reason: noAnswer?.message ?? '' };
    return failed('queryFailed', diagnose('match/no-answer', args));
  }
  if (answer.status !== 200) {
    const error = readScimError(answer);
    const args = {
      ...query,
      status: answer.status,
      detail: error?.detail ?? null,
      scimType: error?.scimType ?? null,
    };
    return failed('queryFailed', diagnose('match/query-refused', args));
  }
  const list = readList(answer);
  if (list.kind === 'unfit') {
    return failed('answerUnfit', diagnoseAnswer(list.problem, exchange.request));
  }
  const strangers = list.resources.filter(({ raw }) => !holds(raw, flow, value));
  if (strangers.length > 0) {
    const told = tellStrangers(strangers, flow, query, list.resources.length);
    return { ...failed('filterIgnored', told), resources: list.resources };
  }
  const count = Math.max(list.resources.length, list.totalResults ?? 0);
  if (count > 1) {
    const ids = list.resources.map(({ id }) => id);
    const differences = job === undefined ? [] : listDifferences(job, list.resources);
    const inactive = list.resources
      .filter(({ raw }) => memberOf(raw, 'active') === false)
      .map(({ id }) => id);
    const args = { ...query, ids, count, differences, inactive };
    return { ...failed('several', diagnose('match/ambiguous', args)), resources: list.resources };
  }
  const [only] = list.resources;
  if (only === undefined) return { result: 'none', resources: [], diagnostics: [] };
  return { result: 'one', resources: list.resources, diagnostics: checkExcluded(only, target) };
}

/** Groups are read without members; "Tutorial: develop a SCIM endpoint" has it as a requirement of the client. */
function checkExcluded(
  { id, raw }: ScimResource,
  { name, collection }: { readonly name: string; readonly collection: Collection },
): Diagnostic[] {
  const count = collection === 'Groups' ? elementsOf(memberOf(raw, 'members')).length : 0;
  return count === 0 ? [] : [diagnose('group/members-returned', { target: name, id, count })];
}

const failed = (result: LookupJudgement['result'], diagnostic: Diagnostic): LookupJudgement => ({
  result,
  resources: [],
  diagnostics: [diagnostic],
});

/** What is wrong with a query that brought accounts without the value. */
function tellStrangers(
  strangers: readonly ScimResource[],
  flow: AttributeFlow,
  query: {
    readonly target: string;
    readonly collection: Collection;
    readonly attribute: string;
    readonly value: string;
  },
  count: number,
): Diagnostic {
  const sought = toLowerInvariant(query.value);
  const near = strangers.map(({ id, raw }) => ({
    id,
    held: heldBy(raw, flow).find((held) => toLowerInvariant(held).includes(sought)),
  }));
  const found = near.flatMap(({ id, held }) => (held === undefined ? [] : [{ id, held }]));
  const [first] = found;
  if (first === undefined || found.length < strangers.length) {
    return diagnose('match/filter-ignored', { ...query, count, ids: strangers.map(({ id }) => id) });
  }
  return found.every(({ held }) => toLowerInvariant(held) === sought)
    ? diagnose('match/other-letter-case', { ...query, ...first })
    : diagnose('match/substring-search', { ...query, strangers: found });
}

function heldBy(resource: unknown, flow: AttributeFlow): readonly string[] {
  const actual = readText(resource, flow.path);
  if (actual === null) return [];
  return typeof actual === 'string' ? [actual] : actual;
}

function holds(resource: unknown, flow: AttributeFlow, value: string): boolean {
  const held = heldBy(resource, flow);
  if (flow.caseExact) return held.includes(value);
  return held.some((one) => toLowerInvariant(one) === toLowerInvariant(value));
}
