import stringWidth from 'fast-string-width';
import type { Report, StepName } from '../../report/report.js';
import type { Look } from '../look.js';
import { showAction } from './action.js';
import { showConnection } from './connection.js';
import { detailWords, type Face, indent, line } from './face.js';
import { logWordsOf } from './log-words.js';
import { showImport } from './import.js';
import type { Row } from './rows.js';
import { cut, hang, pad } from './wrap.js';
import { showMatch } from './match.js';
import type { Pen } from './pen.js';
import { showScope } from './scope.js';

/** A step as it stands on the sheet: its line, and the rows below it. */
export interface ShownStep {
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly failed: boolean;
}

const widestTitle = 24;
const widestWord = 16;
const leastTail = 20;
const belowTitle = '     ';

/** The five steps, without the connection test where it went well and nobody asked. */
export function showSteps(report: Report, look: Look, pen: Pen): readonly ShownStep[] {
  const [connection, imported, scope, match, action] = report.steps;
  const all: readonly (readonly [number, Report['steps'][number], Face])[] = [
    [1, connection, showConnection(connection, report, pen)],
    [2, imported, showImport(imported, report, pen)],
    [3, scope, showScope(scope, report, pen)],
    [4, match, showMatch(match, report, pen)],
    [5, action, showAction(action, report, pen)],
  ];
  const shown = all.filter(
    ([, step]) =>
      step.step !== 'testConnection' ||
      !['success', 'notRun'].includes(step.status) ||
      step.details.discovery !== undefined ||
      asksFor(look, 'testConnection'),
  );
  const titleWidth = Math.max(...shown.map(([, { title }]) => Math.min(widestTitle, stringWidth(title))));
  const words = shown.map(([, , face]) => stringWidth(pen.mark(face.mark, face.word)));
  const wordWidth = Math.max(8, ...words.filter((word) => word <= widestWord));
  return shown.map(([number, step, face]) => {
    const title = pad(cut(step.title, widestTitle, pen.signs.ellipsis), titleWidth);
    return {
      head: showHead(
        `  ${number}  ${title}  `,
        pad(pen.mark(face.mark, face.word), wordWidth),
        face.tails,
        pen,
      ),
      rows: rowsOf(step, face, report, look, pen),
      failed: step.status === 'failure' || step.status === 'crashed',
    };
  });
}

function showHead(lead: string, word: string, tails: readonly string[], pen: Pen): readonly string[] {
  const start = `${lead}${word}  `;
  const tail = tails.find((each) => stringWidth(start + each) <= pen.width) ?? tails.at(-1) ?? '';
  if (pen.width - stringWidth(start) >= leastTail || tail === '') {
    return hang(start, tail, pen.width).map((each) => each.trimEnd());
  }
  return [...hang(lead, word.trim(), pen.width), ...hang(belowTitle, tail, pen.width)];
}

function rowsOf(
  step: Report['steps'][number],
  face: Face,
  report: Report,
  look: Look,
  pen: Pen,
): readonly Row[] {
  const { details } = look;
  if (details === 'none') return [];
  const asides = Object.entries(face.asides ?? {}).flatMap(([word, show]) =>
    typeof details !== 'string' && details.some((asked) => asked === word) ? show() : [],
  );
  if (!asksFor(look, step.step)) return [...face.brief, ...asides];
  if (step.startedAt === null) return [...face.full(), ...asides];
  const words = logWordsOf(step, report);
  const inTheLogs = words === null ? [] : [line(pen.paint.quiet(`in the logs: ${words}`), indent, pen)];
  const times = `began ${step.startedAt}, took ${Math.round(step.durationMs)} ms`;
  return [...face.full(), ...asides, ...inTheLogs, line(pen.paint.quiet(times), indent, pen)];
}

function asksFor({ details }: Look, step: StepName): boolean {
  return details === 'all' || (typeof details !== 'string' && details.includes(detailWords[step]));
}
