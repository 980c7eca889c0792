import { defineFunction, type Present } from './declaration.js';
import { nullable, number, value } from './parameters.js';

const isNothing = (given: Present | null): boolean => given === null || given === '';

const isNull = defineFunction({
  name: 'IsNull',
  summary: 'Whether the attribute is absent. The empty text is not null.',
  parameters: [nullable(value('expression'))],
  result: 'boolean',
  nulls: 'null gives True',
  basis: 'documented',
  examples: [
    { expression: 'IsNull([a])', expected: 'True', source: 'section 6, IsNull' },
    { expression: 'IsNull([a])', attributes: { a: '' }, expected: 'False', source: 'section 6, IsNull' },
  ],
  apply: (given) => given === null,
});

const isNothingFunction = defineFunction({
  name: 'IsNothing',
  summary: 'Whether the attribute is absent, as IsNull.',
  parameters: [nullable(value('source'))],
  result: 'boolean',
  nulls: 'null gives True',
  basis: 'assumed',
  source: 'Microsoft Graph, synchronizationSchema: functions',
  examples: [{ expression: 'IsNothing([a])', expected: 'True', source: 'section 8, IsNothing' }],
  apply: (given) => given === null,
});

const isNullOrEmpty = defineFunction({
  name: 'IsNullOrEmpty',
  summary: 'Whether the attribute is absent or the empty text.',
  parameters: [nullable(value('expression'))],
  result: 'boolean',
  nulls: 'null gives True',
  basis: 'documented',
  examples: [
    {
      expression: 'IsNullOrEmpty([a])',
      attributes: { a: '' },
      expected: 'True',
      source: 'section 6, IsNullOrEmpty',
    },
  ],
  apply: isNothing,
});

const isPresent = defineFunction({
  name: 'IsPresent',
  summary: 'Whether the attribute is there and not the empty text.',
  parameters: [nullable(value('expression'))],
  result: 'boolean',
  nulls: 'null gives False',
  basis: 'documented',
  examples: [
    {
      expression: 'IsPresent([a])',
      attributes: { a: 'x' },
      expected: 'True',
      source: 'section 6, IsPresent',
    },
    {
      expression: 'IsPresent([a])',
      attributes: { a: '' },
      expected: 'False',
      source: 'section 6, IsPresent',
    },
  ],
  apply: (given) => !isNothing(given),
});

const isString = defineFunction({
  name: 'IsString',
  summary: 'Whether the value can be evaluated as text. A list of several values cannot.',
  parameters: [nullable(value('expression'))],
  result: 'boolean',
  nulls: 'null gives False',
  basis: 'assumed',
  examples: [
    { expression: 'IsString(12)', expected: 'True', source: 'section 6, IsString' },
    { expression: 'IsString([a])', expected: 'False', source: 'section 5, IsString' },
  ],
  apply: (given) => given !== null && (typeof given !== 'object' || given.length === 1),
});

const not = defineFunction({
  name: 'Not',
  summary: 'False for True, and True for anything else.',
  parameters: [nullable(value('source'))],
  result: 'boolean',
  nulls: 'null gives True',
  basis: 'documented',
  examples: [
    { expression: 'Not("True")', expected: 'False', source: 'section 6, Not' },
    { expression: 'Not([a])', expected: 'True', source: 'section 5, Not' },
  ],
  apply: (given) => !(given === true || given === 'True' || (isOne(given) && given[0] === 'True')),
});

const isOne = (given: Present | null): given is readonly string[] =>
  typeof given === 'object' && given !== null && given.length === 1;

const bitAnd = defineFunction({
  name: 'BitAnd',
  summary: 'The bits that two numbers have in common, in 64 bits.',
  parameters: [number('value1'), number('value2')],
  result: 'number',
  basis: 'documented',
  examples: [
    { expression: 'BitAnd(&HF, &HF7)', expected: '7', source: 'section 6, BitAnd' },
    { expression: 'BitAnd(-2, 4294967295)', expected: '4294967294', source: 'section 6, BitAnd: 64 bits' },
  ],
  apply: (value1, value2) => BigInt.asIntN(64, value1 & value2),
});

/** Functions that tell something about a value. */
export const testFunctions = [isNull, isNothingFunction, isNullOrEmpty, isPresent, isString, not, bitAnd];
