import { describe, expect, test } from '@jest/globals';
import { describe as inWords } from '../../src/diagnostics/describe.js';
import { compile } from '../../src/expression/index.js';

/** Text, code, and the part that the carets mark. Source: "Static errors" of the language reference, section 2. */
const faults: readonly (readonly [text: string, code: string, marked: string])[] = [
  ['', 'expression/empty', ''],
  ['Append([a], "b"', 'expression/unclosed', '('],
  ['Append([a, "b")', 'expression/unclosed', '['],
  ['Append([a], "b)', 'expression/unclosed', '"'],
  ['ToLower([a]))', 'expression/unopened', ')'],
  ['ToLower(([a]))', 'expression/grouping', '('],
  ['Append([a] "b")', 'expression/missing-comma', '"b"'],
  ['IIF([a]=, "x", "y")', 'expression/missing-operand', '='],
  ['ToLower({a})', 'expression/unexpected-character', '{'],
  ['ToLower([a]) more', 'expression/trailing-text', 'more'],
  ['ToLower([])', 'expression/empty-attribute', '[]'],
  ["ToLower('a')", 'expression/quotation-mark', "'"],
  ['ToLower(„a“)', 'expression/quotation-mark', '„'],
  ['Left([a], 1.5)', 'expression/decimal-number', '1.5'],
  ['Left([a], 5abc)', 'expression/number', '5abc'],
  ['Left([a], &HXY)', 'expression/number', '&'],
  ['Left([a], 9223372036854775808)', 'expression/number-range', '9223372036854775808'],
  ['Left([a], 1+1)', 'expression/arithmetic', '+'],
  ['Left([a], 2-1)', 'expression/arithmetic', '-'],
  ['ToLower([a] & "b")', 'expression/concatenation', '&'],
  ['IIF([a]="x" and [b]="y", "1", "2")', 'expression/logical-operator', 'and'],
  ['IIF(NOT [a]="x", "1", "2")', 'expression/logical-operator', 'NOT'],
  ['IIF([a]=="x", "1", "2")', 'expression/comparison-operator', '=='],
  ['IIF([a]!="x", "1", "2")', 'expression/comparison-operator', '!='],
  ['IIF([a]="x"=[b], "1", "2")', 'expression/comparison-chain', '='],
  ['[a] = [b]', 'expression/comparison-place', '[a] ='],
  ['Append([a]="x", "b")', 'expression/comparison-place', '[a]="x"'],
  ['Join("@", [a], %DomainFQDN%)', 'expression/setting', '%DomainFQDN%'],
  ['Apend([a], "b")', 'expression/unknown-function', 'Apend'],
  ['Append([a])', 'expression/missing-argument', 'Append([a])'],
  ['ToLower([a], "", "x")', 'expression/too-many-arguments', 'ToLower([a], "", "x")'],
  ['Switch([a], "d", "k", "v", "k2")', 'expression/switch-pairs', 'Switch([a], "d", "k", "v", "k2")'],
  ['Append(SelectUniqueValue([a], [b]), "x")', 'expression/select-unique-place', 'SelectUniqueValue'],
  ['Replace([a], "x")', 'expression/replace-places', 'Replace([a], "x")'],
  ['Replace([a], , "(", , "x", , )', 'expression/pattern', '"("'],
  ['ToLower(mail)', 'expression/bare-word', 'mail'],
  ['InStr([a], "b", 1, vbTextCompar)', 'expression/bare-word', 'vbTextCompar'],
];

describe('faulty text', () => {
  test.each(faults)('%s is %s', (text, code, marked) => {
    const { value, diagnostics } = compile(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    const { start, end } = diagnostics[0]!.args as { start: number; end: number };
    expect(text.slice(start, end)).toBe(marked);
  });

  test('every fault that can be told apart is told at once', () => {
    const { diagnostics } = compile('Join(" ", Apend([a], "b"), Left([c]))');
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([
      'expression/unknown-function',
      'expression/missing-argument',
    ]);
  });

  test('the nearest function is named', () => {
    expect(compile('NormaliseDiacritics([a])').diagnostics[0]?.args).toMatchObject({
      nearest: 'NormalizeDiacritics',
      connectOnly: false,
    });
    expect(compile('Len([a])').diagnostics[0]?.args).toMatchObject({ connectOnly: true });
    expect(compile('Frobnicate([a])').diagnostics[0]?.args).toMatchObject({ nearest: null });
  });

  test('more than 10,000 characters are refused, 10,000 are not', () => {
    const filled = (length: number): string => `"${'x'.repeat(length - 2)}"`;
    expect(compile(filled(10_000)).diagnostics).toEqual([]);
    expect(compile(filled(10_001)).diagnostics[0]?.code).toBe('expression/too-long');
  });

  test('an excerpt has the line with carets below, cut around the place', () => {
    const frameOf = (text: string): string | undefined =>
      inWords(compile(text).diagnostics[0]!).advice.find(({ kind }) => kind === 'frame')?.text;
    expect(frameOf('Join(" ",\n  Apend([a]),\n  "x")')).toBe('  Apend([a]),\n  ^^^^^');
    const long = frameOf(`Join(" ", ${'[attribute], '.repeat(20)}mail, ${'[attribute], '.repeat(20)}"x")`)!;
    const [line, carets] = long.split('\n') as [string, string];
    expect(line.length).toBeLessThan(90);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('mail');
  });
});

describe('text that is accepted with a remark', () => {
  test.each([
    ['tolower([a])', 'expression/function-case', 'warning'],
    ['IIF([a]="", "x", "y")', 'expression/iif-null-check', 'info'],
    ['IIF(IsNullOrEmpty([a]), "x", [a])', 'expression/iif-null-check', 'info'],
    ['IIF(IsPresent([a]), [a], "x")', 'expression/iif-null-check', 'info'],
    ['Switch(IsPresent([a]), "x", "True", "y")', 'expression/switch-null-check', 'info'],
    ['Switch(IsNull([a]), "x", "True", "y")', 'expression/switch-null-check', 'info'],
  ])('%s: %s is of severity %s', (text, code, severity) => {
    const { value, diagnostics } = compile(text);
    expect(value).toBeDefined();
    expect(diagnostics.map((diagnostic) => inWords(diagnostic))).toMatchObject([{ code, severity }]);
  });

  test.each(['Switch([a],[a],"","Other")', 'IIF([a]="x", "1", "2")', 'Coalesce([mail],[upn])', '[mail]'])(
    '%s has no findings',
    (text) => {
      expect(compile(text).diagnostics).toEqual([]);
    },
  );
});

describe('a compiled expression', () => {
  test('names its attributes and functions in order of first mention', () => {
    const { value } = compile('join([b], ToLower([a]), ToLower([b]), "[c]")');
    expect(value?.attributes).toEqual(['b', 'a']);
    expect(value?.functions).toEqual(['Join', 'ToLower']);
  });

  test.each([
    ['calls', (depth: number) => `${'Not('.repeat(depth)}[a]${')'.repeat(depth)}`],
    [
      'functions of several arguments',
      (depth: number) => `${'Join("",'.repeat(depth)}[a]${')'.repeat(depth)}`,
    ],
  ])('nests 500 %s and refuses more', (_what, nest) => {
    const environment = { now: 0, random: () => 0 };
    const { value } = compile(nest(500));
    expect(value?.evaluate({}, environment).kind).toBe('value');
    expect(value?.trace({}, environment).evaluated.kind).toBe('value');
    expect(compile(nest(501)).diagnostics[0]?.code).toBe('expression/too-deep');
    expect(compile(nest(1100)).diagnostics[0]?.code).toBe('expression/too-deep');
  });
});
