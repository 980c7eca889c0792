import type { Look } from '../look.js';
import { neutralise } from '../text/neutralise.js';
import { createPen } from '../text/pen.js';
import { hang } from '../text/wrap.js';

/** A page in Markdown for a terminal: the same text, its lines broken to the width and headings drawn strong. */
export function renderPage(page: string, look: Look): string {
  const pen = createPen(look);
  const lines = page
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#')) return [pen.paint.strong(neutralise(line))];
      const lead = /^(?:> |- |\d+\. )/.exec(line)?.[0] ?? '';
      const isQuote = lead === '> ';
      const wrapped = hang(' '.repeat(lead.length), neutralise(line.slice(lead.length)), pen.width);
      return wrapped.map((each, at) =>
        (at === 0 || isQuote ? lead + each.slice(lead.length) : each).trimEnd(),
      );
    });
  return `${lines.join('\n')}\n`;
}
