import type { Look } from '../look.js';
import { neutralise } from '../text/neutralise.js';
import { createPen, type Pen } from '../text/pen.js';
import { count } from '../text/value.js';
import { hang, wrapAtEdge } from '../text/wrap.js';
import type { CaseOutcome, CaseResult, CaseResults } from './evaluation.js';
import { showVisibly } from './visible.js';

/** Every case that fails with what was expected and what came, and how many pass as the last line. */
export function renderCases(results: CaseResults, look: Look): string {
  const pen = createPen(look);
  const failed = results.cases.filter(({ passed }) => !passed);
  const lines = [...failed.flatMap((one) => [...showCase(one, pen), '']), ...showSum(results, pen)];
  return `${lines.join('\n')}\n`;
}

function showCase(
  { id, expression, expected, actual, source, note }: CaseResult,
  pen: Pen,
): readonly string[] {
  const rows = [
    ['expected', showOutcome(expected, pen)],
    ['actual', showOutcome(actual, pen)],
    ['source', neutralise(source)],
    ['note', neutralise(note)],
  ].filter(([, text]) => text !== '');
  return [
    ...wrapAtEdge(pen.mark('bad', neutralise(id)), pen.width),
    ...hang('    ', neutralise(expression), pen.width),
    ...rows.flatMap(([name = '', text = '']) =>
      hang(`    ${pen.paint.quiet(name.padEnd(8))}  `, text, pen.width),
    ),
  ];
}

function showOutcome(outcome: CaseOutcome, pen: Pen): string {
  if (outcome === null || typeof outcome === 'string' || isList(outcome)) return showVisibly(outcome, pen);
  if ('dropped' in outcome) return 'dropped: nothing flows';
  return outcome.message === undefined ? 'an error' : `an error: ${neutralise(outcome.message)}`;
}

// Array.isArray leaves readonly lists out.
const isList = (outcome: object): outcome is readonly string[] => Array.isArray(outcome);

function showSum({ total, passed, failed }: CaseResults, pen: Pen): readonly string[] {
  const words =
    failed === 0
      ? `${count(total, 'case')} ${total === 1 ? 'passes' : 'pass'}`
      : `${passed} of ${count(total, 'case')} ${passed === 1 ? 'passes' : 'pass'}, ${failed} ${failed === 1 ? 'fails' : 'fail'}`;
  return wrapAtEdge(pen.paint.strong(pen.paint[failed === 0 ? 'good' : 'bad'](words)), pen.width);
}
