import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { compileRegex } from '../../expression/index.js';
import type { ScopingClause, ScopingFilter } from '../../job/index.js';
import type { AttributeType } from '../../schema/index.js';
import { evaluateFilters, operators } from '../../steps/determine-scope/index.js';
import type { LintedMapping } from './linted-mapping.js';

/** Each clause by itself: its operator, its value, its attribute. */
export function lintClauses(linted: LintedMapping): readonly Diagnostic[] {
  const { job } = linted;
  return [...job.filters, ...job.inputFilters].flatMap((filter) =>
    filter.clauses.flatMap((clause) => [
      ...tryOut(clause, filter, linted),
      ...checkType(clause, filter, linted),
      ...checkOperand(clause, filter, linted),
    ]),
  );
}

/** The same evaluation that judges users, on a value that the clause can take: whatever it reports is the clause's own. */
function tryOut(clause: ScopingClause, filter: ScopingFilter, { job }: LintedMapping): readonly Diagnostic[] {
  const attributes = { [clause.attribute]: clause.definition?.type === 'Boolean' ? true : '0' };
  const context = { attributes, kind: 'scoping', locate: job.locate, compileRegex } as const;
  return evaluateFilters([{ ...filter, clauses: [clause] }], context).diagnostics;
}

const textOperators = ['REGEX MATCH', 'NOT REGEX MATCH', 'Includes', 'ENDS_WITH'];
const wholeOperators = ['Greater_Than', 'Greater_Than_OR_EQUALS', '&', '!&'];
const unsupported: readonly AttributeType[] = ['DateTime', 'Reference', 'Binary'];

/**
 * Source: types of the operators in "Scoping users or groups to be provisioned with scoping filters"; supportedAttributeTypes
 * of filterOperatorSchema. EQUALS on a Boolean and dates have findings of their own.
 */
function checkType(
  { attribute, operator, definition, pointer }: ScopingClause,
  { title }: ScopingFilter,
  { job }: LintedMapping,
): readonly Diagnostic[] {
  const type = definition?.type;
  const wanted = wantedType(operator);
  if (type === undefined || wanted === undefined || type === wanted || unsupported.includes(type)) return [];
  const args = { filter: title, attribute, operator, type, wanted };
  // Many attributes that hold numbers are defined as text: only a note, since their values may fit.
  const severity = wanted === 'Integer' && type === 'String' ? 'info' : undefined;
  return [diagnose('lint/operator-type', args, [job.locate(pointer)], severity)];
}

function wantedType(operator: string): AttributeType | undefined {
  if (operator === 'IS TRUE' || operator === 'IS FALSE') return 'Boolean';
  if (textOperators.includes(operator)) return 'String';
  return wholeOperators.includes(operator) ? 'Integer' : undefined;
}

function checkOperand(
  { attribute, operator, values, pointer }: ScopingClause,
  { title }: ScopingFilter,
  { job }: LintedMapping,
): readonly Diagnostic[] {
  const unary = Object.hasOwn(operators, operator) && operators[operator]?.arity === 'unary';
  if (!unary || values.every((value) => value.trim() === '')) return [];
  return [
    diagnose('lint/operand-unused', { filter: title, attribute, operator, values }, [job.locate(pointer)]),
  ];
}
