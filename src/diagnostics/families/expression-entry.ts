import type { Basis, Blame, Severity } from '../diagnostic.js';
import { type Entry, frame, say } from '../entry.js';

/** Where in the expression: UTF-16 units from `start` up to `end`, and those lines with a caret below them. */
export interface Placed {
  start: number;
  end: number;
  excerpt: string;
}

interface Words<Args> {
  title: string;
  severity?: Severity;
  blame?: Blame | ((args: NoInfer<Args>) => Blame);
  message(args: Args): string;
  why: string;
  advice(args: NoInfer<Args>): readonly string[];
  basis?: Basis;
}

/** An entry about a place of an expression: the place is shown first, then the advice in words. */
export function placed<Args extends Placed>(words: Words<Args>): Entry<Args> {
  return {
    title: words.title,
    severity: words.severity ?? 'error',
    blame: words.blame ?? 'configuration',
    message: (args) => words.message(args),
    why: words.why,
    advice: (args) => [
      ...(args.excerpt === '' ? [] : [frame(args.excerpt)]),
      ...words.advice(args).map((text) => say(text)),
    ],
    basis: words.basis ?? 'documented',
  };
}

/** A value as a message shows it: quoted, and cut when it is long. */
export const quote = (value: string): string =>
  JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
