import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { ExpressionDiagnostics } from '../diagnostics/families/expression.js';
import type { Span } from './expression.js';
import { excerptOf } from './syntax/excerpt.js';

export type ExpressionCode = keyof ExpressionDiagnostics;

/** The arguments of a code without those that tell the place. */
export type Telling<C extends ExpressionCode> = Omit<ExpressionDiagnostics[C], 'start' | 'end' | 'excerpt'>;

/** Something wrong at a place of an expression, before it is put into a diagnostic. */
export type Problem = {
  readonly [C in ExpressionCode]: { readonly code: C; readonly args: Telling<C>; readonly span: Span };
}[ExpressionCode];

/** Makes a problem. */
export function problem<C extends ExpressionCode>(code: C, span: Span, args: Telling<C>): Problem {
  return { code, span, args } as unknown as Problem;
}

/** The diagnostic of a problem in the expression `text`: with its span and the lines that show it. */
export function toDiagnostic(text: string, { code, args, span }: Problem): Diagnostic {
  const place = { start: span.start, end: span.end, excerpt: excerptOf(text, span) };
  return diagnose(code, { ...args, ...place });
}
