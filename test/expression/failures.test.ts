import { describe, expect, test } from '@jest/globals';
import { describe as inWords } from '../../src/diagnostics/describe.js';
import { expressionValueEntries } from '../../src/diagnostics/families/expression-values.js';
import { compile } from '../../src/expression/index.js';
import { environmentFor } from './evaluate-case.js';

/**
 * What only values show: expression, attributes, code, who can act. The codes are of this tool; that each is an error comes from the
 * language reference, section 6 at the function, and 1 and 4 for conversions.
 */
const failures: readonly (readonly [
  text: string,
  attributes: Readonly<Record<string, unknown>>,
  code: string,
  who: string,
])[] = [
  ['Append([a], "x")', { a: ['p', 'q'] }, 'expression/several-values', 'source'],
  ['Left("abc", [a])', { a: 'two' }, 'expression/not-a-number', 'source'],
  ['Left("abc", "two")', {}, 'expression/not-a-number', 'configuration'],
  ['IIF([a], "y", "n")', { a: 'maybe' }, 'expression/not-a-condition', 'source'],
  ['ConvertFromBase64("YQ==", [a])', { a: 'UTF7' }, 'expression/not-a-word', 'configuration'],
  ['CDate([a])', { a: 'soon' }, 'expression/date', 'source'],
  ['FormatDateTime([a], , "yyyy", "yy")', { a: '4 May' }, 'expression/date-mismatch', 'source'],
  ['FormatDateTime([a], , "yyyy", "%")', { a: '2020' }, 'expression/date-format', 'configuration'],
  ['FormatDateTime([a], "Roundtrip", "yyyy", "yy")', { a: '2020' }, 'expression/date-style', 'configuration'],
  ['DateAdd("q", 1, [a])', { a: '2020-01-01' }, 'expression/interval', 'configuration'],
  ['DateAdd("yyyy", 8000, [a])', { a: '2020-01-01' }, 'expression/date-range', 'source'],
  ['DateFromNum([a])', { a: '9223372036854775807' }, 'expression/file-time', 'source'],
  ['Item([a], 3)', { a: ['x'] }, 'expression/position', 'source'],
  ['SingleAppRoleAssignment([a])', { a: ['x', 'y'] }, 'expression/several-roles', 'source'],
  ['RandomString(3, 2, 2, 0, 0)', {}, 'expression/random-length', 'configuration'],
  ['RandomString(3, 3, 0, 0, 0, "0123456789")', {}, 'expression/random-characters', 'configuration'],
  ['ConvertFromBase64([a])', { a: 'YQ' }, 'expression/base64', 'source'],
  ['StringFromSid([a])', { a: 'YWE=' }, 'expression/sid', 'source'],
  ['ToLower([a], "no culture!")', { a: 'x' }, 'expression/culture', 'configuration'],
  [
    'Replace([a], , "^(a+)+$", , "", , )',
    { a: `${'a'.repeat(5000)}!` },
    'expression/pattern-undecided',
    'configuration',
  ],
  ['Replace([a], , "(?<g>a)", "h", "", , )', { a: 'a' }, 'expression/pattern-group', 'configuration'],
  ['Replace([a], "a", , , [a], , )', { a: 'a'.repeat(5000) }, 'expression/result-too-long', 'configuration'],
  ['Error([a])', { a: 'stop' }, 'expression/raised', 'source'],
  ['DefaultDomain()', {}, 'expression/default-domain', 'configuration'],
  ['IIF("x"="x", IgnoreObjectFlow, [a])', {}, 'expression/object-flow', 'configuration'],
];

describe('a failure', () => {
  test.each(failures)('%s on %j is %s', (text, attributes, code, who) => {
    const { value, diagnostics } = compile(text);
    expect(diagnostics.filter((diagnostic) => inWords(diagnostic).severity === 'error')).toEqual([]);
    const { evaluated, trace } = value!.trace(attributes, environmentFor());
    expect(evaluated).toEqual(value!.evaluate(attributes, environmentFor()));
    expect(evaluated).toMatchObject({ kind: 'failed', diagnostic: { code } });
    if (evaluated.kind !== 'failed') throw new Error('it did not fail');
    const told = inWords(evaluated.diagnostic);
    expect(told).toMatchObject({ severity: 'error', blame: who });
    expect(told.advice.length).toBeGreaterThan(1);
    expect(trace.outcome).toEqual({ kind: 'failed', message: told.message });
  });

  test('of each kind is among these', () => {
    const told = new Set(failures.map(([, , code]) => code));
    const elsewhere = ['expression/clock'];
    const missing = Object.keys(expressionValueEntries).filter(
      (code) => !told.has(code) && !elsewhere.includes(code),
    );
    expect(missing).toEqual([]);
  });
});
