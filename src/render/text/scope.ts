import type {
  ConditionId,
  Report,
  ScopeClause,
  ScopeCondition,
  ScopeFilter,
  Steps,
  Verdict,
} from '../../report/report.js';
import { showExchange } from './exchange.js';
import { exchangesOf, type Face, indent, line, markOf, troubleOf } from './face.js';
import { columns } from './columns.js';
import type { Row } from './rows.js';
import type { Pen } from './pen.js';
import type { Mark } from './symbols.js';
import { fullValue, showLocation, showValue } from './value.js';

/** Step 3: the conditions of the service's page, and every clause of every filter with what the user has. */
export function showScope(step: Steps[2], report: Report, pen: Pen): Face {
  const { inScope, smallestChange } = step.details;
  const decided = inScope !== true || step.status === 'warning';
  return {
    ...headline(step),
    brief: decided && step.status !== 'notRun' ? showConditions(step, pen, false) : [],
    full: () => [
      ...showConditions(step, pen, true),
      ...smallestChange.map((change) =>
        line(`${pen.paint.quiet('smallest change')}  ${change}`, indent, pen),
      ),
      ...exchangesOf(step, report).flatMap((exchange) => showExchange(exchange, indent, pen)),
    ],
  };
}

function headline(step: Steps[2]): Pick<Face, 'mark' | 'word' | 'tails'> {
  const { inScope } = step.details;
  const trouble = troubleOf(step);
  if (step.status === 'failure' && inScope === 'undecided') {
    return { mark: 'unsure', word: 'undecided', tails: trouble?.tails ?? [] };
  }
  if (trouble !== undefined) return trouble;
  if (inScope === 'undecided') return { mark: 'unsure', word: 'undecided', tails: [step.description] };
  return inScope
    ? { mark: markOf(step), word: 'in scope', tails: [''] }
    : { mark: markOf(step, 'no'), word: 'out of scope', tails: [''] };
}

function showConditions({ status, details }: Steps[2], pen: Pen, full: boolean): readonly Row[] {
  const { filters } = details;
  // The filters speak for themselves below; the condition that sums them up would say it twice.
  const summed = new Set<ConditionId>(
    filters.map(({ kind }) => (kind === 'input' ? 'inputFilters' : 'filters')),
  );
  const conditions = details.conditions.filter(({ id }) => !summed.has(id));
  // One filter is enough, so where one passes the clauses of the others decided nothing.
  const passed = new Set(filters.filter(({ result }) => result === true).map(({ kind }) => kind));
  const opened = filters.map(({ kind }) => full || status === 'warning' || !passed.has(kind));
  const heads = [
    ...conditions.map((condition) => [condition.label, showCondition(condition, pen)]),
    ...filters.map((filter) => [
      filter.kind === 'input' ? `${filter.title} (input filter)` : filter.title,
      showFilter(filter, pen),
    ]),
  ];
  const headLines = columns(heads, indent, pen.width);
  const clauses = filters.flatMap((filter, at) => (opened[at] === true ? filter.clauses : []));
  const cells = clauses.map((clause) => showClause(clause, pen, full));
  const clauseLines = columns(cells, indent + 2, pen.width);
  let next = 0;
  return [
    ...conditions.map(({ result }, at) => ({
      lines: headLines[at] ?? [],
      spare: result === true || result === null,
    })),
    ...filters.flatMap((filter, at) => [
      { lines: headLines[conditions.length + at] ?? [], spare: passed.has(filter.kind) },
      ...(opened[at] === true ? filter.clauses : []).map(({ result }) => ({
        lines: clauseLines[next++] ?? [],
        spare: result === true,
      })),
    ]),
  ];
}

const marks = (result: Verdict): Mark => (result === 'undecided' ? 'unsure' : result ? 'ok' : 'no');

function showCondition({ result, reason }: ScopeCondition, pen: Pen): string {
  if (result === null) return pen.mark('off', reason === '' ? 'off' : reason);
  return pen.mark(marks(result), reason === '' ? String(result) : reason);
}

function showFilter({ result, clauses }: ScopeFilter, pen: Pen): string {
  const whole = clauses.length;
  const of = (verdict: Verdict): number => clauses.filter((clause) => clause.result === verdict).length;
  if (whole === 0)
    return pen.mark(marks(result), `${result === true ? 'passes' : String(result)}: it has no clauses`);
  if (result === true)
    return pen.mark('ok', `${whole} of ${whole} clauses ${whole === 1 ? 'holds' : 'hold'}`);
  const hit = result === 'undecided' ? of('undecided') : of(false);
  const verb = result === 'undecided' ? 'undecided' : hit === 1 ? 'fails' : 'fail';
  return pen.mark(marks(result), `${hit} of ${whole} clauses ${verb}`);
}

function showClause(clause: ScopeClause, pen: Pen, full: boolean): readonly string[] {
  const { attribute, operator, value, actual, result, reason, at } = clause;
  const place = full ? showLocation(at) : '';
  return [
    [attribute, operator, ...(value === null ? [] : [value])].join(' '),
    pen.mark(marks(result), showValue(actual, pen, full ? fullValue : undefined)),
    [reason, pen.paint.quiet(place)].filter((part) => part !== '').join('  '),
  ];
}
