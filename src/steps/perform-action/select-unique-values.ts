import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { type Attributes, type Environment, toText, type Value } from '../../expression/index.js';
import type { AttributeFlow, Job } from '../../job/index.js';
import { buildLookup, type Collection, diagnoseAnswer, readList } from '../../scim/index.js';
import type { Target } from '../../target/target.js';

export interface UniqueValues {
  /** the first candidate of each target attribute that nobody in the target has */
  readonly values: ReadonlyMap<string, Value>;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Asks the target for the candidates of SelectUniqueValue, one after the other, until one is not taken.
 *
 * Source: "Reference for writing expressions" (SelectUniqueValue, creation only); the query itself is assumed to be that of a match.
 */
export async function selectUniqueValues(
  job: Job,
  attributes: Attributes,
  environment: (name: string) => Environment,
  target: Target,
  signal: AbortSignal,
): Promise<UniqueValues> {
  const values = new Map<string, Value>();
  const diagnostics: Diagnostic[] = [];
  const exchanges: Exchange[] = [];
  for (const flow of job.flows.filter(({ expression }) =>
    expression?.functions.includes('SelectUniqueValue'),
  )) {
    const evaluated = flow.expression?.evaluate(attributes, environment(flow.target));
    if (evaluated?.kind !== 'candidates') continue;
    const asked = await askInTurn(job.collection, flow, evaluated.values, target, signal);
    exchanges.push(...asked.exchanges);
    if (asked.free !== undefined) values.set(flow.target, asked.free);
    diagnostics.push(
      ...asked.diagnostics.map((diagnostic) => ({ ...diagnostic, at: [job.locate(flow.pointer)] })),
    );
  }
  return { values, diagnostics, exchanges };
}

interface Asked {
  readonly free: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

async function askInTurn(
  collection: Collection,
  flow: AttributeFlow,
  candidates: readonly Value[],
  target: Target,
  signal: AbortSignal,
): Promise<Asked> {
  const exchanges: Exchange[] = [];
  const taken: string[] = [];
  for (const candidate of candidates) {
    const text = toText(candidate);
    if (typeof text !== 'string' || text === '') continue;
    const exchange = await target.send(buildLookup(collection, flow.target, text), signal);
    exchanges.push(exchange);
    if (exchange.answer === undefined) {
      const { kind, message } = exchange.noAnswer ?? { kind: 'reset', message: '' };
      const args = { target: target.name, attribute: flow.target, value: text, kind, reason: message };
      return { free: undefined, diagnostics: [diagnose('match/no-answer', args)], exchanges };
    }
    const list = readList(exchange.answer);
    if (list.kind === 'unfit') {
      return { free: undefined, diagnostics: [diagnoseAnswer(list.problem, exchange.request)], exchanges };
    }
    if (list.resources.length === 0) return { free: candidate, diagnostics: [], exchanges };
    taken.push(text);
  }
  return {
    free: undefined,
    diagnostics: [diagnose('action/no-unique-value', { target: flow.target, taken })],
    exchanges,
  };
}
