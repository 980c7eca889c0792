import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Dropped } from '../expression.js';
import { type Attributes, DROPPED, type Environment, type Value } from '../value.js';

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
  readonly attributes: Attributes;
  readonly environment: Environment;
  readonly outcomes: Map<object, Result> | undefined;
}

/** A part of an expression, compiled. */
export type Run<T = Result> = (frame: Frame) => T;

/** Whether a result, converted or not, ends the calls around it. */
export function isStop(result: unknown): result is Stop {
  return typeof result === 'symbol'
    ? result === DROPPED
    : typeof result === 'object' && result instanceof Failed;
}
