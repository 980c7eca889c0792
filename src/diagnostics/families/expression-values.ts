import type { Blame } from '../diagnostic.js';
import type { Entries } from '../entry.js';
import { type Placed, placed, quote } from './expression-entry.js';

interface Called extends Placed {
  function: string;
}

/** A value that a function cannot take. `constant`: it stands in the expression itself. */
interface Refused extends Called {
  parameter: string;
  value: string;
  constant: boolean;
}

/** What the evaluation of an expression met. */
export interface ExpressionValueDiagnostics {
  'expression/not-a-number': Refused;
  'expression/not-a-condition': Refused;
  'expression/several-values': Refused & { count: number };
  'expression/not-a-word': Refused & { words: readonly string[] };
  'expression/culture': Refused;
  'expression/interval': Refused;
  'expression/date': Refused;
  'expression/date-mismatch': Refused & { format: string };
  'expression/date-format': Refused;
  'expression/date-style': Refused;
  'expression/date-range': Called;
  'expression/file-time': Called & { value: string };
  'expression/position': Called & { position: string; count: number };
  'expression/several-roles': Called & { count: number };
  'expression/random-length': Called & { length: string; minima: string };
  'expression/random-characters': Called;
  'expression/base64': Called & { value: string };
  'expression/sid': Called & { value: string };
  'expression/pattern-undecided': Called & { pattern: string; value: string };
  'expression/pattern-group': Called & { pattern: string; group: string; groups: readonly string[] };
  'expression/result-too-long': Called & { limit: number };
  'expression/raised': Called & { value: string };
  'expression/default-domain': Called;
  'expression/object-flow': Placed;
  'expression/clock': Placed & { value: string };
}

const who = ({ constant }: Refused): Blame => (constant ? 'configuration' : 'source');

const correct = ({ constant, value }: Refused): readonly string[] =>
  constant
    ? ['Correct the constant.']
    : [`source: correct the value ${quote(value)}`, 'configuration: test for it with IIF or Switch before'];

export const expressionValueEntries: Entries<ExpressionValueDiagnostics> = {
  'expression/not-a-number': placed({
    title: 'Whole number needed',
    blame: who,
    message: (args) => `${args.function}: ${args.parameter} needs a whole number, not ${quote(args.value)}.`,
    why: 'Where a number is needed, text made of digits with an optional minus is taken, within 64 bits. Any other text is an error.',
    advice: correct,
  }),
  'expression/not-a-condition': placed({
    title: 'Neither True nor False',
    blame: who,
    message: (args) => `${args.function}: ${args.parameter} is ${quote(args.value)}, neither True nor False.`,
    why: 'A condition is a comparison, a function that gives a boolean, or a value whose text is True or False.',
    advice: () => ['Compare it: IIF([a] = "value", ..., ...).'],
    basis: 'assumed',
  }),
  'expression/several-values': placed({
    title: 'List where one value is needed',
    blame: who,
    message: (args) =>
      `${args.function}: ${args.parameter} takes one value, and there are ${args.count}: ${quote(args.value)}.`,
    why: 'What the service makes of a multi-valued attribute here is not documented, so nothing is guessed.',
    advice: () => ['Take one value with Item([a], 1).', 'Or make one text of all with Join(", ", [a]).'],
    basis: 'assumed',
  }),
  'expression/not-a-word': placed({
    title: 'Unknown constant',
    blame: 'configuration',
    message: (args) =>
      `${args.function}: ${args.parameter} is ${quote(args.value)}, none of ${args.words.join(', ')}.`,
    why: 'The parameter takes one of a few constants.',
    advice: ({ words }) => [`Write one of ${words.join(', ')}.`],
  }),
  'expression/culture': placed({
    title: 'Not the name of a culture',
    blame: who,
    message: (args) => `${args.function}: ${quote(args.value)} is not the name of a culture.`,
    why: 'A culture is named by language and region, such as tr-TR. .NET refuses other text.',
    advice: () => ['Write a name such as tr-TR, or leave the place empty for the invariant culture.'],
  }),
  'expression/interval': placed({
    title: 'Unknown interval',
    blame: who,
    message: (args) => `${args.function}: ${args.parameter} is ${quote(args.value)}.`,
    why: 'The intervals of the reference are the only ones. n is the minute, m the month.',
    advice: () => [
      'It must be one of yyyy (year), m (month), d (day), ww (week), h (hour), n (minute), s (second).',
    ],
  }),
  'expression/date': placed({
    title: 'Not a date',
    blame: who,
    message: (args) => `${args.function}: ${quote(args.value)} is not a date.`,
    why: 'Dates are read as .NET DateTime.Parse does with the invariant culture: month before day, impossible dates are errors, empty text too.',
    advice: (args) => [
      'For another form of date, read it with FormatDateTime and its input format.',
      ...correct(args),
    ],
    basis: 'assumed',
  }),
  'expression/date-mismatch': placed({
    title: 'Date does not have the input format',
    blame: who,
    message: (args) => `${args.function}: ${quote(args.value)} does not have the form ${quote(args.format)}.`,
    why: 'The text is read exactly: every letter of the format needs its digits, and numbers must be in range.',
    advice: (args) => [
      'Correct the input format: M is the month, m the minute, H the hour of 24, h of 12.',
      ...correct(args),
    ],
    basis: 'assumed',
  }),
  'expression/date-format': placed({
    title: 'Invalid date format',
    blame: who,
    message: (args) => `${args.function}: ${args.parameter} ${quote(args.value)} is not a date format.`,
    why: 'A custom format of .NET: quotations are closed, at most seven f, no % or \\ at the end. A lone letter is a standard format, of which s, u, o and r depend on no culture.',
    advice: () => ['Correct the format. A lone letter needs a % before it to be a custom format.'],
  }),
  'expression/date-style': placed({
    title: 'Unknown date style',
    blame: who,
    message: (args) =>
      `${args.function}: ${quote(args.value)} does not name DateTimeStyles of .NET that go together.`,
    why: 'dateTimeStyles is one name of the .NET enumeration or several, separated by commas. RoundtripKind goes with none of AssumeLocal, AssumeUniversal and AdjustToUniversal.',
    advice: () => ['Leave the place empty for RoundtripKind, AllowLeadingWhite and AllowTrailingWhite.'],
  }),
  'expression/date-range': placed({
    title: 'Date out of range',
    blame: 'source',
    message: (args) => `${args.function}: the result is not within the years 1 to 9999.`,
    why: 'Dates of .NET reach from year 1 to year 9999.',
    advice: () => ['Check the date and the number added to it.'],
  }),
  'expression/file-time': placed({
    title: 'Not an Active Directory time',
    blame: 'source',
    message: (args) => `${args.function}: ${quote(args.value)} has no counterpart.`,
    why: 'File times count from 1601 to 9999. 9223372036854775807 means "never" in Active Directory and is no moment.',
    advice: () => ['Test for the value before: IIF([accountExpires] = "9223372036854775807", ..., ...).'],
  }),
  'expression/position': placed({
    title: 'Position out of bounds',
    blame: 'source',
    message: (args) =>
      `${args.function}: there is no position ${args.position}; the value has ${args.count}.`,
    why: 'Positions count from 1. A position that does not exist is an error.',
    advice: () => ['Check how many values there are with Count.'],
  }),
  'expression/several-roles': placed({
    title: 'Several app roles assigned',
    blame: 'source',
    message: (args) => `${args.function} allows one assigned app role, and there are ${args.count}.`,
    why: 'The documentation calls several roles unsupported here. People report an arbitrary role, or a failure that names the number found.',
    advice: () => [
      'source: assign one role, and mind the roles that come through groups',
      'configuration: use AssertiveAppRoleAssignmentsComplex, which takes several roles',
    ],
  }),
  'expression/random-length': placed({
    title: 'Impossible length of a random text',
    message: (args) =>
      `${args.function}: a length of ${args.length} does not go with minima of ${args.minima}.`,
    why: 'The length is at most 256, no number is negative, and the minima do not add up to more than the length.',
    advice: () => ['Raise the length or lower the minima.'],
    basis: 'assumed',
  }),
  'expression/random-characters': placed({
    title: 'No characters left',
    message: (args) =>
      `${args.function}: charactersToAvoid leaves no character of a class that is asked for.`,
    why: 'Each class with a minimum needs at least one character.',
    advice: () => ['Avoid fewer characters.'],
    basis: 'assumed',
  }),
  'expression/base64': placed({
    title: 'Not Base64',
    blame: 'source',
    message: (args) => `${args.function}: ${quote(args.value)} is not Base64 with its padding.`,
    why: 'Base64 has a multiple of four characters, = at the end included.',
    advice: () => ['source: check the value of the attribute'],
  }),
  'expression/sid': placed({
    title: 'Not a security identifier',
    blame: 'source',
    message: (args) =>
      `${args.function}: ${quote(args.value)} is not the Base64 text of a binary security identifier.`,
    why: 'A SID has a revision, a count, six bytes of authority and four bytes for each part.',
    advice: () => ['source: give the attribute objectSid as Graph and LDAP exports do, in Base64'],
    basis: 'assumed',
  }),
  'expression/pattern-undecided': placed({
    title: 'Regular expression could not decide',
    message: (args) =>
      `${args.function}: the pattern ${quote(args.pattern)} needs too many steps on ${quote(args.value)}.`,
    why: 'Nested repetitions try ever more ways to match. The steps are counted, not timed, so the answer is the same on every machine. It is neither a match nor none.',
    advice: () => [
      'Avoid repetitions within repetitions, such as (a+)+.',
      'Make the pattern more specific, or anchor it.',
    ],
    basis: 'assumed',
  }),
  'expression/pattern-group': placed({
    title: 'Unknown group',
    message: (args) =>
      `${args.function}: the pattern ${quote(args.pattern)} has no group ${quote(args.group)}${args.groups.length === 0 ? '' : `, only ${args.groups.join(', ')}`}.`,
    why: 'regexGroupName names a group of the pattern: (?<name>...).',
    advice: () => ['Name the group, or correct regexGroupName. Letter case counts.'],
    basis: 'assumed',
  }),
  'expression/result-too-long': placed({
    title: 'Result too long',
    message: (args) => `${args.function}: the result has more than ${args.limit} characters.`,
    why: 'The bound is this tool’s own: nested replacements can make a text grow without end.',
    advice: () => ['Check what is replaced by what.'],
    basis: 'assumed',
  }),
  'expression/raised': placed({
    title: 'Error raised by the expression',
    blame: 'source',
    message: (args) => `The expression raised an error: ${args.value}`,
    why: 'The function Error fails the object with its message.',
    advice: () => ['Look at the condition under which the expression calls Error.'],
  }),
  'expression/default-domain': placed({
    title: 'Default domain not known',
    message: () =>
      'DefaultDomain stands for the default domain of the tenant, which an evaluation does not know.',
    why: 'No attribute of the object holds it.',
    advice: () => ['Replace DefaultDomain() by the name of the domain in quotes.'],
    basis: 'assumed',
  }),
  'expression/object-flow': placed({
    title: 'IgnoreObjectFlow',
    message: () => 'The expression takes the whole object out of the flow.',
    why: 'One published guide for Workday uses IgnoreObjectFlow as a branch of IIF. No reference describes it, and what the service then does with the object is not known.',
    advice: () => ['Use a scoping filter to leave objects out.'],
    basis: 'observed',
  }),
  'expression/clock': placed({
    title: 'Not a moment',
    message: (args) => `The option now is ${quote(args.value)}, which is no moment.`,
    why: 'The clock that an expression sees is a valid Date or text in ISO 8601.',
    advice: () => ['Write it such as 2026-01-31T12:00:00Z.'],
  }),
};
