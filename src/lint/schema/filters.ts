import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ScopingClause, ScopingFilter } from '../../job/index.js';
import { excludes, isOpposite, sameValues } from '../../steps/determine-scope/index.js';
import type { LintedMapping } from './linted-mapping.js';

/**
 * Filters as a whole: clauses that exclude each other, filters that decide nothing, filters that let everybody pass between
 * them. Clauses are ANDed, filters ORed ("Scoping users or groups to be provisioned with scoping filters").
 */
export function lintFilters(linted: LintedMapping): readonly Diagnostic[] {
  const { job } = linted;
  const contradictions = (filter: ScopingFilter, kind: 'scoping' | 'input'): readonly Diagnostic[] =>
    findContradiction(filter, kind, linted);
  const scoping = job.filters.map((filter) => contradictions(filter, 'scoping'));
  const nobody = scoping.length > 0 && scoping.every((found) => found.length > 0);
  return [
    ...scoping.flat(),
    ...(nobody ? [tellNobody(linted)] : []),
    ...job.inputFilters.flatMap((filter) => contradictions(filter, 'input')),
    ...job.filters.flatMap((filter, index) => findUnreachable(filter, index, linted)),
    ...job.filters.flatMap((filter, index) => findComplement(filter, index, linted)),
  ];
}

function tellNobody({ job, mapping, schema }: LintedMapping): Diagnostic {
  const filters = job.filters.map(({ title }) => title);
  return diagnose('lint/nobody-passes', { filters }, [schema.locate(`${mapping.pointer}/scope`)]);
}

/** The first pair of clauses that cannot both hold. */
function findContradiction(
  filter: ScopingFilter,
  kind: 'scoping' | 'input',
  { job }: LintedMapping,
): readonly Diagnostic[] {
  const { clauses, title } = filter;
  for (const [index, one] of clauses.entries()) {
    const other = clauses.find((candidate, at) => at !== index && excludes(one, candidate, kind));
    if (other === undefined) continue;
    const args = { filter: title, one: write(one), other: write(other) };
    return [diagnose('lint/clauses-contradict', args, [job.locate(other.pointer), job.locate(one.pointer)])];
  }
  return [];
}

/** A filter whose clauses hold all clauses of another one: the other is passed first. */
function findUnreachable(
  { clauses, title, pointer }: ScopingFilter,
  index: number,
  { job }: LintedMapping,
): readonly Diagnostic[] {
  const own = new Set(clauses.map(write));
  const wider = job.filters.find((other, at) => {
    const theirs = new Set(other.clauses.map(write));
    const isContained = theirs.size > 0 && [...theirs].every((clause) => own.has(clause));
    return at !== index && isContained && (theirs.size < own.size || at < index);
  });
  if (wider === undefined) return [];
  const at = [job.locate(pointer), job.locate(wider.pointer)];
  return [diagnose('lint/filter-unreachable', { filter: title, by: wider.title }, at)];
}

/** Two filters of one clause each that leave nobody out: NOT EQUALS a in one and NOT EQUALS b in the other. */
function findComplement(
  { clauses }: ScopingFilter,
  index: number,
  { job }: LintedMapping,
): readonly Diagnostic[] {
  const [one] = clauses;
  if (one === undefined || clauses.length > 1) return [];
  return job.filters.slice(0, index).flatMap((filter) => {
    const [other] = filter.clauses;
    if (other === undefined || filter.clauses.length > 1 || other.attribute !== one.attribute) return [];
    const bothNegative = one.operator === 'NOT EQUALS' && other.operator === 'NOT EQUALS';
    const everybody = isOpposite(one, other) || (bothNegative && !sameValues(one, other));
    const args = { one: write(other), other: write(one) };
    return everybody
      ? [diagnose('lint/filters-complement', args, [job.locate(one.pointer), job.locate(other.pointer)])]
      : [];
  });
}

const write = ({ attribute, operator, values }: ScopingClause): string =>
  [attribute, operator, ...values].join(' ');
