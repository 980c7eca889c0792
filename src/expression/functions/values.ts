import { textOf, toInteger } from '../conversion.js';
import { type ArgumentSite, defineFunction, type Parameter, type Present } from './declaration.js';
import { condition, nullable, readBoolean, text, value } from './parameters.js';

/** What CBool takes: a comparison, a boolean or its name, and numbers, of which only zero is false. */
const truth = (name: string): Parameter<boolean> => ({
  ...condition(name),
  convert: (given: Present, { parameter, constant, fail }: ArgumentSite) => {
    if (typeof given === 'boolean') return given;
    if (typeof given === 'bigint') return given !== 0n;
    const said = textOf(given);
    const number = toInteger(said);
    if (number !== undefined) return number !== 0n;
    return readBoolean(said) ?? fail('expression/not-a-condition', { parameter, constant, value: said });
  },
});

const cBool = defineFunction({
  name: 'CBool',
  summary: 'The truth of a comparison, a number other than zero, or the text True.',
  parameters: [nullable(truth('expression'))],
  result: 'boolean',
  nulls: 'null gives False',
  basis: 'documented',
  examples: [
    {
      expression: 'CBool([a] = [b])',
      attributes: { a: 'x', b: 'x' },
      expected: 'True',
      source: 'section 6, CBool',
    },
    { expression: 'CBool("0")', expected: 'False', source: 'section 6, CBool: numeric text' },
  ],
  apply: (given) => given ?? false,
});

const cStr = defineFunction({
  name: 'CStr',
  summary: 'The text of a number, a reference or a boolean.',
  parameters: [text('value')],
  result: 'text',
  basis: 'documented',
  examples: [
    { expression: 'CStr(12)', expected: '12', source: 'section 6, CStr' },
    { expression: 'CStr(IsNull([dn]))', expected: 'True', source: 'section 6, CStr' },
  ],
  apply: (given) => given,
});

const redact = defineFunction({
  name: 'Redact',
  summary: 'The value itself; logs show [Redact] in its place.',
  parameters: [value('value')],
  result: 'value',
  basis: 'documented',
  examples: [
    { expression: 'Redact([id])', attributes: { id: '0815' }, expected: '0815', source: 'section 6, Redact' },
  ],
  apply: (given) => given,
});

/** Functions that give a value in another type, or mark it. */
export const valueFunctions = [cBool, cStr, redact];
