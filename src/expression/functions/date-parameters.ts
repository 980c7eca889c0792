import { fromClock } from '../dotnet/dates/calendar.js';
import { type FormatPart, partsOf } from '../dotnet/dates/format-parts.js';
import { type Interval, intervals } from '../dotnet/dates/intervals.js';
import { readDate } from '../dotnet/dates/read-any.js';
import { readStyles, type Styles } from '../dotnet/dates/styles.js';
import type { Failed } from '../evaluate/outcome.js';
import type { Environment } from '../value.js';
import type { Parameter } from './declaration.js';
import { read } from './parameters.js';

/** A date that is read when the clock is known: a text without a year is of the current one. Gives ticks, UTC. */
export type DateArgument = (environment: Environment) => bigint | Failed;

/** Date text in any form that .NET's DateTime.Parse takes; without an offset it is UTC. */
export const date = (name: string): Parameter<DateArgument> =>
  read<DateArgument>(
    name,
    'date',
    (value, { parameter, constant, fail }) =>
      (environment: Environment) =>
        readDate(value, () => fromClock(environment.now))?.ticks ??
        fail('expression/date', { parameter, constant, value }),
  );

/** One of the intervals of DateAdd and DateDiff. */
export const interval = (name: string): Parameter<Interval> =>
  read<Interval>(
    name,
    'interval',
    (value, { parameter, constant, fail }) =>
      intervals.find((each) => each === value) ?? fail('expression/interval', { parameter, constant, value }),
  );

/** A format with its text, for messages. */
export interface Format {
  readonly text: string;
  readonly parts: readonly FormatPart[];
}

/** A custom date format, or one of the standard formats s, u, o and r. */
export const format = (name: string): Parameter<Format> =>
  read<Format>(name, 'format', (value, { parameter, constant, fail }) => {
    const parts = partsOf(value);
    return parts === undefined
      ? fail('expression/date-format', { parameter, constant, value })
      : { text: value, parts };
  });

/** Names of DateTimeStyles. */
export const styles = (name: string): Parameter<Styles> =>
  read<Styles>(
    name,
    'styles',
    (value, { parameter, constant, fail }) =>
      readStyles(value) ?? fail('expression/date-style', { parameter, constant, value }),
  );
