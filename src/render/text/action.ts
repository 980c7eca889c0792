import type { Report, ReportExchange, Steps } from '../../report/report.js';
import { isAltered, isSent, showChanges } from './changes.js';
import { showDialects, tellDialects } from './dialects.js';
import { failed, shortenIds, showAnswer, showExchange, showRequest } from './exchange.js';
import { exchangesOf, type Face, indent, line, markOf, troubleOf } from './face.js';
import type { Row } from './rows.js';
import { flow } from './wrap.js';
import type { Pen } from './pen.js';
import { isNoMember, showMembers, tellMembers } from './members.js';
import { showTrace } from './trace.js';
import { count, fullValue, showLocation, showValue } from './value.js';

type Writing = 'create' | 'update' | 'disable' | 'delete';
type Change = Steps[4]['details']['attributes'][number];

const done: Readonly<Record<Writing, string>> = {
  create: 'created',
  update: 'updated',
  disable: 'disabled',
  delete: 'deleted',
};

const isWriting = (action: string): action is Writing => Object.hasOwn(done, action);
const mostNames = 4;

/** Step 5: what was decided, sent and kept. */
export function showAction(step: Steps[4], report: Report, pen: Pen): Face {
  const { because, attributes, dialects } = step.details;
  const exchanges = exchangesOf(step, report);
  const broken = exchanges.findLast(failed);
  return {
    ...headline(step, report, exchanges, pen),
    brief: [
      ...(step.status === 'failure' && broken !== undefined ? showAnswer(broken, indent, pen) : []),
      ...showChanges(decidingChanges(step, report).filter(isNoMember), altersValues(step), indent, pen),
      ...showMembers(step, pen, false),
    ],
    full: () => [
      ...(because === '' ? [] : [line(`${pen.paint.quiet('because')}  ${because}`, indent, pen)]),
      ...showChanges(attributes.filter(isSent).filter(isNoMember), altersValues(step), indent, pen),
      ...showMembers(step, pen, true),
      ...attributes.flatMap((change) => showRow(change, pen)),
      ...exchanges.flatMap((exchange) => showExchange(exchange, indent, pen)),
      ...(dialects.some(({ understood }) => understood !== 'unknown')
        ? tellDialects(dialects, indent, pen)
        : []),
    ],
    asides: { dialects: () => showDialects(dialects, indent, pen) },
  };
}

/** An update shows what it changes; other actions what was tried when they failed, and what the target kept otherwise. */
function decidingChanges(step: Steps[4], report: Report): readonly Change[] {
  const sent = step.details.attributes.filter(isSent);
  if (step.status === 'failure' || report.outcome.action === 'update') return sent;
  return altersValues(step) ? sent.filter(isAltered) : [];
}

function headline(
  step: Steps[4],
  report: Report,
  exchanges: readonly ReportExchange[],
  pen: Pen,
): Pick<Face, 'mark' | 'word' | 'tails'> {
  const { action, reactivates } = report.outcome;
  const trouble = troubleOf(step);
  if (!isWriting(action) || (trouble !== undefined && step.status !== 'failure')) {
    const why = [step.details.because === '' ? step.description : step.details.because];
    if (action === 'skip' && (trouble === undefined || step.status === 'skipped')) {
      return { mark: markOf(step, 'off'), word: report.dryRun ? 'would skip' : 'skipped', tails: why };
    }
    return trouble ?? { mark: markOf(step), word: 'nothing done', tails: why };
  }
  const writes = exchanges.filter(({ method, ours }) => method !== 'GET' && !ours);
  const requests = writes.map((exchange) => showRequest(exchange, pen)).join(', ');
  if (trouble !== undefined) {
    const sent = writes.filter(({ planned }) => !planned);
    if (sent.length === 0)
      return { ...trouble, word: `not ${done[action]}`, tails: trouble.tails.toReversed() };
    const partly = sent.some((exchange) => !failed(exchange));
    const word = partly ? `${done[action]} in part` : `${action} failed`;
    return { mark: 'bad', word, tails: [requests, shortenIds(requests)] };
  }
  const changes = step.details.attributes.filter(isSent).filter(isNoMember);
  const members = tellMembers(step);
  const [first] = writes;
  const shortly = first === undefined ? '' : `${showRequest(first, pen)} and ${writes.length - 1} more`;
  const enabling = reactivates ? 'enables the account again, ' : '';
  const amount = `${enabling}${requests}${changes.length === 0 ? '' : `, ${count(changes.length, 'attribute')}`}${members}`;
  const names = changes.map(({ target }) => target).join(', ');
  const named =
    members === '' && changes.length > 0 && changes.length <= mostNames ? [`${amount}: ${names}`] : [];
  return {
    mark: markOf(step),
    word: report.dryRun ? `would ${action}` : done[action] + (altersValues(step) ? tellAltered(changes) : ''),
    tails: [...named, amount, requests, shortly].flatMap((tail) => [tail, shortenIds(tail)]),
  };
}

/** The step has compared the answer by the rules of each attribute; here it is only shown. */
function altersValues({ diagnostics }: Steps[4]): boolean {
  return diagnostics.some(({ code }) => code === 'action/value-not-kept');
}

function tellAltered(changes: readonly Change[]): string {
  const altered = changes.filter(isAltered).length;
  return altered === 0 ? ', values not kept' : `, ${count(altered, 'value')} not kept`;
}

/** What the target made of a value, in words. */
const keptWords: Readonly<Record<Exclude<Change['kept'], null | 'same'>, string>> = {
  letterCase: 'other letter case',
  normalised: 'normalised',
  truncated: 'cut short',
  changed: 'changed',
  ignored: 'as it was before',
  dropped: 'dropped',
};

/** `[mail]` says no more than its source does. */
const isDirect = (expression: string, source: Change['source']): boolean =>
  Object.keys(source).some((name) => expression === `[${name}]`);

function showRow(change: Change, pen: Pen): readonly Row[] {
  const { target, operation, source, expression, mapped, previous, sent, stored, reason, trace, at } = change;
  const altered = change.kept === null || change.kept === 'same' ? '' : ` (${keptWords[change.kept]})`;
  const show = (value: Change['mapped']): string => showValue(value, pen, fullValue);
  const from = Object.entries(source).map(([name, value]) => `${name} = ${show(value)}`);
  const sending = isSent(change);
  const pairs = [
    ['source', from.join(', ')],
    ['expression', expression !== null && isDirect(expression, source) ? '' : (expression ?? '')],
    ['mapped', show(mapped)],
    ['was', show(previous)],
    ['sent', sending ? show(sent) : ''],
    ['kept', sending && change.kept !== null ? `${show(stored)}${altered}` : ''],
    ['at', showLocation(at)],
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`${pen.paint.quiet(name)} ${value}`]));
  const doing = operation === 'notSent' ? 'not sent' : operation === 'none' ? 'unchanged' : operation;
  const head = `${pen.paint.strong(target)}   ${[doing, reason].filter((part) => part !== '').join(': ')}`;
  return [
    line(head, indent, pen),
    { lines: flow(pairs, indent + 2, pen.width), spare: false },
    ...(trace === null ? [] : showTrace(trace, indent + 2, pen)),
  ];
}
