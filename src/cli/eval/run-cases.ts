import { isDeepStrictEqual } from 'node:util';
import { describe, severityOf } from '../../diagnostics/describe.js';
import { type Attributes, compile, createRandom, toText, toValue } from '../../expression/index.js';
import type { CaseOutcome, CaseResult, CaseResults } from '../../render/eval/index.js';
import { valueOf } from './evaluate.js';
import type { ExpressionCase } from './read-cases.js';

/** What the command line says for cases that do not say it themselves. */
export interface CaseDefaults {
  /** milliseconds since 1970, UTC */
  readonly now: number;
  readonly seed: string;
}

/** Evaluates every case. Messages of errors are not compared; lists are, in their order. */
export function runCases(cases: readonly ExpressionCase[], defaults: CaseDefaults): CaseResults {
  const results = cases.map((one): CaseResult => {
    const { id, expression, expected, source, note } = one;
    const actual = evaluateCase(one, defaults);
    return { id, expression, passed: isMet(expected, actual), expected, actual, source, note };
  });
  const passed = results.filter((result) => result.passed).length;
  return { total: results.length, passed, failed: results.length - passed, cases: results };
}

function evaluateCase(
  { expression, attributes, now, seed }: ExpressionCase,
  defaults: CaseDefaults,
): CaseOutcome {
  const compiled = compile(expression);
  if (compiled.value === undefined) {
    const fault = compiled.diagnostics.find((diagnostic) => severityOf(diagnostic) === 'error');
    return { error: true, message: fault === undefined ? '' : describe(fault).message };
  }
  const values: Attributes = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, toValue(value)]),
  );
  const evaluated = compiled.value.evaluate(values, {
    now: now === undefined ? defaults.now : Date.parse(now),
    random: createRandom(seed ?? defaults.seed),
  });
  if (evaluated.kind === 'dropped') return { dropped: true };
  if (evaluated.kind === 'failed') return { error: true, message: describe(evaluated.diagnostic).message };
  return toText(valueOf(evaluated));
}

function isMet(expected: CaseOutcome, actual: CaseOutcome): boolean {
  return isDeepStrictEqual(withoutMessage(expected), withoutMessage(actual));
}

const withoutMessage = (outcome: CaseOutcome): CaseOutcome =>
  typeof outcome === 'object' && outcome !== null && 'error' in outcome ? { error: true } : outcome;
