import stringWidth from 'fast-string-width';
import type { Look } from '../look.js';
import { showFindings } from '../text/findings.js';
import { neutralise, neutraliseDiagnostics } from '../text/neutralise.js';
import { createPen, type Paint, type Pen } from '../text/pen.js';
import { hang, pad, wrapAtEdge } from '../text/wrap.js';
import type { EvaluatedPart } from '../../report/evaluated-part.js';
import type { Evaluation } from './evaluation.js';
import { isConstant, layOut, type TreeLine } from './lay-out.js';
import { showVisibly } from './visible.js';

const gap = '   ';
const deepestIndent = 24;

/**
 * The expression laid out with the value of every part beside it, the candidates of SelectUniqueValue, what is wrong, what it
 * saw of the clock and of chance, and the result as the last line; with details `none` the result alone. No value can forge a
 * line or a colour.
 */
export function renderEvaluation(evaluation: Evaluation, look: Look): string {
  const pen = createPen(look);
  if (look.details === 'none') return `${showResult(evaluation, pen).join('\n')}\n`;
  const lines = [
    ...(evaluation.mapping === null ? [] : [...showMapping(evaluation.mapping, pen), '']),
    ...(evaluation.trace === null ? [] : showTree(layOut(evaluation.trace), evaluation.failed, pen)),
    ...showCandidates(evaluation, pen),
    ...showFindings(neutraliseDiagnostics(evaluation.diagnostics), pen),
    '',
    ...showSurroundings(evaluation, pen),
    ...showResult(evaluation, pen),
  ];
  return `${lines.join('\n')}\n`;
}

const showMapping = (target: string, pen: Pen): readonly string[] =>
  wrapAtEdge(`${pen.paint.quiet('mapping of')} ${pen.paint.strong(neutralise(target))}`, pen.width);

/** @param failed whether the whole failed; why is then told below */
function showTree(tree: readonly TreeLine[], failed: boolean, pen: Pen): readonly string[] {
  const most = Math.floor(pen.width * 0.6);
  const texts = tree.map(({ depth, text }) => ({
    lead: ' '.repeat(Math.min(depth * 2, deepestIndent)),
    text: neutralise(text),
  }));
  const widths = texts.map(({ lead, text }) => stringWidth(lead + text)).filter((width) => width <= most);
  const column = widths.reduce((widest, width) => Math.max(widest, width), 0);
  return tree.flatMap((line, at) => {
    const { lead, text } = texts[at] ?? { lead: '', text: '' };
    const paint = line.idle ? pen.paint.quiet : (plain: string): string => plain;
    const outcome = showOutcome(line, failed, pen);
    const written = lead + paint(text);
    if (stringWidth(lead + text) <= column) {
      if (outcome === '') return [written];
      return hang(pad(written, column) + gap, outcome, pen.width);
    }
    const beneath = outcome === '' ? [] : hang(' '.repeat(column) + gap, outcome, pen.width);
    return [...hang(lead, paint(text), pen.width), ...beneath];
  });
}

function showOutcome({ part, telling }: TreeLine, failed: boolean, pen: Pen): string {
  if (part === undefined || !telling) return '';
  switch (part.outcome) {
    case 'value': {
      const shown = showVisibly(part.value, pen);
      return saysItself(part, shown) ? '' : shown;
    }
    case 'redacted':
      return `[Redact] ${pen.paint.quiet('redacted')}`;
    case 'dropped':
      return pen.paint.attention('dropped');
    case 'failed': {
      const told = failed || part.parts.some(({ outcome }) => outcome === 'failed');
      return pen.paint.bad(told ? 'failed' : `failed: ${neutralise(part.message)}`);
    }
    case 'notEvaluated':
      return pen.paint.quiet('not evaluated');
  }
}

/** A constant that is its value letter for letter. */
function saysItself(part: EvaluatedPart, shown: string): boolean {
  return isConstant(part) && (shown === part.text || shown === `"${part.text}"`);
}

function showCandidates({ candidates }: Evaluation, pen: Pen): readonly string[] {
  if (candidates.length === 0) return [];
  const title = pen.paint.quiet('candidates: the first one that the target does not have yet is taken');
  const rows = candidates.flatMap((candidate, at) =>
    hang(`  ${String(at + 1).padStart(2)}  `, showVisibly(candidate, pen), pen.width),
  );
  return ['', ...wrapAtEdge(title, pen.width), ...rows];
}

function showSurroundings({ clock, seed }: Evaluation, pen: Pen): readonly string[] {
  const given = [
    ...(clock === null ? [] : [`now ${clock}`]),
    ...(seed === null ? [] : [`seed ${neutralise(seed)}`]),
  ];
  return given.length === 0 ? [] : wrapAtEdge(pen.paint.quiet(given.join(` ${pen.signs.dot} `)), pen.width);
}

/** The answer in one sentence: the last line of the text. */
function showResult(evaluation: Evaluation, pen: Pen): readonly string[] {
  const [paint, words] = resultOf(evaluation, pen);
  return wrapAtEdge(pen.paint.strong(pen.paint[paint](`${pen.signs.arrow} ${words}`)), pen.width);
}

function resultOf(evaluation: Evaluation, pen: Pen): readonly [Paint, string] {
  if (evaluation.failed) {
    const error = evaluation.diagnostics.findLast(({ severity }) => severity === 'error');
    return ['bad', `failed: ${neutralise(error?.message ?? '')}`];
  }
  if (evaluation.dropped) return ['attention', 'dropped: nothing flows'];
  if (evaluation.redacted) return ['good', '[Redact]: the value flows, and logs show this in its place'];
  return ['good', showVisibly(evaluation.result, pen)];
}
