import { randomUUID } from 'node:crypto';
import { describe, severityOf } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fromClock, toClock } from './dotnet/dates/calendar.js';
import { readDate } from './dotnet/dates/read-any.js';
import {
  compile,
  createRandom,
  DROPPED,
  type Environment,
  type Expression,
  type GivenAttributes,
  type Span,
  type Value,
} from './index.js';
import { problem, toDiagnostic } from './problem.js';

/** What an evaluation of the library sees of the world. */
export interface EvaluateOptions {
  /** the present, for Now and dates without a year; without it the present of this machine */
  readonly now?: Date | string;
  /** what Guid and RandomString depend on; without it they are new every time */
  readonly seed?: string;
}

/** A result: whole numbers beyond 2^53 are bigint; `DROPPED` means that the attribute leaves the flow. */
export type ExpressionResult = string | string[] | boolean | number | bigint | null | typeof DROPPED;

/** An expression that is compiled once and evaluated many times. */
export interface CompiledExpression {
  /** attribute names, each once, in order of first mention */
  readonly attributes: string[];
  /** @throws ExpressionError when the evaluation fails */
  evaluate(attributes?: Readonly<Record<string, unknown>>, options?: EvaluateOptions): ExpressionResult;
}

/** An expression that is faulty or whose evaluation fails. The message is that of the diagnostic. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  /** the code of the diagnostic, which `provision-user explain` takes */
  readonly code: string;
  /** the part of the expression that it is about, in UTF-16 units */
  readonly span: Span;

  constructor(diagnostic: Diagnostic) {
    super(describe(diagnostic).message);
    this.code = diagnostic.code;
    this.span = spanOf(diagnostic);
  }
}

/**
 * Compiles the text of a mapping expression.
 * @throws ExpressionError when the text is faulty
 */
export function compileExpression(text: string): CompiledExpression {
  // JavaScript callers may pass anything; what is no text holds no expression.
  const given: unknown = text;
  const { value: expression, diagnostics } = compile(typeof given === 'string' ? given : '');
  const error = diagnostics.find((diagnostic) => severityOf(diagnostic) === 'error');
  if (error !== undefined) throw new ExpressionError(error);
  if (expression === undefined) throw new TypeError('an expression without a value and without an error');
  return {
    attributes: [...expression.attributes],
    evaluate: (attributes = {}, options = {}) => evaluate(expression, attributes, options),
  };
}

/**
 * Evaluates a mapping expression on attributes given as JSON values. Without a target to ask, SelectUniqueValue gives
 * its first candidate.
 * @throws ExpressionError when the text is faulty or its evaluation fails
 */
export function evaluateExpression(
  text: string,
  attributes: Readonly<Record<string, unknown>> = {},
  options: EvaluateOptions = {},
): ExpressionResult {
  return compileExpression(text).evaluate(attributes, options);
}

function evaluate(
  expression: Expression,
  attributes: Readonly<Record<string, unknown>>,
  options: EvaluateOptions,
): ExpressionResult {
  const evaluated = expression.evaluate(ownOf(attributes), new Surroundings(options));
  switch (evaluated.kind) {
    case 'value':
      return toResult(evaluated.value);
    case 'candidates':
      return toResult(evaluated.values[0] ?? null);
    case 'dropped':
      return DROPPED;
    case 'failed':
      throw new ExpressionError(evaluated.diagnostic);
  }
}

/**
 * What the caller gave, and of the rest the real thing: the room knows no clock and no randomness, and this is the one place
 * that reads them, once in an evaluation.
 */
class Surroundings implements Environment {
  private clock: number | undefined;
  private generator: (() => number) | undefined;
  private readonly seed: string | undefined;

  constructor({ now, seed }: EvaluateOptions) {
    this.clock = now === undefined ? undefined : readClock(now);
    this.generator = undefined;
    this.seed = seed;
  }

  get now(): number {
    return (this.clock ??= Date.now());
  }

  random(): number {
    return (this.generator ??= createRandom(this.seed ?? randomUUID()))();
  }
}

/** Only what is the object's own: an inherited name is no attribute. JavaScript callers may pass null. */
function ownOf(given: Readonly<Record<string, unknown>> | null): GivenAttributes {
  if (given === null || typeof given !== 'object') return {};
  const prototype: unknown = Object.getPrototypeOf(given);
  // The room itself minds the names that every object inherits.
  if (prototype === Object.prototype || prototype === null) return given;
  return Object.defineProperties({}, Object.getOwnPropertyDescriptors(given));
}

/** Milliseconds since 1970. ISO text without a zone is UTC, as every date of the language. */
function readClock(now: Date | string): number {
  const clock = typeof now === 'string' ? readIso(now) : now.getTime();
  if (Number.isNaN(clock))
    throw new ExpressionError(
      toDiagnostic('', problem('expression/clock', { start: 0, end: 0 }, { value: String(now) })),
    );
  return clock;
}

function readIso(now: string): number {
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?Z)?$/.test(now))
    return Date.parse(now);
  const moment = /^[0-9]{4}-[0-9]{2}/.test(now) ? readDate(now, () => fromClock(0)) : undefined;
  return moment === undefined ? NaN : toClock(moment);
}

function toResult(value: Value): ExpressionResult {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  return typeof value === 'object' && value !== null ? [...value] : value;
}

function spanOf({ args }: Diagnostic): Span {
  return 'start' in args && 'end' in args ? { start: args.start, end: args.end } : { start: 0, end: 0 };
}

export { DROPPED };
