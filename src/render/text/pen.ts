import { Chalk } from 'chalk';
import type { Look } from '../look.js';
import { type Mark, type Signs, signsFor } from './symbols.js';

export type Paint = 'good' | 'bad' | 'attention' | 'quiet' | 'strong' | 'note';

/** What the text is drawn with: signs, colours and the width of the sheet. */
export interface Pen {
  readonly width: number;
  readonly signs: Signs;
  readonly paint: Readonly<Record<Paint, (text: string) => string>>;
  /** the symbol of a mark and the words beside it */
  mark(mark: Mark, words: string): string;
  /** a URL, one that can be clicked where the terminal can */
  link(url: string): string;
}

const narrowest = 40;
const paintOf: Readonly<Record<Mark, Paint>> = {
  ok: 'good',
  bad: 'bad',
  no: 'attention',
  off: 'quiet',
  warn: 'attention',
  unsure: 'attention',
};

/** A pen for a look. It has its own chalk: the default one decides by the environment. */
export function createPen(look: Look): Pen {
  const chalk = new Chalk({ level: look.colour });
  const signs = signsFor(look.unicode);
  const paint = {
    good: chalk.green,
    bad: chalk.red,
    attention: chalk.yellow,
    quiet: chalk.dim,
    strong: chalk.bold,
    note: chalk.cyan,
  };
  return {
    width: Math.max(narrowest, look.width),
    signs,
    paint,
    mark: (mark, words) => paint[paintOf[mark]](`${signs.marks[mark]} ${words}`),
    link: (url) =>
      look.links && /^https?:\/\//i.test(url) ? `\u001b]8;;${url}\u0007${url}\u001b]8;;\u0007` : url,
  };
}
