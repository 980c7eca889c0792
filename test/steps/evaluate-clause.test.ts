import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileRegex, toValue } from '../../src/expression/index.js';
import type { AttributeType } from '../../src/schema/index.js';
import type { Verdict } from '../../src/report/report.js';
import { evaluateClause } from '../../src/steps/determine-scope/evaluate-clause.js';
import { evaluateFilters } from '../../src/steps/determine-scope/evaluate-filters.js';
import { every, some } from '../../src/steps/determine-scope/logic.js';
import { operators } from '../../src/steps/determine-scope/operators.js';

interface Case {
  readonly name: string;
  readonly operator: string;
  readonly attribute: string;
  readonly actual: unknown;
  readonly values: readonly string[];
  readonly result: Verdict;
  readonly codes: readonly string[];
  readonly type?: AttributeType;
  readonly multivalued?: boolean;
  readonly kind?: 'input';
  /** where the expected result comes from */
  readonly source: string;
}

const cases = JSON.parse(readFileSync(new URL('../cases/clauses.json', import.meta.url), 'utf8')) as Case[];

const evaluate = (one: Case): ReturnType<typeof evaluateClause> =>
  evaluateClause(
    {
      attribute: one.attribute,
      operator: one.operator,
      values: one.values,
      definition: { type: one.type ?? 'String', multivalued: one.multivalued ?? false },
      pointer: '/clause',
    },
    {
      attributes: { [one.attribute]: toValue(one.actual) },
      kind: one.kind ?? 'scoping',
      filter: 'Filter',
      locate: (pointer) => ({ pointer }),
      compileRegex,
    },
  );

describe('a clause of a scoping filter', () => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { clause, diagnostics } = evaluate(one);
    expect({ result: clause.result, codes: diagnostics.map(({ code }) => code) }).toEqual({
      result: one.result,
      codes: one.codes,
    });
  });

  test('every documented operator has a case', () => {
    expect([...new Set(cases.map(({ operator }) => operator))]).toEqual(
      expect.arrayContaining(Object.keys(operators)),
    );
  });

  test('a difference of letter case alone is named', () => {
    const clause = evaluate({ ...cases[1]!, operator: 'EQUALS', actual: 'sales', values: ['Sales'] }).clause;
    expect(clause.reason).toBe('same but for letter case');
  });

  test('any attribute value and any operand give a verdict', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(operators)),
        fc.jsonValue(),
        fc.array(fc.string(), { maxLength: 2 }),
        (operator, actual, values) => {
          const { clause } = evaluate({ ...cases[0]!, operator, actual, values });
          expect([true, false, 'undecided']).toContain(clause.result);
        },
      ),
    );
  });
});

describe('filters', () => {
  const filter = (title: string, ...wanted: readonly string[]) => ({
    title,
    pointer: '',
    clauses: wanted.map((value) => ({
      attribute: 'a',
      operator: 'EQUALS',
      values: [value],
      definition: undefined,
      pointer: '',
    })),
  });
  const context = {
    attributes: { a: 'x' },
    kind: 'scoping',
    locate: (pointer: string) => ({ pointer }),
    compileRegex,
  } as const;

  test.each([
    ['no filter lets everybody pass', [], true],
    ['clauses are ANDed', [filter('F', 'x', 'y')], false],
    ['filters are ORed', [filter('F', 'y'), filter('G', 'x')], true],
    ['a filter without clauses passes', [filter('F')], true],
  ] as const)('%s', (_name, filters, result) => {
    expect(evaluateFilters(filters, context).result).toBe(result);
  });

  test('all clauses of all filters are evaluated', () => {
    const { filters } = evaluateFilters([filter('F', 'x', 'y'), filter('G', 'y', 'x')], context);
    expect(filters.map(({ clauses }) => clauses.map(({ result }) => result))).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('undecided stays open unless the others decide', () => {
    const verdict = fc.constantFrom<Verdict>(true, false, 'undecided');
    fc.assert(
      fc.property(fc.array(verdict), (verdicts) => {
        const all = verdicts.includes(false) ? false : verdicts.includes('undecided') ? 'undecided' : true;
        const any = verdicts.includes(true) ? true : verdicts.includes('undecided') ? 'undecided' : false;
        expect([every(verdicts), some(verdicts)]).toEqual([all, any]);
      }),
    );
  });
});
