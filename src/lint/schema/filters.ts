import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { compileRegex, type Value } from '../../expression/index.js';
import type { ScopingClause, ScopingFilter } from '../../job/index.js';
import { evaluateFilters } from '../../steps/determine-scope/index.js';
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
    const other = clauses.find(
      (candidate, at) =>
        at !== index && candidate.attribute === one.attribute && exclude(one, candidate, kind),
    );
    if (other === undefined) continue;
    const args = { filter: title, one: write(one), other: write(other) };
    return [diagnose('lint/clauses-contradict', args, [job.locate(other.pointer), job.locate(one.pointer)])];
  }
  return [];
}

/** Where one clause leaves a single value, the evaluation that judges users says what the other makes of it. */
function exclude(one: ScopingClause, other: ScopingClause, kind: 'scoping' | 'input'): boolean {
  const left = onlyValue(one);
  if (left === undefined) return isOpposite(one, other);
  const context = { attributes: { [one.attribute]: left.value }, kind, locate: () => ({}), compileRegex };
  const { result, diagnostics } = evaluateFilters([{ title: '', pointer: '', clauses: [other] }], context);
  // A clause that is faulty by itself has its own finding; an empty attribute is told by a note alone.
  return result === false && diagnostics.every(({ code }) => code === 'scope/negative-on-null');
}

function onlyValue({ operator, values }: ScopingClause): { readonly value: Value } | undefined {
  switch (operator) {
    case 'EQUALS':
      return values.length === 1 ? { value: values[0] ?? null } : undefined;
    case 'IS NULL':
      return { value: null };
    case 'IS TRUE':
      return { value: true };
    case 'IS FALSE':
      return { value: false };
    default:
      return undefined;
  }
}

const opposites = [
  ['EQUALS', 'NOT EQUALS'],
  ['REGEX MATCH', 'NOT REGEX MATCH'],
  ['&', '!&'],
  ['IS TRUE', 'IS FALSE'],
  ['IS NULL', 'IS NOT NULL'],
] as const;

/** One holds exactly where the other does not, an attribute without value left aside. */
function isOpposite(one: ScopingClause, other: ScopingClause): boolean {
  return (
    sameValues(one, other) &&
    opposites.some((pair) =>
      [pair, pair.toReversed()].some(([a, b]) => one.operator === a && other.operator === b),
    )
  );
}

const sameValues = (one: ScopingClause, other: ScopingClause): boolean =>
  JSON.stringify(one.values) === JSON.stringify(other.values);

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
