import { trim } from '../dotnet/white-space.js';
import { defineFunction } from './declaration.js';
import { join } from './join.js';
import { list, nullable, number, text } from './parameters.js';

const count = defineFunction({
  name: 'Count',
  summary: 'How many values a list has.',
  parameters: [nullable(list('attribute'))],
  result: 'number',
  nulls: 'null counts 0',
  basis: 'documented',
  examples: [
    {
      expression: 'Count([mails])',
      attributes: { mails: ['a', '', 'b'] },
      expected: '3',
      source: 'section 6, Count',
    },
    { expression: 'Count([mails])', expected: '0', source: 'section 5, Count' },
  ],
  apply: (values) => BigInt(values?.length ?? 0),
});

const item = defineFunction({
  name: 'Item',
  summary: 'One value of a list, counted from 1.',
  parameters: [list('attribute'), number('index')],
  result: 'text',
  basis: 'documented',
  examples: [
    {
      expression: 'Item(Split([upn], "@"), 1)',
      attributes: { upn: 'jroe@contoso.com' },
      expected: 'jroe',
      source: 'section 6, Item',
    },
    { expression: 'Item("a", 0)', expected: { error: true }, source: 'section 6, Item: out of bounds' },
  ],
  apply: (values, index, site) =>
    values[Number(index) - 1] ??
    site.fail('expression/position', { position: String(index), count: values.length }),
});

const split = defineFunction({
  name: 'Split',
  summary: 'A list of the parts between the delimiters, without white space around them.',
  parameters: [text('source'), text('delimiter')],
  result: 'list',
  basis: 'documented',
  examples: [
    {
      expression: 'Split("PermissionSetOne, PermissionSetTwo", ",")',
      expected: ['PermissionSetOne', 'PermissionSetTwo'],
      source: 'section 6, Split',
    },
    { expression: 'Split("a,,b", ",")', expected: ['a', '', 'b'], source: 'section 6, Split: empty parts' },
  ],
  apply: (source, delimiter) => (delimiter === '' ? [source] : source.split(delimiter)).map(trim),
});

const removeDuplicates = defineFunction({
  name: 'RemoveDuplicates',
  summary: 'A list with each value once, where it comes first. Letter case counts.',
  parameters: [list('attribute')],
  result: 'list',
  basis: 'documented',
  examples: [
    {
      expression: 'RemoveDuplicates([a])',
      attributes: { a: ['SMTP:x', 'smtp:x', 'SMTP:x'] },
      expected: ['SMTP:x', 'smtp:x'],
      source: 'section 6, RemoveDuplicates',
    },
  ],
  apply: (values) => [...new Set(values)],
});

/** Functions of multi-valued attributes. */
export const listFunctions = [count, item, join, split, removeDuplicates];
