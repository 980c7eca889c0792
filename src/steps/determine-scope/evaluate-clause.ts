import { diagnose, type Diagnostic, type Location } from '../../diagnostics/diagnostic.js';
import { findNearest } from '../../diagnostics/nearest.js';
import { type Attributes, type CompiledRegex, toText, type Value } from '../../expression/index.js';
import type { ScopingClause } from '../../job/index.js';
import type { ScopeClause, Verdict } from '../../report/report.js';
import { type Comparison, type ClauseProblem, type Operator, operators } from './operators.js';
import { whyUnsupported } from './supported-attributes.js';

/** A clause with its verdict, and whatever there is to say about its configuration. */
export interface EvaluatedClause {
  readonly clause: ScopeClause;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a clause is evaluated with, besides itself. */
export interface ClauseContext {
  readonly attributes: Attributes;
  readonly kind: 'scoping' | 'input';
  readonly filter: string;
  readonly locate: (pointer: string) => Location;
  readonly compileRegex: (pattern: string) => CompiledRegex;
}

/**
 * Evaluates one clause against source values. An attribute without value makes every clause false but IS NULL; in input
 * filters negative operators and IS FALSE are true on it.
 *
 * Source: "Scoping users or groups to be provisioned with scoping filters"; the exception for input filters is inferred from
 * the default exclusions of cloud sync jobs.
 */
export function evaluateClause(clause: ScopingClause, context: ClauseContext): EvaluatedClause {
  const value = emptyToNull(context.attributes[clause.attribute] ?? null);
  const at = context.locate(clause.pointer);
  const { comparison, diagnostics } = decide(clause, value, context, at);
  return {
    clause: {
      attribute: clause.attribute,
      operator: clause.operator,
      value: clause.values.length === 0 ? null : clause.values.join(', '),
      actual: toText(value),
      result: comparison.result,
      reason: comparison.reason,
      at,
    },
    diagnostics,
  };
}

interface Decided {
  readonly comparison: { readonly result: Verdict; readonly reason: string };
  readonly diagnostics: readonly Diagnostic[];
}

function decide(clause: ScopingClause, value: Value, context: ClauseContext, at: Location): Decided {
  const { attribute, operator: name } = clause;
  const filter = context.filter;
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) {
    const nearest = name === 'IsMemberOf' ? null : (findNearest(name, Object.keys(operators)) ?? null);
    return rejected(
      'unknown operator',
      diagnose('scope/unknown-operator', { filter, operator: name, nearest }, [at]),
    );
  }
  const unsupported = whyUnsupported(clause, Array.isArray(value));
  if (unsupported !== undefined) {
    const args = { filter, attribute, reason: unsupported };
    return rejected('unsupported attribute', diagnose('scope/attribute-unsupported', args, [at]));
  }
  if (operator.arity === 'binary' && clause.values.length === 0) {
    return rejected(
      'no value to compare with',
      diagnose('scope/operand-missing', { filter, attribute, operator: name }, [at]),
    );
  }
  if (value === null) return onNull(clause, operator, context, at);
  const comparison = compareAll(clause, operator, value, context);
  const { problem } = comparison;
  return {
    comparison,
    diagnostics: problem === undefined ? [] : [diagnoseProblem(problem, clause, inText(value), filter, at)],
  };
}

const rejected = (reason: string, diagnostic: Diagnostic): Decided => ({
  comparison: { result: false, reason },
  diagnostics: [diagnostic],
});

function onNull(clause: ScopingClause, operator: Operator, context: ClauseContext, at: Location): Decided {
  if (operator.onNull) return { comparison: { result: true, reason: '' }, diagnostics: [] };
  if (!operator.negative) {
    const reason = operator.arity === 'binary' ? 'a clause on an attribute without value is false' : '';
    return { comparison: { result: false, reason }, diagnostics: [] };
  }
  if (context.kind === 'input') {
    return {
      comparison: { result: true, reason: 'no value passes a negative operator of an input filter' },
      diagnostics: [],
    };
  }
  const { attribute, operator: name } = clause;
  const hint = diagnose('scope/negative-on-null', { filter: context.filter, attribute, operator: name }, [
    at,
  ]);
  return {
    comparison: {
      result: false,
      reason: 'a clause on an attribute without value is false, negative operators included',
    },
    diagnostics: [hint],
  };
}

/** Several values: every one must hold (multivaluedComparisonType All, the default); the portal writes one. */
function compareAll(
  clause: ScopingClause,
  operator: Operator,
  value: Value,
  context: ClauseContext,
): Comparison {
  const actual = toText(value);
  const text = typeof actual === 'string' ? actual : '';
  const wanted = operator.arity === 'unary' ? [''] : clause.values;
  const compared = wanted.map((one) =>
    operator.compare({ actual: text, wanted: one, value }, (pattern) => context.compileRegex(pattern)),
  );
  const decisive =
    compared.find(({ result }) => result === false) ??
    compared.find(({ result }) => result === 'undecided') ??
    compared[0];
  return decisive ?? { result: false, reason: '' };
}

function diagnoseProblem(
  problem: ClauseProblem,
  clause: ScopingClause,
  value: string,
  filter: string,
  at: Location,
): Diagnostic {
  const { attribute, operator } = clause;
  switch (problem.kind) {
    case 'notAnInteger':
      return diagnose(
        'scope/not-an-integer',
        { filter, attribute, operator, side: problem.side, found: problem.found },
        [at],
      );
    case 'booleanEquals':
      return diagnose('scope/boolean-equals', { filter, attribute, operator }, [at]);
    case 'invalidPattern':
      return diagnose(
        'scope/invalid-pattern',
        { filter, attribute, pattern: clause.values.join(', '), problem: problem.message },
        [at],
      );
    case 'patternTooHard':
      return diagnose('scope/pattern-too-hard', { filter, attribute, pattern: clause.values.join(', ') }, [
        at,
      ]);
    case 'overEscaped': {
      const { instead } = problem;
      const pattern = clause.values.join(', ');
      return diagnose('scope/over-escaped-pattern', { filter, attribute, operator, pattern, instead }, [at]);
    }
    case 'unanchored': {
      const pattern = clause.values.join(', ');
      const args = { filter, attribute, operator, pattern, value, found: problem.found };
      return diagnose('scope/unanchored-pattern', args, [at]);
    }
    case 'bitTestOnText':
      return diagnose('scope/bit-test-on-text', { filter, attribute, operator }, [at]);
  }
}

const inText = (value: Value): string => [toText(value) ?? ''].flat().join(', ');

const emptyToNull = (value: Value): Value => (value === '' ? null : value);
