import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ScopingFilter } from '../../job/index.js';
import type { ScopeFilter, Verdict } from '../../report/report.js';
import { type ClauseContext, evaluateClause } from './evaluate-clause.js';
import { every, some } from './logic.js';

/** All filters of one kind, every clause of them evaluated, since the details show every result. */
export interface EvaluatedFilters {
  /** true where there is no filter */
  readonly result: Verdict;
  readonly filters: readonly ScopeFilter[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Clauses are ANDed, filters are ORed. Source: "Scoping users or groups to be provisioned with scoping filters". */
export function evaluateFilters(
  filters: readonly ScopingFilter[],
  context: Omit<ClauseContext, 'filter'>,
): EvaluatedFilters {
  const diagnostics: Diagnostic[] = [];
  const evaluated = filters.map((filter): ScopeFilter => {
    const clauses = filter.clauses.map((clause) =>
      evaluateClause(clause, { ...context, filter: filter.title }),
    );
    diagnostics.push(...clauses.flatMap((clause) => clause.diagnostics));
    return {
      title: filter.title,
      kind: context.kind,
      result: every(clauses.map(({ clause }) => clause.result)),
      clauses: clauses.map(({ clause }) => clause),
    };
  });
  const result = filters.length === 0 ? true : some(evaluated.map((filter) => filter.result));
  return { result, filters: evaluated, diagnostics };
}
