import stringWidth from 'fast-string-width';
import type { ReportDiagnostic } from '../../report/report.js';
import { hang, sliceColumns, wrap } from './wrap.js';
import type { Paint, Pen } from './pen.js';
import { showLocation } from './value.js';

type Blame = ReportDiagnostic['blame'];
type Severity = ReportDiagnostic['severity'];

const places: Readonly<Record<Blame, string>> = {
  configuration: 'configuration',
  source: 'source (Entra)',
  target: 'target',
  network: 'network',
  tool: 'this tool',
};

const severities: Readonly<Record<Severity, { readonly word: string; readonly paint: Paint }>> = {
  error: { word: 'error', paint: 'bad' },
  warning: { word: 'warning', paint: 'attention' },
  info: { word: 'note', paint: 'note' },
};

const mostPlaces = 3;

/** The parts of a block, each in lines with the bar. */
export interface Block {
  readonly message: readonly string[];
  /** where, who can act, the service's own words */
  readonly about: readonly string[];
  readonly advice: readonly string[];
  /** how many lines of the advice it takes to say the first thing to do, with what is shown before it */
  readonly firstAdvice: number;
  readonly explain: readonly string[];
  /** puts the bar before a line */
  readonly bar: (line: string) => string;
}

/**
 * A diagnostic as a block with a bar at its left, so that whoever pastes it into a ticket sees where it begins and ends:
 * what is wrong, where, who can act, the service's own words, what to do, the likeliest first, and where to read on.
 */
export function blockOf(diagnostic: ReportDiagnostic, pen: Pen): Block {
  const { word, paint } = severities[diagnostic.severity];
  const lead = `  ${pen.paint[paint](pen.signs.bar)} `;
  const room = pen.width - stringWidth(lead);
  const bar = (line: string): string => (lead + line).trimEnd();
  const [first = '', ...further] = diagnostic.message.split('\n');
  const about = showPlaces(diagnostic, pen);
  const advice = showAdvice(diagnostic, room, pen);
  const upToFirst = advice.slice(0, diagnostic.advice.findIndex(({ kind }) => kind !== 'frame') + 1);
  return {
    message: [
      ...wrap(`${pen.paint[paint](`${word}:`)} ${pen.paint.strong(first)}`, room),
      ...further.flatMap((line) => wrap(line, room)),
    ].map(bar),
    about: (about === '' ? [] : wrap(pen.paint.quiet(about), room)).map(bar),
    advice: advice.flat().map(bar),
    firstAdvice: upToFirst.flat().length,
    explain: showExplain(diagnostic, room, pen).map(bar),
    bar,
  };
}

/** The whole block. */
export function showDiagnostic(diagnostic: ReportDiagnostic, pen: Pen): readonly string[] {
  const { message, about, advice, explain } = blockOf(diagnostic, pen);
  return [...message, ...about, ...advice, ...explain];
}

function showPlaces(diagnostic: ReportDiagnostic, pen: Pen): string {
  const { at, blame, service, basis, severity, advice } = diagnostic;
  // What only explains, and advises nothing, leaves nobody anything to do.
  const toFix = severity !== 'info' || advice.length > 0;
  const where = at.map(showLocation).filter((place) => place !== '');
  const more = where.length - mostPlaces;
  return [
    ...where.slice(0, mostPlaces),
    ...(more > 0 ? [`${more} more places`] : []),
    ...(toFix ? [`to fix in: ${places[blame]}`] : []),
    ...(service.length > 0 ? [`service: ${service.join(', ')}`] : []),
    ...(basis === 'assumed' ? ['assumed: the service does not document this'] : []),
  ].join(` ${pen.signs.dot} `);
}

/** A note says all that it has to say. */
const showExplain = ({ code, severity }: ReportDiagnostic, room: number, pen: Pen): readonly string[] =>
  severity === 'info' ? [] : wrap(pen.paint.quiet(`provision-user explain ${code}`), room);

/** One list of lines for each piece of advice. */
function showAdvice({ advice }: ReportDiagnostic, room: number, pen: Pen): readonly (readonly string[])[] {
  let number = 0;
  return advice.map(({ kind, text }) => {
    if (kind === 'frame') return showFrame(text.split('\n'), room, pen);
    number += 1;
    const [first = '', ...further] = text.split('\n');
    const lead = `${number}  `;
    return [
      ...hang(lead, shownAs(kind, first, pen), room),
      ...further.flatMap((line) => hang(' '.repeat(lead.length), line, room)),
    ];
  });
}

function shownAs(kind: string, text: string, pen: Pen): string {
  if (kind === 'command') return `$ ${text}`;
  return kind === 'link' ? pen.link(text) : text;
}

/** Lines as they are; where they are too wide, the same window of each, around the caret. */
function showFrame(lines: readonly string[], room: number, pen: Pen): readonly string[] {
  const indent = '   ';
  const width = room - indent.length;
  if (lines.every((line) => stringWidth(line) <= width)) return lines.map((line) => indent + line);
  const caretLine = lines.find((line) => /^\s*[\^~]/.test(line)) ?? '';
  const caret = caretLine.length - caretLine.trimStart().length;
  const from = Math.max(0, caret - Math.floor(width / 2));
  const { ellipsis } = pen.signs;
  return lines.map((line) => {
    const whole = stringWidth(line) - from <= width;
    const part = sliceColumns(line, from, from + width - (whole ? 0 : stringWidth(ellipsis)));
    return indent + part + (whole ? '' : ellipsis);
  });
}
