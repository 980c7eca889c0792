import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/describe.js';
import { check, type Findings } from './check/check.js';
import type { Surroundings } from './check/surroundings.js';
import { build } from './evaluate/build.js';
import { Failed, type Frame, isStop, type Result, type Run, type Stop } from './evaluate/outcome.js';
import { createScript, findRedacted } from './evaluate/script.js';
import { traceOf } from './evaluate/trace.js';
import type { Evaluated, Expression } from './expression.js';
import { findFunction } from './functions/catalogue.js';
import { problem, toDiagnostic } from './problem.js';
import { parse } from './syntax/parse.js';
import type { Node } from './syntax/tree.js';
import type { Value } from './value.js';

/** "At most 10,000 characters per expression" (known issues of application provisioning). */
const longest = 10_000;

/**
 * Compiles the text of a mapping expression.
 * @param surroundings what is known of its schema, to check it against
 * @returns the expression, with documented cautions beside it; no value where the diagnostics hold an error. Every
 * diagnostic carries the span in `text` that it is about.
 */
export function compile(text: string, surroundings: Surroundings = {}): Checked<Expression> {
  const tell = (found: Parameters<typeof toDiagnostic>[1]): Diagnostic => toDiagnostic(text, found);
  if (text.length > longest) {
    const span = { start: longest, end: text.length };
    const tooLong = problem('expression/too-long', span, { length: text.length, limit: longest });
    return { value: undefined, diagnostics: [tell(tooLong)] };
  }
  const parsed = parse(text);
  if (parsed.kind === 'problem') return { value: undefined, diagnostics: [tell(parsed.problem)] };

  const findings = check(parsed.root, surroundings);
  const diagnostics = findings.problems.map(tell);
  const faulty = diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error');
  return { value: faulty ? undefined : createExpression(text, parsed.root, findings), diagnostics };
}

function createExpression(text: string, root: Node, { attributes: names, functions }: Findings): Expression {
  const redacted = findRedacted(root);
  // Built when first asked for: most expressions are never traced, some never evaluated.
  let run: RunRoot | undefined;
  let record: RunRoot | undefined;
  return {
    text,
    attributes: names,
    functions,
    evaluate(attributes, environment) {
      run ??= buildRoot(text, root, redacted, false);
      return toEvaluated(run({ attributes, environment, outcomes: undefined }));
    },
    trace(attributes, environment) {
      record ??= buildRoot(text, root, redacted, true);
      const outcomes = new Map<object, Result>();
      const evaluated = toEvaluated(record({ attributes, environment, outcomes }));
      return { evaluated, trace: traceOf(root, text, outcomes, redacted) };
    },
  };
}

type RunRoot = (frame: Frame) => Result | Candidates;

function buildRoot(text: string, root: Node, redacted: ReadonlySet<Node>, recording: boolean): RunRoot {
  const script = createScript(text, redacted, recording);
  if (root.kind !== 'call' || findFunction(root.name)?.body.kind !== 'candidates') return build(root, script);
  const rules = root.places.flatMap((place) => (place === undefined ? [] : [build(place, script)]));
  return (frame) => {
    const candidates = evaluateCandidates(rules, frame);
    frame.outcomes?.set(root, candidates instanceof Candidates ? (candidates.values[0] ?? null) : candidates);
    return candidates;
  };
}

/** What SelectUniqueValue gives, in order and at least one. */
class Candidates {
  constructor(readonly values: readonly Value[]) {}
}

function toEvaluated(result: Result | Candidates): Evaluated {
  if (typeof result === 'string') return { kind: 'value', value: result };
  if (typeof result === 'symbol') return { kind: 'dropped' };
  if (result instanceof Candidates) return { kind: 'candidates', values: result.values };
  if (result instanceof Failed) return { kind: 'failed', diagnostic: result.diagnostic };
  return { kind: 'value', value: result };
}

/**
 * The candidates of SelectUniqueValue. A later rule counts only when the earlier values are taken, so a later rule
 * that fails or drops just ends the list (decided).
 */
function evaluateCandidates(rules: readonly Run[], frame: Frame): Candidates | Stop {
  const values: Value[] = [];
  for (const rule of rules) {
    const result = rule(frame);
    if (!isStop(result)) values.push(result);
    else if (values.length === 0) return result;
    else break;
  }
  return new Candidates(values);
}
