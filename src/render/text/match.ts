import type { AttemptResult, MatchAttempt, Report, Steps } from '../../report/report.js';
import { failed, shortenApart, shortenIds, showAnswer, showExchange } from './exchange.js';
import { exchangesOf, type Face, grid, indent, line, markOf, troubleOf } from './face.js';
import type { Row } from './rows.js';
import type { Pen } from './pen.js';
import type { Mark } from './symbols.js';
import { count, fullValue, showValue } from './value.js';

/** As many stand side by side. */
const mostUsers = 3;
const mostIds = 10;
const unanswered: ReadonlySet<AttemptResult> = new Set(['queryFailed', 'filterIgnored', 'answerUnfit']);

/** Step 4: which queries were asked in which order, and who answered to them. */
export function showMatch(step: Steps[3], report: Report, pen: Pen): Face {
  const { attempts, users } = step.details;
  const exchanges = exchangesOf(step, report);
  const broken = attempts.some(({ result }) => unanswered.has(result))
    ? exchanges.at(-1)
    : exchanges.findLast(failed);
  const failure = step.status === 'failure';
  const noun = report.subject.type;
  return {
    ...headline(step, noun, pen),
    brief: [
      ...(failure ? showAttempts(attempts, noun, pen, false) : []),
      ...(failure && broken !== undefined ? showAnswer(broken, indent, pen) : []),
      ...(users.length > 1 ? showUsers(step, pen, step.details.differences) : []),
    ],
    full: () => [
      ...showAttempts(attempts, noun, pen, true),
      ...showUsers(step, pen, undefined),
      ...exchanges.flatMap((exchange) => showExchange(exchange, indent, pen)),
    ],
  };
}

function headline(step: Steps[3], noun: string, pen: Pen): Pick<Face, 'mark' | 'word' | 'tails'> {
  const { attempts, users } = step.details;
  const several = attempts.find(({ result }) => result === 'several');
  if (several !== undefined || users.length > 1) {
    return { mark: 'bad', word: 'ambiguous', tails: [`${users.length} ${noun}s of the target fit`] };
  }
  const trouble = troubleOf(step);
  if (trouble !== undefined) return trouble;
  const hit = attempts.find(({ result }) => result === 'one');
  const arrow = ` ${pen.signs.arrow} `;
  if (hit === undefined) {
    const asked = attempts.filter(({ value, result }) => value !== null || result !== 'none');
    const tails = [asked.map((attempt) => showQuery(attempt, pen)), asked.map(({ attribute }) => attribute)];
    return {
      mark: markOf(step),
      word: 'no match',
      tails: tails.map((names) => (names.length === 0 ? '' : `${names.join(', ')}${arrow}no ${noun}`)),
    };
  }
  const ids = hit.ids.join(', ');
  const whole = `${showQuery(hit, pen)}${arrow}${ids}`;
  return {
    mark: markOf(step),
    word: 'matched',
    tails: [whole, shortenIds(whole), hit.attribute + arrow + shortenIds(ids)],
  };
}

function showQuery({ attribute, value }: MatchAttempt, pen: Pen): string {
  return `${attribute} eq ${showValue(value, pen)}`;
}

function showAttempts(
  attempts: readonly MatchAttempt[],
  noun: string,
  pen: Pen,
  full: boolean,
): readonly Row[] {
  return grid(
    attempts.map((attempt) => [
      attempt.value === null ? attempt.attribute : showQuery(attempt, pen),
      showResult(attempt, noun, pen, full),
    ]),
    indent,
    pen,
  );
}

function showResult({ result, value, ids }: MatchAttempt, noun: string, pen: Pen, full: boolean): string {
  if (value === null && result === 'none') return pen.mark('off', 'no value to ask for');
  const answers: Readonly<Record<AttemptResult, readonly [Mark, string]>> = {
    none: ['ok', `no ${noun}`],
    one: ['ok', `1 ${noun}: ${ids.join(', ')}`],
    several: ['bad', count(ids.length, noun) + (full ? `: ${listIds(ids)}` : '')],
    queryFailed: ['bad', 'the query failed'],
    filterIgnored: ['bad', 'the target ignored the filter'],
    answerUnfit: ['bad', 'the answer cannot be used'],
  };
  return pen.mark(...answers[result]);
}

function listIds(ids: readonly string[]): string {
  const more = ids.length - mostIds;
  return [...ids.slice(0, mostIds), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}

/** The users side by side, attribute by attribute; only some attributes where those are named. */
function showUsers({ details }: Steps[3], pen: Pen, only: readonly string[] | undefined): readonly Row[] {
  const { differences } = details;
  const users = details.users.slice(0, mostUsers);
  const more = details.users.length - users.length;
  if (users.length === 0) return [];
  const all = [...new Set(users.flatMap(({ properties }) => Object.keys(properties)))];
  const names = only === undefined ? all : all.filter((name) => only.includes(name));
  const room = Math.max(12, Math.floor((pen.width - indent) / (users.length + 1)) - 4);
  const rows = names.map((name) => [
    users.length > 1 && differences.includes(name) ? pen.paint.attention(name) : name,
    ...users.map(({ properties }) =>
      showValue(
        Object.hasOwn(properties, name) ? (properties[name] ?? null) : null,
        pen,
        users.length > 1 ? room : fullValue,
      ),
    ),
  ]);
  const ids = users.map(({ id }) => id);
  const head = [
    'id',
    ...(users.length > 1 && ids.some((id) => id.length > room) ? shortenApart(ids, pen) : ids),
  ];
  const title = only === undefined ? [] : [line(pen.paint.quiet('they differ in'), indent, pen)];
  const rest = more > 0 ? [line(pen.paint.quiet(`and ${count(more, 'more user')}`), indent, pen)] : [];
  return [...title, ...grid([head, ...rows], indent + (only === undefined ? 0 : 2), pen), ...rest];
}
