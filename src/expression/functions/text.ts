import { defineFunction } from './declaration.js';
import { nullable, number, text } from './parameters.js';

const append = defineFunction({
  name: 'Append',
  summary: 'Puts a suffix after a text.',
  parameters: [text('source'), text('suffix')],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'Append([upn], ".test")',
      attributes: { upn: 'John.Doe@contoso.com' },
      expected: 'John.Doe@contoso.com.test',
      source: 'section 6, Append',
    },
  ],
  apply: (source, suffix) => source + suffix,
});

const prepend = defineFunction({
  name: 'Prepend',
  summary: 'Puts a prefix before a text.',
  parameters: [text('prefix'), text('source')],
  result: 'text',
  basis: 'assumed',
  source: 'Microsoft Graph, synchronizationSchema: functions (names of the parameters)',
  examples: [
    {
      expression: 'Prepend("u-", [alias])',
      attributes: { alias: 'jroe' },
      expected: 'u-jroe',
      source: 'section 8, Prepend',
    },
  ],
  apply: (prefix, source) => prefix + source,
});

const left = defineFunction({
  name: 'Left',
  summary: 'The first characters of a text. A negative number gives the whole text.',
  parameters: [nullable(text('string')), number('numChars')],
  result: 'text',
  nulls: 'a null text gives the empty text',
  basis: 'documented',
  examples: [
    { expression: 'Left("John Doe", 3)', expected: 'Joh', source: 'section 6, Left' },
    { expression: 'Left([a], 3)', expected: '', source: 'section 5, Left' },
    { expression: 'Left("John", -1)', expected: 'John', source: 'section 6, Left: negative -> the input' },
  ],
  apply: (string, numChars) => {
    if (string === null) return '';
    const count = Number(numChars);
    return count < 0 || count >= string.length ? string : string.slice(0, count);
  },
});

const mid = defineFunction({
  name: 'Mid',
  summary: 'Part of a text: a number of characters from a start, counted from 1.',
  parameters: [nullable(text('source')), number('start'), number('length')],
  result: 'text',
  nulls: 'a null text gives the empty text',
  basis: 'assumed',
  examples: [
    { expression: 'Mid("John Doe", 3, 5)', expected: 'hn Do', source: 'section 6, Mid' },
    { expression: 'Mid("John Doe", 1, 0)', expected: '', source: 'section 6, Mid: length 0' },
    {
      expression: 'Mid("John", 5, 2)',
      expected: 'John',
      source: 'section 6, Mid: start past the end (Connect)',
    },
  ],
  apply: (source, start, length) => {
    if (source === null || length === 0n) return '';
    const from = Number(start) - 1;
    if (length < 0n || from < 0 || from >= source.length) return source;
    return source.slice(from, from + Number(length));
  },
});

const stripSpaces = defineFunction({
  name: 'StripSpaces',
  summary: 'Takes every space out of a text. Tabs and no-break spaces stay.',
  parameters: [text('source')],
  result: 'text',
  basis: 'documented',
  examples: [{ expression: 'StripSpaces(" 12 34 ")', expected: '1234', source: 'section 6, StripSpaces' }],
  apply: (source) => source.replaceAll(' ', ''),
});

/** Functions that cut and join text. */
export const textFunctions = [append, prepend, left, mid, stripSpaces];
