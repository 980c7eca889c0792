import type { Span } from '../expression.js';
import { type Problem, problem } from '../problem.js';
import { matchAt } from './match.js';
import type { Token } from './token.js';

const decimal = /^-?[0-9]+/;
const hexadecimal = /^&[Hh][0-9A-Fa-f]+/;
/** what is stuck to a number and makes it none */
const rest = /^[.\p{L}\p{N}_]+/u;

/** The whole numbers of .NET's Int64. */
export const smallest = -(2n ** 63n);
export const largest = 2n ** 63n - 1n;

/** Reads a number: decimal with an optional minus, or hexadecimal as in Visual Basic (`&HF7`). */
export function readNumber(text: string, start: number): Token {
  const hex = matchAt(hexadecimal, text, start);
  const digits = hex ?? matchAt(decimal, text, start) ?? '';
  const more = matchAt(rest, text, start + digits.length) ?? '';
  const whole = digits + more;
  const span = { start, end: start + Math.max(1, whole.length) };

  if (digits !== '' && more === '') {
    const value = hex === undefined ? BigInt(digits) : BigInt.asIntN(64, BigInt(`0x${hex.slice(2)}`));
    const fits = hex === undefined ? value >= smallest && value <= largest : hex.length <= 18;
    return fits
      ? { kind: 'number', value, ...span }
      : { kind: 'fault', problem: problem('expression/number-range', span, { number: whole }), ...span };
  }
  return { kind: 'fault', problem: notANumber(text, span, whole), ...span };
}

function notANumber(text: string, span: Span, whole: string): Problem {
  if (/^-?\d*\.\d/.test(whole)) return problem('expression/decimal-number', span, { number: whole });
  const first = text[span.start];
  if (whole === '' && first === '-') return problem('expression/arithmetic', span, { operator: '-' });
  if (first === '&' && !/^[Hh]/.test(text.slice(span.start + 1)))
    return problem('expression/concatenation', { start: span.start, end: span.start + 1 }, {});
  return problem('expression/number', span, { number: text.slice(span.start, span.end) });
}
