import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Dropped } from '../expression.js';
import { DROPPED, type Environment, type GivenAttributes, type Value } from '../value.js';

/** An evaluation that failed. It passes through every call around it, as a dropped value does. */
export class Failed {
  constructor(readonly diagnostic: Diagnostic) {}
}

/** What ends the evaluation of every call around it. */
export type Stop = Dropped | Failed;

/** What the evaluation of a part gives. */
export type Result = Value | Stop;

/** One evaluation: what the closures read, and where they record what they gave when somebody wants to see it. */
export interface Frame {
  readonly attributes: GivenAttributes;
  readonly environment: Environment;
  readonly outcomes: Map<object, Result> | undefined;
}

/** A part of an expression, compiled. */
export interface Run<T = Result> {
  (frame: Frame): T;
  /** what it gives in every frame, where that is known and nobody wants to see it: then it need not be called */
  readonly constant?: { readonly value: T };
}

/** A part that gives the same in every frame. */
export function constantly<T>(value: T): Run<T> {
  return Object.assign(() => value, { constant: { value } });
}

/** Whether a result, converted or not, ends the calls around it. */
export function isStop(result: unknown): result is Stop {
  // Text is by far the most frequent.
  if (typeof result === 'string') return false;
  return typeof result === 'object' ? result instanceof Failed : result === DROPPED;
}
