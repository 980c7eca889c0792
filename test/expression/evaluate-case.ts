import { type Checked } from '../../src/diagnostics/diagnostic.js';
import {
  compile,
  createRandom,
  type Environment,
  type Evaluated,
  type ExpectedValue,
  type Expression,
  toText,
  toValue,
} from '../../src/expression/index.js';

/** What a case is about, of the things that every function has to answer for. */
export type CaseKind = 'null' | 'empty' | 'multiValued' | 'letterCase' | 'error';

/** A case as the files of cases hold it; `id` and `note` are for the reader. */
export interface ExpressionCase {
  readonly id: string;
  /** the function that it is about, and what of it */
  readonly function?: string;
  readonly kinds?: readonly CaseKind[];
  /** the difference between .NET and JavaScript that it is about */
  readonly difference?: string;
  readonly expression: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly now?: string;
  readonly seed?: string;
  readonly expected: ExpectedValue;
  readonly source: string;
  readonly note?: string;
}

const clock = Date.parse('2024-05-06T07:08:09Z');

export function environmentFor(now?: string, seed = 'case'): Environment {
  return { now: now === undefined ? clock : Date.parse(now), random: createRandom(seed) };
}

/** Compiles and evaluates; faults of either come out as `{ error: true }`, as in the files of cases. */
export function evaluateCase(one: Omit<ExpressionCase, 'id' | 'source' | 'expected'>): ExpectedValue {
  const attributes = Object.fromEntries(
    Object.entries(one.attributes).map(([name, value]) => [name, toValue(value)]),
  );
  const checked: Checked<Expression> = compile(one.expression);
  return checked.value === undefined
    ? { error: true }
    : toExpected(checked.value.evaluate(attributes, environmentFor(one.now, one.seed)));
}

export function toExpected(evaluated: Evaluated): ExpectedValue {
  switch (evaluated.kind) {
    case 'value':
      return toText(evaluated.value);
    case 'candidates':
      return toText(evaluated.values[0] ?? null);
    case 'dropped':
      return { dropped: true };
    case 'failed':
      return { error: true };
  }
}
