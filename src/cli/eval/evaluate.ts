import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { describe } from '../../diagnostics/describe.js';
import {
  type Attributes,
  createRandom,
  type Evaluated,
  type Expression,
  toText,
  type Value,
  watchEnvironment,
} from '../../expression/index.js';
import type { Evaluation } from '../../render/eval/index.js';
import { redactedText, showTrace } from '../../steps/index.js';

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
  const { now, seed, mapping } = surroundings;
  // The same randomness as a run gives the mapping, or the library the expression.
  const random = createRandom(mapping === null ? seed : `${seed}/${mapping}`);
  const environment = watchEnvironment({ now, random });
  const { evaluated, trace } = expression.trace(attributes, environment);
  const { asked } = environment;
  const { redacted } = trace;
  const hide = (value: Value): Evaluation['result'] =>
    redacted && value !== null ? redactedText : toText(value);
  const failure = evaluated.kind === 'failed' ? [evaluated.diagnostic] : [];
  return {
    expression: expression.text,
    mapping,
    result: hide(valueOf(evaluated)),
    redacted: redacted && valueOf(evaluated) !== null,
    dropped: evaluated.kind === 'dropped',
    failed: evaluated.kind === 'failed',
    candidates: evaluated.kind === 'candidates' ? evaluated.values.map(hide) : [],
    trace: showTrace(trace),
    diagnostics: [...noticed, ...failure].map(describe),
    clock: asked.clock ? new Date(now).toISOString() : null,
    seed: asked.chance ? seed : null,
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
