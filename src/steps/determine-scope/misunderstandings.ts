import { diagnose, type Diagnostic, type Location } from '../../diagnostics/diagnostic.js';
import type { ScopingClause, ScopingFilter } from '../../job/index.js';
import { excludes, sameValues } from './exclusive-clauses.js';

/** Two clauses of one filter that no value can satisfy together. */
export interface Contradiction {
  readonly filter: ScopingFilter;
  readonly clauses: readonly [ScopingClause, ScopingClause];
}

/**
 * Filters that read like an OR and are an AND. Judged without a user.
 * Source: "Scoping users or groups to be provisioned with scoping filters": clauses are ANDed, filters ORed.
 */
export function findContradictions(filters: readonly ScopingFilter[]): readonly Contradiction[] {
  return filters.flatMap((filter) => {
    const pairs = filter.clauses.flatMap((one, index) =>
      filter.clauses.slice(index + 1).map((other) => [one, other] as const),
    );
    const clauses = pairs.find(
      ([one, other]) => excludes(one, other, 'scoping') || excludes(other, one, 'scoping'),
    );
    return clauses === undefined ? [] : [{ filter, clauses }];
  });
}

export function diagnoseContradiction(
  { filter, clauses }: Contradiction,
  locate: (pointer: string) => Location,
): Diagnostic {
  const [first, second] = clauses;
  return diagnose(
    'scope/never-holds',
    {
      filter: filter.title,
      attribute: first.attribute,
      clauses: [inWords(first), inWords(second)],
      values: clauses.every(({ operator }) => operator === 'EQUALS')
        ? clauses.flatMap(({ values }) => values)
        : [],
    },
    clauses.map(({ pointer }) => locate(pointer)),
  );
}

/**
 * Filters that each exclude another value of one attribute: who has the one value passes the other filter, so that
 * together they exclude nobody who has a value. The reverse misunderstanding, an AND that is an OR.
 */
export function findExclusions(
  filters: readonly ScopingFilter[],
  locate: (pointer: string) => Location,
): readonly Diagnostic[] {
  const excluding = filters.flatMap(({ title, clauses }) => {
    const [clause, ...more] = clauses;
    return clause?.operator === 'NOT EQUALS' && more.length === 0 ? [{ title, clause }] : [];
  });
  const [first] = excluding;
  const second = excluding.find(
    ({ clause }) => clause.attribute === first?.clause.attribute && !sameValues(clause, first.clause),
  );
  if (first === undefined || second === undefined) return [];
  const args = {
    filters: [first.title, second.title],
    attribute: first.clause.attribute,
    values: [...first.clause.values, ...second.clause.values],
  };
  return [
    diagnose(
      'scope/excludes-nobody',
      args,
      [first, second].map(({ clause }) => locate(clause.pointer)),
    ),
  ];
}

const inWords = ({ attribute, operator, values }: ScopingClause): string =>
  [attribute, operator, ...values].join(' ');
