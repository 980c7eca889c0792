import { describe, expect, test } from '@jest/globals';
import { compile } from '../../src/expression/index.js';

/** How often an evaluation asks for the present, and that it gives a value. */
function countQuestions(text: string): number {
  let asked = 0;
  const { value: expression } = compile(text);
  const evaluated = expression?.evaluate(
    {},
    {
      get now() {
        asked += 1;
        return 0;
      },
      random: () => 0,
    },
  );
  expect(evaluated?.kind).toBe('value');
  return asked;
}

/** Source: .NET, DateTime.Parse and DateTime.ParseExact: what the current date fills in. */
describe('the clock counts as asked only where a value depends on it', () => {
  test.each([
    'CDate("2020-03-16-07:00")',
    'CDate("8/25/2021 5:41:18 PM")',
    'CDate("March 16, 2020")',
    'CDate("20 March")',
    'NumFromDate("2012-01-01 23:00:00")',
    'DateDiff("d", CDate("2021-08-24"), CDate("2021-08-25"))',
    'FormatDateTime("20150123", , "yyyyMMdd", "yyyy-MM-dd")',
    'FormatDateTime("2015", , "yyyy", "yyyy-MM-dd")',
    'FormatDateTime("10:00", "NoCurrentDateDefault", "HH:mm", "yyyy-MM-dd")',
    'FormatDateTime(DateFromNum("129699324000000000"), , "yyyy")',
  ])('%s does not ask', (text) => {
    expect(countQuestions(text)).toBe(0);
  });

  test.each([
    'Now()',
    'CDate("March 16")',
    'CDate("3/16")',
    'CDate("10:30")',
    'NumFromDate("10:30 PM")',
    'FormatDateTime("03-16", , "MM-dd", "yyyy")',
    'FormatDateTime("10:00", , "HH:mm", "yyyy-MM-dd")',
  ])('%s asks once', (text) => {
    expect(countQuestions(text)).toBe(1);
  });
});
