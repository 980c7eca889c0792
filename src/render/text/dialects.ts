import stringWidth from 'fast-string-width';
import type { DialectBody, Understanding } from '../../report/report.js';
import { line } from './face.js';
import { neutraliseLines } from './neutralise.js';
import type { Pen } from './pen.js';
import type { Row } from './rows.js';
import type { Mark } from './symbols.js';
import { between, hang, pad, wrap } from './wrap.js';

const marks: Readonly<Record<Understanding, readonly [Mark, string]>> = {
  yes: ['ok', 'understood'],
  likely: ['ok', 'likely understood'],
  partly: ['warn', 'understood in part'],
  no: ['bad', 'not understood'],
  unknown: ['off', 'not known'],
};

/** Columns that a body needs to stand beside another. */
const leastColumn = 44;
const longestBody = 4096;

const nameOf = ({ dialect }: DialectBody): string =>
  dialect === 'default' ? 'default' : 'compliant (aadOptscim062020)';

/** One line a dialect: whether this target seems to understand it, and what that rests on. */
export function tellDialects(dialects: readonly DialectBody[], indent: number, pen: Pen): readonly Row[] {
  return dialects.map((each) => {
    const spoken = each.spoken ? ', spoken in this run' : '';
    const verdict = `${pen.mark(...marks[each.understood])}: ${each.evidence}`;
    const lead = `${' '.repeat(indent)}${pen.paint.quiet('dialect')}  `;
    return { lines: hang(lead, `${nameOf(each)}${spoken}   ${verdict}`, pen.width), spare: false };
  });
}

/** Both bodies of every PATCH, side by side where the terminal is wide enough, else one below the other. */
export function showDialects(dialects: readonly DialectBody[], indent: number, pen: Pen): readonly Row[] {
  if (dialects.length === 0)
    return [line(pen.paint.quiet('no PATCH in this run, so there are no dialects to compare'), indent, pen)];
  const bodies = dialects.map((each) => [pen.paint.strong(nameOf(each)), ...linesOf(each)]);
  const room = pen.width - indent;
  const column = Math.floor((room - between.length * (bodies.length - 1)) / bodies.length);
  const widest = Math.max(...bodies.flat().map((text) => stringWidth(text)));
  const lines =
    widest <= column || column >= leastColumn
      ? beside(bodies, Math.min(column, widest))
      : below(bodies, room);
  return [
    { lines: lines.map((text) => (' '.repeat(indent) + text).trimEnd()), spare: false },
    ...tellDialects(dialects, indent, pen),
  ];
}

function linesOf({ requests }: DialectBody): readonly string[] {
  return requests.flatMap(({ method, path, body }) => {
    const text = JSON.stringify(body, null, 2).slice(0, longestBody);
    return [...neutraliseLines(`${method} ${path}`), ...neutraliseLines(text)];
  });
}

function beside(bodies: readonly (readonly string[])[], column: number): readonly string[] {
  const wrapped = bodies.map((lines) => lines.flatMap((text) => wrapBody(text, column)));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    wrapped.map((lines) => pad(lines[at] ?? '', column)).join(between),
  );
}

function below(bodies: readonly (readonly string[])[], room: number): readonly string[] {
  return bodies.flatMap((lines) => lines.flatMap((text) => wrapBody(text, room)));
}

/** Further lines of a long one stand below its beginning. */
function wrapBody(text: string, width: number): readonly string[] {
  const inner = Math.min(text.length - text.trimStart().length, 12);
  return wrap(text.trim(), width - inner - 2).map(
    (part, at) => ' '.repeat(at === 0 ? inner : inner + 2) + part,
  );
}
