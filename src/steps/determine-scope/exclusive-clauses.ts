import { compileRegex, type Value } from '../../expression/index.js';
import type { ScopingClause } from '../../job/index.js';
import { evaluateFilters } from './evaluate-filters.js';

/**
 * Whether nobody can satisfy both clauses. Where the first leaves a single value, the evaluation that judges users says what the
 * other makes of it; else they must be opposites.
 */
export function excludes(one: ScopingClause, other: ScopingClause, kind: 'scoping' | 'input'): boolean {
  if (one.attribute !== other.attribute) return false;
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
export function isOpposite(one: ScopingClause, other: ScopingClause): boolean {
  return (
    sameValues(one, other) &&
    opposites.some((pair) =>
      [pair, pair.toReversed()].some(([a, b]) => one.operator === a && other.operator === b),
    )
  );
}

/** Whether two clauses compare with the same. */
export const sameValues = (one: ScopingClause, other: ScopingClause): boolean =>
  JSON.stringify(one.values) === JSON.stringify(other.values);
