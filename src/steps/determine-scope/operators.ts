import { type CompiledRegex, toText, type Value } from '../../expression/index.js';
import type { Verdict } from '../../report/report.js';
import { withoutOddCharacters } from '../import-user/index.js';
import { judgeMatch, judgeMiss } from './pattern-slips.js';

/** What a clause compares: the attribute's value as text, and the wanted value; both present. */
export interface Operands {
  readonly actual: string;
  readonly wanted: string;
  readonly value: Value;
}

/** How one comparison came out. */
export interface Comparison {
  readonly result: Verdict;
  /** why, in a few words; empty where the values speak for themselves */
  readonly reason: string;
  readonly problem?: ClauseProblem;
}

/** A fault of the configuration that a comparison ran into. */
export type ClauseProblem =
  | { readonly kind: 'notAnInteger'; readonly side: 'attribute' | 'value'; readonly found: string }
  | { readonly kind: 'booleanEquals' }
  | { readonly kind: 'invalidPattern'; readonly message: string }
  | { readonly kind: 'patternTooHard' }
  /** a pattern whose doubled backslashes, once halved, would match */
  | { readonly kind: 'overEscaped'; readonly instead: string }
  /** a pattern without anchors that matched within a word */
  | { readonly kind: 'unanchored'; readonly found: string }
  | { readonly kind: 'bitTestOnText' };

/** A documented operator: what it needs, and what it makes of an attribute that has a value. */
export interface Operator {
  readonly arity: 'unary' | 'binary';
  /** false by the blanket rule on an attribute without value, which surprises with these */
  readonly negative: boolean;
  /** only for unary operators: the result on an attribute without value */
  readonly onNull: boolean;
  compare(operands: Operands, compileRegex: (pattern: string) => CompiledRegex): Comparison;
}

const plainly = (result: boolean, reason = ''): Comparison => ({ result, reason });

/**
 * The operators of scoping filters, spelt as schema and portal spell them.
 * Source: "Scoping users or groups to be provisioned with scoping filters"; filterOperatorSchema of Microsoft Graph.
 */
export const operators: Readonly<Record<string, Operator>> = {
  EQUALS: { arity: 'binary', negative: false, onNull: false, compare: compareEqual },
  'NOT EQUALS': {
    arity: 'binary',
    negative: true,
    onNull: false,
    compare: (operands) => negate(compareEqual(operands)),
  },
  'IS TRUE': unary((value) => isBoolean(value, 'true'), false),
  'IS FALSE': { ...unary((value) => isBoolean(value, 'false'), false), negative: true },
  'IS NULL': unary(() => false, true),
  'IS NOT NULL': unary(() => true, false),
  'REGEX MATCH': { arity: 'binary', negative: false, onNull: false, compare: compareRegex },
  'NOT REGEX MATCH': {
    arity: 'binary',
    negative: true,
    onNull: false,
    compare: (operands, compile) => negate(compareRegex(operands, compile)),
  },
  Greater_Than: {
    arity: 'binary',
    negative: false,
    onNull: false,
    compare: (operands) => compareIntegers(operands, (one, other) => one > other),
  },
  Greater_Than_OR_EQUALS: {
    arity: 'binary',
    negative: false,
    onNull: false,
    compare: (operands) => compareIntegers(operands, (one, other) => one >= other),
  },
  Includes: {
    arity: 'binary',
    negative: false,
    onNull: false,
    compare: ({ actual, wanted }) => textual(actual.includes(wanted), lower(actual).includes(lower(wanted))),
  },
  // The letter case of ENDS_WITH is not documented; case-sensitive like the others is assumed.
  ENDS_WITH: {
    arity: 'binary',
    negative: false,
    onNull: false,
    compare: ({ actual, wanted }) => textual(actual.endsWith(wanted), lower(actual).endsWith(lower(wanted))),
  },
  '&': { arity: 'binary', negative: false, onNull: false, compare: testBits },
  '!&': { arity: 'binary', negative: true, onNull: false, compare: (operands) => negate(testBits(operands)) },
};

function unary(test: (value: Value) => boolean, onNull: boolean): Operator {
  return { arity: 'unary', negative: false, onNull, compare: ({ value }) => plainly(test(value)) };
}

const isBoolean = (value: Value, wanted: string): boolean => lower(textOf(value)) === wanted;

const textOf = (value: Value): string => {
  const text = toText(value);
  return typeof text === 'string' ? text : '';
};

const lower = (text: string): string => text.toLowerCase();

function compareEqual({ actual, wanted, value }: Operands): Comparison {
  // Booleans have operators of their own; that EQUALS on one ignores letter case is assumed.
  if (typeof value === 'boolean')
    return { ...plainly(lower(actual) === lower(wanted)), problem: { kind: 'booleanEquals' } };
  if (actual === wanted || lower(actual) === lower(wanted) || actual.trim() === wanted.trim())
    return textual(actual === wanted, lower(actual) === lower(wanted), true);
  const isSameToSee = withoutOddCharacters(actual) === withoutOddCharacters(wanted);
  return plainly(false, isSameToSee ? 'same but for characters that cannot be seen' : '');
}

function textual(result: boolean, ignoringCase: boolean, trimmed = false): Comparison {
  if (result) return plainly(true);
  if (ignoringCase) return plainly(false, 'same but for letter case');
  return plainly(false, trimmed ? 'same but for blanks at the ends' : '');
}

function negate(comparison: Comparison): Comparison {
  const { result } = comparison;
  if (result === 'undecided' || comparison.problem?.kind === 'invalidPattern') return comparison;
  return { ...comparison, result: !result };
}

function compareRegex(
  { actual, wanted }: Operands,
  compileRegex: (pattern: string) => CompiledRegex,
): Comparison {
  const compiled = compileRegex(wanted);
  if (compiled.kind === 'invalid') {
    return {
      result: false,
      reason: 'invalid pattern',
      problem: { kind: 'invalidPattern', message: compiled.message },
    };
  }
  const result = compiled.regex.isMatch(actual);
  if (result === 'undecided')
    return { result, reason: 'could not decide', problem: { kind: 'patternTooHard' } };
  return result
    ? { ...plainly(true), ...judgeMatch(wanted, actual, compiled.regex) }
    : judgeMiss(wanted, actual, compileRegex);
}

const naturalNumber = /^\d+$/;

function compareIntegers(
  { actual, wanted }: Operands,
  test: (one: bigint, other: bigint) => boolean,
): Comparison {
  for (const [side, found] of [
    ['value', wanted],
    ['attribute', actual],
  ] as const) {
    if (!naturalNumber.test(found)) {
      const reason = `not a whole number: ${side === 'value' ? 'the value of the clause' : 'the attribute'}`;
      return { result: false, reason, problem: { kind: 'notAnInteger', side, found } };
    }
  }
  return plainly(test(BigInt(actual), BigInt(wanted)));
}

const integer = /^-?\d+$/;

/** Documented as "attribute exists in the input string", seen in exports as a test of bits: numbers are taken as bits. */
function testBits({ actual, wanted }: Operands): Comparison {
  if (integer.test(actual) && integer.test(wanted)) return plainly((BigInt(actual) & BigInt(wanted)) !== 0n);
  return { ...plainly(wanted.includes(actual)), problem: { kind: 'bitTestOnText' } };
}
