import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compile, createRandom, functions, toText, toValue, type Value } from '../../src/expression/index.js';
import { environmentFor } from './evaluate-case.js';

const anyText = fc.string({
  unit: fc.constantFrom(...Array.from('abI1 .,-:/"\\[]()$'), 'é', 'ß', 'İ', '\ud83d', '\u0301', '\n'),
});
const anyJson = fc.oneof(
  fc.jsonValue(),
  anyText,
  fc.array(anyText, { maxLength: 3 }),
  fc.bigInt(),
  fc.constant(undefined),
);
const anyAttributes = fc.dictionary(fc.constantFrom('a', 'b', 'appRoleAssignments', '__proto__'), anyJson);

/** Pieces that expressions are made of, in any order: mostly faulty text. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...functions.map(({ name }) => name),
      ...[
        '(',
        ')',
        ',',
        ' ',
        '[a]',
        '[b]',
        '"x"',
        '"',
        '[',
        '5',
        '-',
        '&H',
        '=',
        '<>',
        '"(?<g>x)"',
        '%A%',
        '“',
      ],
      ...['NOT', 'AND', 'UTF8', 'IgnoreAttributeFlow', '\n'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const quoted = anyText.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`);

/** Expressions that mostly compile: calls with as many arguments as the function has parameters. */
const { call } = fc.letrec<{ call: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('[a]', '[b]', '"2020-01-02"', '"yyyy-MM-dd"', '"d"', '"True"'),
    quoted,
    fc.integer({ min: -3, max: 300 }).map(String),
    tie('call'),
  ),
  call: fc
    .tuple(fc.constantFrom(...functions), fc.array(tie('operand'), { minLength: 7, maxLength: 7 }))
    .map(([{ name, parameters }, operands]) => {
      const repeats = parameters.at(-1)?.presence === 'repeating';
      return `${name}(${operands.slice(0, parameters.length + (repeats ? 1 : 0)).join(', ')})`;
    }),
}));

function everythingOf(text: string, attributes: Record<string, unknown>): void {
  const { value: expression, diagnostics } = compile(text);
  for (const { args } of diagnostics) {
    const { start, end } = args as { start: number; end: number };
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  if (expression === undefined) {
    expect(diagnostics.length).toBeGreaterThan(0);
    return;
  }
  const values = Object.fromEntries(Object.entries(attributes).map(([name, json]) => [name, toValue(json)]));
  const evaluated = expression.evaluate(values, environmentFor());
  expect(expression.trace(values, environmentFor()).evaluated).toEqual(evaluated);
}

describe('any text and any attributes give a value or a diagnostic', () => {
  test('pieces of expressions', () => {
    fc.assert(fc.property(pieces, anyAttributes, everythingOf), { numRuns: 1500 });
  });

  test('calls of every function', () => {
    fc.assert(fc.property(call, anyAttributes, everythingOf), { numRuns: 3000 });
  });

  test('arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), anyAttributes, everythingOf));
  });

  test.each([
    ['opening parentheses', '('.repeat(10_000)],
    ['nested calls', 'Not('.repeat(2_500)],
    ['nested calls that are closed', `${'Not('.repeat(1_999)}[a]${')'.repeat(1_999)}`],
    ['brackets', '['.repeat(10_000)],
    ['commas', `Coalesce(${','.repeat(9_990)})`],
    ['arguments', `Coalesce(${'[a],'.repeat(2_490)}"x")`],
    ['backslashes', `"${'\\'.repeat(9_998)}`],
  ])('10,000 characters of %s', (_what, text) => {
    everythingOf(text, { a: null });
  });

  test('replacements that grow without end are stopped', () => {
    const grow = 'Replace(';
    const text = `${grow.repeat(200)}[a]${',"x",,,"xxxxxxxx")'.repeat(200)}`;
    expect(compile(text).value?.evaluate({ a: 'x' }, environmentFor())).toMatchObject({
      kind: 'failed',
      diagnostic: { code: 'expression/result-too-long' },
    });
  });

  test('a pattern that inserts its whole input at every place is stopped', () => {
    const text = 'Replace([a], , ".", , "$_$_", , )';
    expect(compile(text).value?.evaluate({ a: 'x'.repeat(20_000) }, environmentFor())).toMatchObject({
      kind: 'failed',
      diagnostic: { code: 'expression/result-too-long' },
    });
  });

  test('a pattern that backtracks without end is undecided, not unmatched', () => {
    const text = 'Replace([a], , "^(a+)+$", , "x", , )';
    expect(compile(text).value?.evaluate({ a: `${'a'.repeat(60)}!` }, environmentFor())).toMatchObject({
      kind: 'failed',
      diagnostic: { code: 'expression/pattern-undecided' },
    });
  });
});

describe('laws', () => {
  const evaluate = (text: string, attributes: Record<string, Value>): Value => {
    const evaluated = compile(text).value!.evaluate(attributes, environmentFor());
    if (evaluated.kind !== 'value') throw new Error(`not a value: ${text}`);
    return evaluated.value;
  };

  test('a quoted text is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (a) => {
        expect(evaluate(`"${a.replace(/["\\]/g, '\\$&')}"`, {})).toBe(a);
      }),
    );
  });

  test('upper and lower case keep the length (one character for one)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 'tr', 'en-US'), (a, culture) => {
        expect(String(evaluate(`ToUpper([a], "${culture}")`, { a }))).toHaveLength(a.length);
        expect(String(evaluate(`ToLower([a], "${culture}")`, { a }))).toHaveLength(a.length);
        expect(String(evaluate('PCase([a])', { a }))).toHaveLength(a.length);
      }),
      { numRuns: 500 },
    );
  });

  test('DateFromNum is undone by NumFromDate, to the second', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 265046774399n), (seconds) => {
        const a = seconds * 10_000_000n;
        expect(evaluate('NumFromDate(DateFromNum([a]))', { a })).toBe(a);
      }),
    );
  });

  test('every moment survives the round trip format', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2650467743999999999n), (ticks) => {
        const text = evaluate('FormatDateTime(DateFromNum([a]), , "o")', { a: ticks });
        expect(evaluate('FormatDateTime([t], "o", "o")', { t: text })).toBe(text);
        expect(evaluate('NumFromDate([t])', { t: text })).toBe(ticks - (ticks % 10_000_000n));
      }),
    );
  });

  test('Base64 and back is the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (a) => {
        expect(evaluate('ConvertFromBase64(ConvertToBase64([a]))', { a })).toBe(a);
      }),
    );
  });

  test('Split and Join undo each other where there is no white space', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1 }), (a) => {
        expect(toText(evaluate('Split(Join("|", [a]), "|")', { a }))).toEqual(a);
      }),
    );
  });

  test('random numbers are uniform within [0, 1) and depend on the seed alone', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const [one, other] = [createRandom(seed), createRandom(seed)];
        for (let index = 0; index < 20; index += 1) {
          const number = one();
          expect(number).toBe(other());
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThan(1);
        }
      }),
    );
    const random = createRandom('mean');
    const mean = Array.from({ length: 10_000 }, random).reduce((sum, each) => sum + each, 0) / 10_000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
