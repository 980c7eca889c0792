import { fromClock, type Moment } from '../dotnet/dates/calendar.js';
import { readDate } from '../dotnet/dates/read-any.js';
import { readExact } from '../dotnet/dates/read-exact.js';
import { defaultStyles, type Styles } from '../dotnet/dates/styles.js';
import { writeDate } from '../dotnet/dates/write.js';
import { Failed } from '../evaluate/outcome.js';
import { problem } from '../problem.js';
import type { Environment } from '../value.js';
import { type Format, format, styles } from './date-parameters.js';
import { defineFunction, type Parameter } from './declaration.js';
import { nullable, optional, read } from './parameters.js';

type Source = (environment: Environment, input: Format | undefined, how: Styles) => Moment | Failed;

/** Date text that is read once its format is known; without a format, as CDate reads it. */
const source: Parameter<Source> = read<Source>(
  'source',
  'date',
  (value, { parameter, constant, fail }) =>
    (environment: Environment, input: Format | undefined, how: Styles) => {
      const present = (): Moment => fromClock(environment.now);
      if (input === undefined)
        return readDate(value, present) ?? fail('expression/date', { parameter, constant, value });
      return (
        readExact(value, input.parts, how, present) ??
        fail('expression/date-mismatch', { parameter, constant, value, format: input.text })
      );
    },
);

const formatDateTime = defineFunction({
  name: 'FormatDateTime',
  summary:
    'Reads a date with one format and prints it with another. With three places they are source, inputFormat and outputFormat; the input format may then be empty for the output of a date function.',
  parameters: [
    source,
    optional(styles('dateTimeStyles')),
    optional(nullable(format('inputFormat'))),
    format('outputFormat'),
  ],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'FormatDateTime([d], , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
      attributes: { d: '20150123105347.1Z' },
      expected: '2015-01-23',
      source: 'section 6, FormatDateTime',
    },
    {
      expression: 'FormatDateTime([d], "M/d/yyyy", "yyyyMMdd")',
      attributes: { d: '11/9/1989' },
      expected: '19891109',
      source: 'section 6, FormatDateTime: three arguments',
    },
    {
      expression: 'FormatDateTime(DateFromNum([n]), , "yyyyMMddHHmmss.0Z")',
      attributes: { n: '129699324000000000' },
      expected: '20120101230000.0Z',
      source:
        'the default mapping of pwdLastSet in an exported cloud sync schema, with section 6, DateFromNum',
    },
  ],
  arrange: (places) => (places.length === 3 ? [places[0], undefined, places[1], places[2]] : places),
  check: (places, { span, written }) =>
    written === 3 || places[2] !== undefined
      ? []
      : [
          problem('expression/missing-argument', span, {
            function: 'FormatDateTime',
            parameter: 'inputFormat',
            atLeast: 1,
            signature: 'FormatDateTime(source, dateTimeStyles?, inputFormat, outputFormat)',
          }),
        ],
  apply: (readSource, how, input, output, _site, environment) => {
    if (input === null) return null;
    const moment = readSource(environment, input, how ?? defaultStyles);
    return moment instanceof Failed ? moment : writeDate(moment, output.parts);
  },
});

/** Functions of dates in formats that the expression names. */
export const dateFormatFunctions = [formatDateTime];
