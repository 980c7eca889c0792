import { textOf, toInteger } from '../conversion.js';
import { isStop, type Result } from '../evaluate/outcome.js';
import type { Value } from '../value.js';
import type { ArgumentSite, Parameter, ParameterType, Present, RepeatingParameter } from './declaration.js';

function parameter<Given>(
  name: string,
  type: ParameterType,
  convert: (value: Present, site: ArgumentSite) => unknown,
  words: readonly string[] = [],
): Parameter<Given> {
  return { name, type, presence: 'required', atLeast: 0, takesNull: false, words, convert };
}

/** A place that may be left empty or out. A null given for it counts as left out. */
export const optional = <Given>(required: Parameter<Given>): Parameter<Given | undefined> => ({
  ...(required as Parameter<Given | undefined>),
  presence: 'optional',
});

/** One or more values; empty places among them do not count. Only for the last parameter. */
export const repeating = <Given>(each: Parameter<Given>, atLeast = 1): RepeatingParameter<Given> => ({
  ...(each as unknown as RepeatingParameter<Given>),
  presence: 'repeating',
  atLeast,
});

/** The function gets null and says itself what it means. */
export const nullable = <Given>(required: Parameter<Given>): Parameter<Given | null> => ({
  ...(required as Parameter<Given | null>),
  takesNull: true,
});

/** A place that has to be written, but may be empty: no value. Null is taken. */
export const written = <Given>(required: Parameter<Given>): Parameter<Given | null> => ({
  ...nullable(required),
  presence: 'written',
});

/** Text. A number becomes its digits, a boolean `True` or `False`, a list of one its value. */
export const text = (name: string): Parameter<string> => parameter(name, 'text', toOneText);

/** A whole number of 64 bits. Text of digits with an optional minus is taken. */
export const number = (name: string): Parameter<bigint> =>
  parameter(name, 'number', (value, site) => {
    if (typeof value === 'bigint') return value;
    const one = toOneText(value, site);
    if (typeof one !== 'string') return one;
    const { parameter, constant } = site;
    return toInteger(one) ?? site.fail('expression/not-a-number', { parameter, constant, value: one });
  });

/** A list of text; a single value counts as a list of one. */
export const list = (name: string): Parameter<readonly string[]> =>
  parameter(name, 'list', (value) => (typeof value === 'object' ? value : [textOf(value)]));

/** Any value, as it is. */
export const value = (name: string): Parameter<Present> => parameter(name, 'value', (given) => given);

/** A value that an expression may yield in the end; the bare words that stop the flow may stand there too. */
export const branch = (name: string): Parameter<Value> => ({
  ...parameter<Value>(name, 'branch', (given) => given),
  takesNull: true,
});

/** True or false: a comparison, a boolean, or text that says `True` or `False`. Null and empty text are false. */
export const condition = (name: string): Parameter<boolean> =>
  parameter(name, 'condition', (given, site) => {
    if (typeof given === 'boolean') return given;
    const one = toOneText(given, site);
    if (typeof one !== 'string') return one;
    if (one === '') return false;
    const { parameter, constant } = site;
    return readBoolean(one) ?? site.fail('expression/not-a-condition', { parameter, constant, value: one });
  });

/** One of a few constants, written as a bare word or as text. */
export const word = <Word extends string>(name: string, words: readonly Word[]): Parameter<Word> =>
  parameter(
    name,
    'word',
    (given, site) => {
      const { parameter, constant } = site;
      const chosen = textOf(given);
      return words.includes(chosen as Word)
        ? chosen
        : site.fail('expression/not-a-word', { parameter, constant, value: chosen, words });
    },
    words,
  );

/** A parameter of text that a function reads in its own way, such as a date or a pattern. */
export const read = <Given>(
  name: string,
  type: Exclude<ParameterType, 'text'>,
  reader: (text: string, site: ArgumentSite) => Given | Result,
): Parameter<Given> =>
  parameter(name, type, (given, site) => {
    const one = toOneText(given, site);
    return isStop(one) ? one : reader(one, site);
  });

/** `True` and `False` in any letter case, as .NET's Boolean.Parse reads them. */
export function readBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

function toOneText(value: Present, site: ArgumentSite): string | Exclude<Result, Value> {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return textOf(value);
  const only = value.length === 1 ? value[0] : undefined;
  if (only !== undefined) return only;
  const { parameter, constant } = site;
  return site.fail('expression/several-values', {
    parameter,
    constant,
    count: value.length,
    value: value.join(', '),
  });
}
