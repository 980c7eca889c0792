import { digitsToNumber, textOf } from '../conversion.js';
import type { Operator } from '../syntax/tree.js';
import type { Value } from '../value.js';
import { isStop, type Run } from './outcome.js';

/** Compiles a comparison. The left side is evaluated first. */
export function buildComparison(operator: Operator, runLeft: Run, runRight: Run): Run {
  const constant = runRight.constant?.value;
  if (constant === undefined || isStop(constant))
    return (frame) => {
      const left = runLeft(frame);
      if (isStop(left)) return left;
      const right = runRight(frame);
      return isStop(right) ? right : compare(operator, left, right);
    };
  if (operator === '=' && typeof constant === 'string' && constant !== '')
    return (frame) => {
      const left = runLeft(frame);
      if (typeof left === 'string') return left === constant;
      return isStop(left) ? left : compare(operator, left, constant);
    };
  if (typeof constant === 'bigint') {
    const holds = ofNumbers[operator];
    return (frame) => {
      const left = runLeft(frame);
      if (typeof left === 'bigint') return holds(left, constant);
      return isStop(left) ? left : compare(operator, left, constant);
    };
  }
  return (frame) => {
    const left = runLeft(frame);
    return isStop(left) ? left : compare(operator, left, constant);
  };
}

const ofNumbers: Readonly<Record<Operator, (left: bigint, right: bigint) => boolean>> = {
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
};

/**
 * Whether a comparison holds ("Attribute-mapping expressions", section 4). A null or empty operand makes every
 * comparison false, `<>` included. Text compares by its UTF-16 units, numbers as numbers, a number with text that is
 * none only as unequal, a boolean as its text. Lists of several values are unequal to everything (decided).
 */
function compare(operator: Operator, left: Value, right: Value): boolean {
  if (isNothing(left) || isNothing(right)) return false;
  // By far the most frequent comparison, so it does not go through an order.
  if (operator === '=' && typeof left === 'string' && typeof right === 'string') return left === right;
  if (typeof left === 'bigint' && typeof right === 'bigint') return ofNumbers[operator](left, right);
  const order = orderAcross(single(left), single(right));
  if (order === undefined) return operator === '<>';
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}

type Single = string | boolean | bigint;

/** The order of values of different types, and of text; undefined where there is none. */
function orderAcross(left: Single | undefined, right: Single | undefined): -1 | 0 | 1 | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== 'bigint' && typeof right !== 'bigint') return orderOf(textOf(left), textOf(right));
  const first = toNumber(left);
  const second = toNumber(right);
  return first === undefined || second === undefined ? undefined : orderOf(first, second);
}

function orderOf<T extends string | bigint>(left: T, right: T): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

const toNumber = (value: Single): bigint | undefined =>
  typeof value === 'bigint' ? value : digitsToNumber(textOf(value));

const isNothing = (value: Value): value is null => value === null || value === '';

function single(value: Exclude<Value, null>): Single | undefined {
  if (typeof value !== 'object') return value;
  return value.length === 1 ? value[0] : undefined;
}
