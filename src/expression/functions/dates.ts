import { fileTimeEpoch, fromClock, isInRange } from '../dotnet/dates/calendar.js';
import { addInterval, countIntervals } from '../dotnet/dates/intervals.js';
import { writeFixed } from '../dotnet/dates/write.js';
import { isStop } from '../evaluate/outcome.js';
import { date, interval } from './date-parameters.js';
import { defineFunction } from './declaration.js';
import { number } from './parameters.js';

const cDate = defineFunction({
  name: 'CDate',
  summary: 'Reads date text and gives it in UTC, in the form M/d/yyyy h:mm:ss tt.',
  parameters: [date('expression')],
  result: 'date',
  basis: 'documented',
  examples: [
    { expression: 'CDate("2020-03-16-07:00")', expected: '3/16/2020 7:00:00 AM', source: 'section 6, CDate' },
    { expression: 'CDate("2021-06-30+08:00")', expected: '6/29/2021 4:00:00 PM', source: 'section 6, CDate' },
    { expression: 'CDate("")', expected: { error: true }, source: 'section 5, CDate: empty text' },
  ],
  apply: (readDate, _site, environment) => {
    const ticks = readDate(environment);
    return isStop(ticks) ? ticks : writeFixed(ticks);
  },
});

const now = defineFunction({
  name: 'Now',
  summary: 'The current time in UTC.',
  parameters: [],
  result: 'date',
  nulls: 'no arguments',
  basis: 'documented',
  examples: [
    {
      expression: 'Now()',
      now: '2021-07-02T15:33:38Z',
      expected: '7/2/2021 3:33:38 PM',
      source: 'section 6, Now',
    },
  ],
  apply: (_site, environment) => writeFixed(fromClock(environment.now).ticks),
});

const dateAdd = defineFunction({
  name: 'DateAdd',
  summary: 'A date some intervals later, or earlier when the number is negative.',
  parameters: [interval('interval'), number('value'), date('dateTime')],
  result: 'date',
  basis: 'documented',
  examples: [
    {
      expression: 'DateAdd("m", 10, CDate("2012-03-16-07:00"))',
      expected: '1/16/2013 7:00:00 AM',
      source: 'section 6, DateAdd',
    },
    {
      expression: 'DateAdd("m", 1, CDate("2021-01-31"))',
      expected: '2/28/2021 12:00:00 AM',
      source: 'section 6, DateAdd: the end of the month',
    },
  ],
  apply: (unit, value, readDate, site, environment) => {
    const start = readDate(environment);
    if (isStop(start)) return start;
    const ticks = addInterval(start, unit, value);
    return ticks === undefined ? site.fail('expression/date-range', {}) : writeFixed(ticks);
  },
});

const dateDiff = defineFunction({
  name: 'DateDiff',
  summary: 'How many intervals lie between two dates: date2 minus date1.',
  parameters: [interval('interval'), date('date1'), date('date2')],
  result: 'number',
  basis: 'documented',
  examples: [
    {
      expression: 'DateDiff("ww", CDate("8/25/2021 5:41:18 PM"), CDate("2012-03-16-07:00"))',
      expected: '-493',
      source: 'section 6, DateDiff',
    },
    {
      expression: 'DateDiff("d", CDate("2021-08-24 23:59:59"), CDate("2021-08-25 00:00:01"))',
      expected: '0',
      source: 'section 6, DateDiff: elapsed time',
    },
  ],
  apply: (unit, readFirst, readSecond, _site, environment) => {
    const first = readFirst(environment);
    if (isStop(first)) return first;
    const second = readSecond(environment);
    return isStop(second) ? second : countIntervals(unit, first, second);
  },
});

const dateFromNum = defineFunction({
  name: 'DateFromNum',
  summary: 'The date of an Active Directory time: steps of 100 nanoseconds since 1601.',
  parameters: [number('value')],
  result: 'date',
  basis: 'documented',
  examples: [
    {
      expression: 'DateFromNum(129699324000000000)',
      expected: '1/1/2012 11:00:00 PM',
      source: 'section 6, DateFromNum',
    },
    {
      expression: 'DateFromNum(9223372036854775807)',
      expected: { error: true },
      source: 'section 6, DateFromNum: never',
    },
  ],
  apply: (value, site) =>
    value >= 0n && isInRange(fileTimeEpoch + value)
      ? writeFixed(fileTimeEpoch + value)
      : site.fail('expression/file-time', { value: String(value) }),
});

const numFromDate = defineFunction({
  name: 'NumFromDate',
  summary: 'The Active Directory time of a date: steps of 100 nanoseconds since 1601.',
  parameters: [date('value')],
  result: 'number',
  basis: 'documented',
  examples: [
    {
      expression: 'NumFromDate(CDate("2012-01-01 23:00:00"))',
      expected: '129699324000000000',
      source: 'section 6, NumFromDate',
    },
    {
      expression: 'NumFromDate("1600-12-31")',
      expected: { error: true },
      source: 'section 6, NumFromDate: before 1601',
    },
  ],
  apply: (readDate, site, environment) => {
    const ticks = readDate(environment);
    if (isStop(ticks)) return ticks;
    return ticks >= fileTimeEpoch
      ? ticks - fileTimeEpoch
      : site.fail('expression/file-time', { value: writeFixed(ticks) });
  },
});

/** Functions of dates that have a form of their own. */
export const dateFunctions = [cDate, now, dateAdd, dateDiff, dateFromNum, numFromDate];
