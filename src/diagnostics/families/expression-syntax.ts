import type { Entries } from '../entry.js';
import { type Placed, placed, quote } from './expression-entry.js';

/** Why the text of an expression cannot be read. */
export interface ExpressionSyntaxDiagnostics {
  'expression/empty': Placed;
  'expression/too-long': Placed & { length: number; limit: number };
  'expression/too-deep': Placed & { limit: number };
  'expression/unclosed': Placed & { what: 'parenthesis' | 'bracket' | 'string' };
  'expression/unopened': Placed;
  'expression/grouping': Placed;
  'expression/missing-comma': Placed;
  'expression/missing-operand': Placed & { operator: string };
  'expression/unexpected-character': Placed & { character: string };
  'expression/trailing-text': Placed & { text: string };
  'expression/empty-attribute': Placed;
  'expression/quotation-mark': Placed & { character: string };
  'expression/decimal-number': Placed & { number: string };
  'expression/number': Placed & { number: string };
  'expression/number-range': Placed & { number: string };
  'expression/arithmetic': Placed & { operator: string };
  'expression/concatenation': Placed;
  'expression/logical-operator': Placed & { operator: string };
  'expression/comparison-operator': Placed & { operator: string; instead: string };
  'expression/comparison-chain': Placed;
  'expression/setting': Placed & { name: string };
}

export const expressionSyntaxEntries: Entries<ExpressionSyntaxDiagnostics> = {
  'expression/empty': placed({
    title: 'Empty expression',
    message: () => 'The expression is empty.',
    why: 'A mapping of type Expression needs a function call; an attribute or a constant alone is accepted too.',
    advice: () => ['Write a function call such as Join(" ", [givenName], [surname]).'],
  }),
  'expression/too-long': placed({
    title: 'Expression too long',
    message: ({ length, limit }) => `The expression has ${length} characters; at most ${limit} are allowed.`,
    why: 'The service takes at most 10,000 characters per expression.',
    advice: () => ['Shorten it, or move a part of it to an extension attribute of the source.'],
  }),
  'expression/too-deep': placed({
    title: 'Expression nested too deeply',
    message: ({ limit }) => `The expression nests more than ${limit} calls.`,
    why: 'Published expressions nest about ten levels. The bound is this tool’s own; the service documents none.',
    advice: () => ['Use one Switch instead of many nested IIF.'],
    basis: 'assumed',
  }),
  'expression/unclosed': placed({
    title: 'Not closed',
    message: ({ what }) =>
      ({
        parenthesis: 'A parenthesis is opened here and never closed.',
        bracket: 'An attribute name is opened with [ here and never closed with ].',
        string: 'A text is opened with a quotation mark here and never closed.',
      })[what],
    why: 'Parentheses, brackets and quotation marks come in pairs. A backslash before a quotation mark makes it part of the text.',
    advice: ({ what }) => [
      { parenthesis: 'Add the missing ).', bracket: 'Add the missing ].', string: 'Add the missing ".' }[
        what
      ],
    ],
  }),
  'expression/unopened': placed({
    title: 'Parenthesis closed that was never opened',
    message: () => 'There is no open parenthesis for this ).',
    why: 'Parentheses come in pairs.',
    advice: () => ['Remove it, or add the missing ( before.'],
  }),
  'expression/grouping': placed({
    title: 'Parentheses that only group',
    message: () => 'A parenthesis may only follow the name of a function.',
    why: 'The language has no operators to group: a condition is one comparison.',
    advice: () => ['Remove the parentheses, or write the name of the function before them.'],
  }),
  'expression/missing-comma': placed({
    title: 'Comma missing',
    message: () => 'A comma is missing before this argument.',
    why: 'Arguments are separated by commas.',
    advice: () => [
      'Add the comma. A quotation mark inside a text is written \\", so an unescaped one may have ended the text too early.',
    ],
  }),
  'expression/missing-operand': placed({
    title: 'Comparison without a second value',
    message: ({ operator }) => `Nothing follows the operator ${operator}.`,
    why: 'A comparison has a value on both sides.',
    advice: () => ['Add the value to compare with.'],
  }),
  'expression/unexpected-character': placed({
    title: 'Unexpected character',
    message: ({ character }) => `The character ${quote(character)} has no meaning here.`,
    why: 'Outside of quotation marks and brackets there are only names, numbers, commas, parentheses and the six comparison operators.',
    advice: () => ['Put text in double quotes, and names of attributes in square brackets.'],
  }),
  'expression/trailing-text': placed({
    title: 'Text after the expression',
    message: ({ text }) => `The expression is complete, yet ${quote(text)} follows.`,
    why: 'A mapping expression is one function call, one attribute or one constant.',
    advice: () => ['Use Join or Append to put several values together.', 'Remove the rest.'],
  }),
  'expression/empty-attribute': placed({
    title: 'Attribute without a name',
    message: () => 'There is no name between the brackets.',
    why: 'Square brackets hold the name of a source attribute.',
    advice: () => ['Write the name of the attribute, such as [mail].', 'For an empty text write "".'],
  }),
  'expression/quotation-mark': placed({
    title: 'Wrong quotation mark',
    message: ({ character }) => `${character} is not a quotation mark of the language.`,
    why: 'Only the straight double quotation mark delimits text. Word processors and chat programs replace it by typographic ones.',
    advice: () => ['Replace it by ".'],
  }),
  'expression/decimal-number': placed({
    title: 'Number with a fraction',
    message: ({ number }) => `${number} is not a whole number.`,
    why: 'The language knows whole numbers only.',
    advice: () => ['Use a whole number.', 'If it is text, put it in double quotes.'],
  }),
  'expression/number': placed({
    title: 'Not a number',
    message: ({ number }) => `${quote(number)} is not a number.`,
    why: 'A number is decimal digits with an optional minus, or &H and hexadecimal digits.',
    advice: () => ['If it is text, put it in double quotes.'],
  }),
  'expression/number-range': placed({
    title: 'Number too large',
    message: ({ number }) => `${number} does not fit into 64 bits.`,
    why: 'Whole numbers reach from -9223372036854775808 to 9223372036854775807.',
    advice: () => ['If the digits are text, such as a telephone number, put them in double quotes.'],
    basis: 'assumed',
  }),
  'expression/arithmetic': placed({
    title: 'Arithmetic is not part of the language',
    message: ({ operator }) => `The operator ${operator} does not exist.`,
    why: 'The language has functions and six comparison operators, no arithmetic.',
    advice: ({ operator }) =>
      operator === '+'
        ? ['Use Append or Join to put text together.', 'Use DateAdd to add to a date.']
        : ['Use DateAdd with a negative number, or DateDiff, to calculate with dates.'],
  }),
  'expression/concatenation': placed({
    title: '& does not join text here',
    message: () => 'The operator & does not exist.',
    why: 'Entra Connect joins text with &; the expressions of provisioning do not.',
    advice: () => ['Use Append(first, second) or Join("", first, second, ...).'],
    basis: 'assumed',
  }),
  'expression/logical-operator': placed({
    title: 'No AND, OR, NOT between conditions',
    message: ({ operator }) => `The operator ${operator} does not exist.`,
    why: 'A condition is one comparison.',
    advice: ({ operator }) =>
      ({
        AND: ['Nest IIF in the second argument: IIF(first, IIF(second, "yes", "no"), "no").'],
        OR: ['Nest IIF in the third argument: IIF(first, "yes", IIF(second, "yes", "no")).'],
      })[operator] ?? ['Use the function Not(value), or swap the last two arguments of IIF.'],
  }),
  'expression/comparison-operator': placed({
    title: 'Unknown comparison operator',
    message: ({ operator }) => `The operator ${operator} does not exist.`,
    why: 'The comparison operators are =, <>, >, >=, < and <=.',
    advice: ({ instead }) => [`Write ${instead}.`],
  }),
  'expression/comparison-chain': placed({
    title: 'More than one comparison',
    message: () => 'A condition is one comparison; a second one follows.',
    why: 'Comparisons cannot be chained.',
    advice: () => ['Nest IIF instead: IIF(first, IIF(second, "yes", "no"), "no").'],
  }),
  'expression/setting': placed({
    title: 'Setting of a cloud sync job',
    message: ({ name }) => `%${name}% stands for a setting of a cloud sync job, which is not known here.`,
    why: 'Settings constants such as %DomainFQDN% belong to the job settings of cloud sync, and no evaluation outside of it has their values.',
    advice: () => ['Replace it by a constant with the value of the setting.'],
  }),
};
