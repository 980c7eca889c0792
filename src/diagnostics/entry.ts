import type { Basis, Blame, Severity } from './diagnostic.js';

/** One piece of advice. `frame` is several lines to be shown as they are; `command` can be typed; `link` is a URL. */
export interface Advice {
  readonly kind: 'text' | 'command' | 'link' | 'frame';
  readonly text: string;
}

/** What the catalogue knows of a code. All prose of the tool's messages is here, made from the code's arguments. */
export interface Entry<Args> {
  /** a few words, without arguments */
  readonly title: string;
  readonly severity: Severity;
  readonly blame: Blame | ((args: Args) => Blame);
  /** what is wrong, with its value: one or two sentences */
  message(args: Args): string;
  /** why it matters or how it comes about: one paragraph, shown by `explain` */
  readonly why: string;
  /** what to do next, the likeliest first */
  advice(args: Args): readonly Advice[];
  /** words that the real service uses for this: error codes, skip reasons */
  service?(args: Args): readonly string[];
  readonly basis: Basis;
}

/** One catalogue entry for every code of a family: leaving one out does not compile. */
export type Entries<Family> = { readonly [C in keyof Family]: Entry<Family[C]> };

/** Advice in plain words. */
export const say = (text: string): Advice => ({ kind: 'text', text });

/** Advice that can be typed into a shell. */
export const run = (text: string): Advice => ({ kind: 'command', text });

/** Lines shown as they are, for example an expression with a caret below it. */
export const frame = (text: string): Advice => ({ kind: 'frame', text });
