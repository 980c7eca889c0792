import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { describe } from '../../diagnostics/describe.js';
import {
  type Attributes,
  createRandom,
  type Environment,
  type Evaluated,
  type Expression,
  toText,
  type Trace,
  type Value,
} from '../../expression/index.js';
import type { EvaluatedPart, Evaluation } from '../../render/eval/index.js';
import { redactedText } from '../../steps/index.js';

/** What an evaluation sees of the world. */
export interface Surroundings {
  /** milliseconds since 1970, UTC */
  readonly now: number;
  readonly seed: string;
  /** the target attribute for whose mapping this is: each has randomness of its own; null for an expression alone */
  readonly mapping: string | null;
}

/** Evaluates with the value of every part, and notes what it asked of the world. */
export function evaluate(
  expression: Expression,
  attributes: Attributes,
  surroundings: Surroundings,
  noticed: readonly Diagnostic[],
): Evaluation {
  const { environment, asked } = watch(surroundings);
  const { evaluated, trace } = expression.trace(attributes, environment);
  const { redacted } = trace;
  const hide = (value: Value): Evaluation['result'] =>
    redacted && value !== null ? redactedText : toText(value);
  const failure = evaluated.kind === 'failed' ? [evaluated.diagnostic] : [];
  return {
    expression: expression.text,
    mapping: surroundings.mapping,
    result: hide(valueOf(evaluated)),
    redacted: redacted && valueOf(evaluated) !== null,
    dropped: evaluated.kind === 'dropped',
    failed: evaluated.kind === 'failed',
    candidates: evaluated.kind === 'candidates' ? evaluated.values.map(hide) : [],
    trace: describePart(trace),
    diagnostics: [...noticed, ...failure].map(describe),
    clock: asked.clock ? new Date(surroundings.now).toISOString() : null,
    seed: asked.seed ? surroundings.seed : null,
  };
}

/** The answer for an expression that is faulty. */
export function describeFaulty(
  text: string,
  mapping: string | null,
  diagnostics: readonly Diagnostic[],
): Evaluation {
  return {
    expression: text,
    mapping,
    result: null,
    redacted: false,
    dropped: false,
    failed: true,
    candidates: [],
    trace: null,
    diagnostics: diagnostics.map(describe),
    clock: null,
    seed: null,
  };
}

/** The value of an evaluation without a target to ask. */
export function valueOf(evaluated: Evaluated): Value {
  if (evaluated.kind === 'value') return evaluated.value;
  return evaluated.kind === 'candidates' ? (evaluated.values[0] ?? null) : null;
}

/** An environment that remembers whether it was asked. */
function watch({ now, seed, mapping }: Surroundings): {
  readonly environment: Environment;
  readonly asked: { clock: boolean; seed: boolean };
} {
  const asked = { clock: false, seed: false };
  // The same randomness as a run gives the mapping, or the library the expression.
  const random = createRandom(mapping === null ? seed : `${seed}/${mapping}`);
  const environment: Environment = {
    get now() {
      asked.clock = true;
      return now;
    },
    random() {
      asked.seed = true;
      return random();
    },
  };
  return { environment, asked };
}

function describePart(trace: Trace): EvaluatedPart {
  const { span, text, outcome } = trace;
  const parts = trace.parts.map(describePart).sort((one, other) => one.start - other.start);
  const place = { text, start: span.start, end: span.end };
  switch (outcome.kind) {
    case 'value':
      return trace.redacted && outcome.value !== null
        ? { ...place, outcome: 'redacted', value: null, message: '', parts }
        : { ...place, outcome: 'value', value: toText(outcome.value), message: '', parts };
    case 'failed':
      return { ...place, outcome: 'failed', value: null, message: outcome.message, parts };
    case 'dropped':
    case 'notEvaluated':
      return { ...place, outcome: outcome.kind, value: null, message: '', parts };
  }
}
