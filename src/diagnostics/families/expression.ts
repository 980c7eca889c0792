import type { Entries } from '../entry.js';
import { type Placed, placed, quote } from './expression-entry.js';
import { type ExpressionSyntaxDiagnostics, expressionSyntaxEntries } from './expression-syntax.js';
import { type ExpressionValueDiagnostics, expressionValueEntries } from './expression-values.js';

/** Everything about a mapping expression: its text, what it calls, and what its evaluation met. */
export interface ExpressionDiagnostics extends ExpressionSyntaxDiagnostics, ExpressionValueDiagnostics {
  'expression/unknown-function': Placed & { name: string; nearest: string | null; connectOnly: boolean };
  'expression/unknown-attribute': Placed & { name: string; nearest: string | null };
  'expression/tree-differs': Placed & { exported: string };
  'expression/function-case': Placed & { name: string; listed: string };
  'expression/missing-argument': Placed & {
    function: string;
    parameter: string;
    atLeast: number;
    signature: string;
  };
  'expression/too-many-arguments': Placed & {
    function: string;
    most: number;
    given: number;
    signature: string;
  };
  'expression/switch-pairs': Placed & { given: number };
  'expression/select-unique-place': Placed;
  'expression/replace-places': Placed & { filled: readonly string[] };
  'expression/bare-word': Placed & { word: string; words: readonly string[] };
  'expression/comparison-place': Placed;
  'expression/pattern': Placed & { pattern: string; problem: string; offset: number };
  'expression/iif-null-check': Placed & { check: string };
  'expression/switch-null-check': Placed & { check: string };
}

export const expressionEntries: Entries<ExpressionDiagnostics> = {
  ...expressionSyntaxEntries,
  ...expressionValueEntries,
  'expression/unknown-function': placed({
    title: 'Unknown function',
    message: ({ name, connectOnly }) =>
      connectOnly
        ? `${name} is a function of Entra Connect sync, not of provisioning.`
        : `There is no function ${quote(name)}.`,
    why: 'Only the functions of the application provisioning reference, and the few that real schemas show beside them, exist.',
    advice: ({ nearest }) => [
      ...(nearest === null ? [] : [`Did you mean ${nearest}?`]),
      'help expressions lists every function.',
    ],
  }),
  'expression/unknown-attribute': placed({
    title: 'Unknown source attribute',
    severity: 'warning',
    message: ({ name }) => `The source object of the schema has no attribute ${quote(name)}.`,
    why: 'The schema lists the attributes of the source. A name that it does not list has no value, and the service refuses to save one that differs in letter case alone.',
    advice: ({ nearest }) => [
      ...(nearest === null ? [] : [`Did you mean [${nearest}]?`]),
      'Add the attribute to the source object of the schema, or correct its name.',
    ],
  }),
  'expression/tree-differs': placed({
    title: 'Expression and exported tree disagree',
    severity: 'warning',
    message: ({ exported }) =>
      `The text of the expression and the exported tree disagree here: the tree has ${quote(exported)}.`,
    why: 'An exported schema has every expression twice, as text and as a tree. Nothing public says which of the two the service takes; this tool takes the text.',
    advice: () => [
      'Save the expression in the portal once more and export again, or make the tree like the text.',
    ],
    basis: 'assumed',
  }),
  'expression/function-case': placed({
    title: 'Function in other letter case',
    severity: 'warning',
    message: ({ name, listed }) => `${name} is listed as ${listed}.`,
    why: 'The language is declared case-sensitive. One published expression shows that the service may be lenient; nothing promises it.',
    advice: ({ listed }) => [`Write ${listed}.`],
  }),
  'expression/missing-argument': placed({
    title: 'Argument missing',
    message: ({ function: name, parameter, atLeast }) =>
      atLeast > 1
        ? `${name} needs at least ${atLeast} values for ${parameter}.`
        : `${name} needs a value for ${parameter}.`,
    why: 'A required place may be neither left out nor left empty.',
    advice: ({ signature }) => [`The form is ${signature}.`],
  }),
  'expression/too-many-arguments': placed({
    title: 'Too many arguments',
    message: ({ function: name, most, given }) => `${name} takes at most ${most} arguments, not ${given}.`,
    why: 'Every comma makes a place, also where nothing follows it.',
    advice: ({ signature }) => [`The form is ${signature}.`],
  }),
  'expression/switch-pairs': placed({
    title: 'Keys and values not in pairs',
    message: ({ given }) =>
      `Switch has ${given} arguments; after the source and the default value come pairs of key and value.`,
    why: 'An odd number of arguments leaves a key without a value.',
    advice: () => [
      'Add the missing key or value.',
      'To have no default value, leave its place empty: Switch([a], , "key", "value").',
    ],
  }),
  'expression/select-unique-place': placed({
    title: 'SelectUniqueValue inside another function',
    message: () => 'SelectUniqueValue may only be the outermost function.',
    why: 'The service asks the target about each candidate after the whole expression has been evaluated.',
    advice: () => [
      'Move the outer function into every rule: SelectUniqueValue(Append(rule1, "x"), Append(rule2, "x")).',
    ],
  }),
  'expression/replace-places': placed({
    title: 'Replace with an undocumented combination of places',
    message: ({ filled }) =>
      `Replace has no form with ${filled.length === 0 ? 'the source alone' : `source, ${filled.join(', ')}`}.`,
    why: 'Which of its seven places are filled decides what Replace does. Five combinations are documented.',
    advice: () => [
      'oldValue with replacementValue, or with template.',
      'regexPattern with replacementValue, or with regexGroupName and replacementValue, or with regexGroupName and replacementAttributeName.',
      'Count the commas: Replace(source, oldValue, regexPattern, regexGroupName, replacementValue, replacementAttributeName, template).',
    ],
  }),
  'expression/bare-word': placed({
    title: 'Word without quotes or brackets',
    message: ({ word, words }) =>
      words.length === 0
        ? `${quote(word)} is neither text nor an attribute nor a function call.`
        : `${quote(word)} is none of ${words.join(', ')}.`,
    why: 'Bare words exist only as the constants of a few parameters, such as vbTextCompare.',
    advice: ({ word, words }) =>
      words.length > 0 ? [] : [`For text write "${word}".`, `For an attribute write [${word}].`],
  }),
  'expression/comparison-place': placed({
    title: 'Comparison where no condition is expected',
    message: () => 'A comparison may only stand in the first argument of IIF, or in CBool.',
    why: 'Elsewhere a value is expected, and a comparison is none.',
    advice: () => ['Wrap it: CBool(left = right), or IIF(left = right, "yes", "no").'],
  }),
  'expression/pattern': placed({
    title: 'Invalid regular expression',
    message: ({ pattern, problem, offset }) =>
      `The pattern ${quote(pattern)} is not valid at character ${offset + 1}: ${problem}.`,
    why: 'Patterns are those of .NET. In the text of an expression every backslash of a pattern is written twice.',
    advice: () => ['Correct the pattern. JavaScript and .NET patterns differ in details.'],
  }),
  'expression/iif-null-check': placed({
    title: 'Condition documented as unsupported',
    severity: 'info',
    message: ({ check }) => `The function reference lists ${check} as an unsupported condition of IIF.`,
    why: 'The reference says that a check of a null or empty attribute fails. Other pages of Microsoft and the defaults of cloud sync use IsPresent and IsNullOrEmpty there; they get their documented value here. A comparison with an empty text is always false.',
    advice: () => ['The recommended test is Switch([a], [a], "", "Other").'],
  }),
  'expression/switch-null-check': placed({
    title: 'Null check as the source of Switch',
    severity: 'info',
    message: ({ check }) => `The function reference advises against ${check} as the source of Switch.`,
    why: 'A documented caution, although two pages of Microsoft show it. The boolean compares as the text True or False.',
    advice: () => ['The recommended test is Switch([a], [a], "", "Other").'],
  }),
};
