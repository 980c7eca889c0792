import { describe, expect, test } from '@jest/globals';
import { compile, type Trace, type Value } from '../../src/expression/index.js';
import { environmentFor, toExpected } from './evaluate-case.js';

function trace(text: string, attributes: Record<string, Value>) {
  return compile(text).value!.trace(attributes, environmentFor());
}

/** The trace as lines: text, outcome. */
function linesOf({ text, outcome, redacted, parts }: Trace, indent = ''): readonly string[] {
  const shown =
    outcome.kind === 'value'
      ? `= ${JSON.stringify(outcome.value, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))}`
      : outcome.kind;
  return [
    `${indent}${text} ${shown}${redacted ? ' redacted' : ''}`,
    ...parts.flatMap((part) => linesOf(part, `${indent}  `)),
  ];
}

describe('a trace', () => {
  test('has the value of every part, and says which branch was not evaluated', () => {
    const { trace: root } = trace('IIF([a]="x", ToUpper([a]), Left([b], 2))', { a: 'x', b: 'long' });
    expect(linesOf(root)).toEqual([
      'IIF([a]="x", ToUpper([a]), Left([b], 2)) = "X"',
      '  [a]="x" = true',
      '    [a] = "x"',
      '    "x" = "x"',
      '  ToUpper([a]) = "X"',
      '    [a] = "x"',
      '  Left([b], 2) notEvaluated',
      '    [b] notEvaluated',
      '    2 notEvaluated',
    ]);
  });

  test('marks what was dropped and what failed', () => {
    expect(linesOf(trace('IgnoreFlowIfNullOrEmpty([a])', {}).trace)).toEqual([
      'IgnoreFlowIfNullOrEmpty([a]) dropped',
      '  [a] = null',
    ]);
    const { trace: failed } = trace('Append(CDate([a]), "x")', { a: 'soon' });
    expect(failed.parts[0]?.outcome).toEqual({ kind: 'failed', message: 'CDate: "soon" is not a date.' });
  });

  test('marks redacted parts, and what is made of them', () => {
    expect(linesOf(trace('Join("-", Append(Redact([a]), "x"), [b])', { a: '1', b: '2' }).trace)).toEqual([
      'Join("-", Append(Redact([a]), "x"), [b]) = "1x-2" redacted',
      '  "-" = "-"',
      '  Append(Redact([a]), "x") = "1x" redacted',
      '    Redact([a]) = "1" redacted',
      '      [a] = "1" redacted',
      '    "x" = "x"',
      '  [b] = "2"',
    ]);
  });

  test('a failure about a redacted value does not show it', () => {
    const { evaluated } = trace('CDate(Redact([ssn]))', { ssn: '078-05-1120x' });
    expect(evaluated.kind).toBe('failed');
    expect(JSON.stringify(evaluated)).not.toContain('078-05-1120x');
  });

  test('shows each rule of SelectUniqueValue, and as its value the first candidate', () => {
    const { evaluated, trace: root } = trace('SelectUniqueValue([a], Append([a], "1"))', { a: 'x' });
    expect(evaluated).toEqual({ kind: 'candidates', values: ['x', 'x1'] });
    expect(linesOf(root)).toEqual([
      'SelectUniqueValue([a], Append([a], "1")) = "x"',
      '  [a] = "x"',
      '  Append([a], "1") = "x1"',
      '    [a] = "x"',
      '    "1" = "1"',
    ]);
  });

  test.each([
    'Switch([a], "d", "x", Guid(), "y", RandomString(8,1,1,1,1))',
    'Join("", Guid(), [a], RandomString(8,0,0,0,0))',
    'SelectUniqueValue(Guid(), [a])',
    'IIF([a]<>"x", Error("x"), CDate([a]))',
  ])('%s: tracing gives what evaluating gives', (text) => {
    const expression = compile(text).value!;
    for (const a of ['x', 'y', null]) {
      const traced = expression.trace({ a }, environmentFor()).evaluated;
      expect(traced).toEqual(expression.evaluate({ a }, environmentFor()));
      expect(toExpected(traced)).toBeDefined();
    }
  });
});
