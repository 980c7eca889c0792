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
/** What the bar leaves of a line. */
const roomIn = ({ width, signs }: Pen): number => width - stringWidth(`  ${signs.bar} `);

/**
 * A diagnostic as a block with a bar at its left, so that whoever pastes it into a ticket sees where it begins and ends:
 * what is wrong, where, who can act, the service's own words, what to do, the likeliest first, and where to read on.
 */
export function showDiagnostic(diagnostic: ReportDiagnostic, pen: Pen): readonly string[] {
  const { word, paint } = severities[diagnostic.severity];
  const bar = `  ${pen.paint[paint](pen.signs.bar)} `;
  const room = roomIn(pen);
  const [first = '', ...further] = diagnostic.message.split('\n');
  const about = showPlaces(diagnostic, pen);
  const lines = [
    ...wrap(`${pen.paint[paint](`${word}:`)} ${pen.paint.strong(first)}`, room),
    ...further.flatMap((line) => wrap(line, room)),
    ...(about === '' ? [] : wrap(pen.paint.quiet(about), room)),
    ...showAdvice(diagnostic, room, pen),
    ...showExplain(diagnostic, room, pen),
  ];
  return lines.map((line) => (bar + line).trimEnd());
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

/** How many lines at the end of a block tell where to read on. */
export const linesOfExplain = (diagnostic: ReportDiagnostic, pen: Pen): number =>
  showExplain(diagnostic, roomIn(pen), pen).length;

/** A note says all that it has to say. */
const showExplain = ({ code, severity }: ReportDiagnostic, room: number, pen: Pen): readonly string[] =>
  severity === 'info' ? [] : wrap(pen.paint.quiet(`provision-user explain ${code}`), room);

function showAdvice({ advice }: ReportDiagnostic, room: number, pen: Pen): readonly string[] {
  let number = 0;
  return advice.flatMap(({ kind, text }) => {
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
