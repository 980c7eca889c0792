import { DROPPED } from '../value.js';
import { defineFunction, type FunctionDeclaration } from './declaration.js';
import { branch, nullable, repeating, text, value } from './parameters.js';

const ignoreFlow = defineFunction({
  name: 'IgnoreFlowIfNullOrEmpty',
  summary: 'The value, or nothing at all: the attribute leaves the flow when it is null or empty.',
  parameters: [nullable(value('expression'))],
  result: 'value',
  nulls: 'null takes the attribute out of the flow',
  basis: 'documented',
  examples: [
    {
      expression: 'IgnoreFlowIfNullOrEmpty([a])',
      attributes: { a: '' },
      expected: { dropped: true },
      source: 'section 6, IgnoreFlowIfNullOrEmpty',
    },
    {
      expression: 'IgnoreFlowIfNullOrEmpty(" ")',
      expected: ' ',
      source: 'section 6, IgnoreFlowIfNullOrEmpty: a space is not empty',
    },
  ],
  apply: (given) => (given === null || given === '' ? DROPPED : given),
});

const raise = defineFunction({
  name: 'Error',
  summary: 'Fails the object with a message.',
  parameters: [nullable(text('message'))],
  result: 'value',
  nulls: 'fails with an empty message',
  basis: 'documented',
  source: 'Reference for writing expressions for attribute mappings in Microsoft Entra Cloud Sync',
  examples: [{ expression: 'Error("no mail")', expected: { error: true }, source: 'section 8, Error' }],
  apply: (message, site) => site.fail('expression/raised', { value: message ?? '' }),
});

const selectUniqueValue: FunctionDeclaration = {
  name: 'SelectUniqueValue',
  summary: 'The first of several values that the target does not have yet. Outermost function only.',
  parameters: [repeating(branch('rule'), 2)],
  result: 'text',
  nulls: 'a null candidate stays in its place',
  basis: 'documented',
  source: 'Reference for writing expressions for attribute mappings in Microsoft Entra ID',
  examples: [
    {
      expression: 'SelectUniqueValue(Join(".", [f], [l]), [l])',
      attributes: { f: 'Jane', l: 'Roe' },
      expected: 'Jane.Roe',
      source: 'section 6, SelectUniqueValue: nothing is taken',
    },
  ],
  body: { kind: 'candidates' },
};

/** Functions that decide what flows. */
export const flowFunctions = [ignoreFlow, raise, selectUniqueValue];
