import { largest, smallest } from './syntax/number.js';
import type { Value } from './value.js';

/**
 * Turns any JSON value of an attribute into a value of the language: whole numbers stay numbers, other numbers become
 * their text, `[]` is null, a list holds the text of its elements without the nulls, an object becomes its JSON text.
 */
export function toValue(json: unknown): Value {
  switch (typeof json) {
    case 'string':
    case 'boolean':
      return json;
    case 'bigint':
      return json >= smallest && json <= largest ? json : String(json);
    case 'number':
      return Number.isInteger(json) ? toValue(BigInt(json)) : String(json);
    case 'object':
      return json === null ? null : Array.isArray(json) ? toList(json) : jsonText(json);
    default:
      return null;
  }
}

/** Like {@link toValue}, for an attribute; a list of text, as values of the language are, stays the same list. */
export function attributeValue(given: unknown): Value {
  return Array.isArray(given) && isTextList(given) ? (given.length === 0 ? null : given) : toValue(given);
}

const isTextList = (elements: readonly unknown[]): elements is readonly string[] =>
  elements.every((element) => typeof element === 'string');

function toList(elements: readonly unknown[]): Value {
  const texts: string[] = [];
  for (const element of elements) {
    const value = Array.isArray(element) ? jsonText(element) : toValue(element);
    if (value !== null) texts.push(textOf(value));
  }
  return texts.length === 0 ? null : texts;
}

/** `JSON.stringify` where it can; what it cannot (a cycle, a bigint) is no JSON and has no value. */
function jsonText(value: object): string | null {
  try {
    const text: unknown = JSON.stringify(value);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** A value as it leaves the evaluator: numbers as decimal digits, booleans as `True` and `False`. */
export function toText(value: Value): string | readonly string[] | null {
  return value === null ? null : typeof value === 'object' ? value : textOf(value);
}

/** The text of a value; the values of a list are put together with commas, for messages. */
export function textOf(value: Exclude<Value, null>): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return String(value);
    default:
      return value.join(', ');
  }
}

const smallNumbers: readonly bigint[] = Array.from({ length: 256 }, (_, number) => BigInt(number));

/** A whole number as the language has it. The small ones are made once: making one costs more than finding a text. */
export const wholeNumber = (number: number): bigint => smallNumbers[number] ?? BigInt(number);

/** The number that a text of digits with an optional minus stands for; undefined for any other text. */
export function digitsToNumber(text: string): bigint | undefined {
  return /^-?[0-9]+$/.test(text) ? BigInt(text) : undefined;
}

/** Like {@link digitsToNumber}, within the 64 bits of the language's numbers. */
export function toInteger(text: string): bigint | undefined {
  const number = text.length > 4096 ? undefined : digitsToNumber(text);
  return number === undefined || number < smallest || number > largest ? undefined : number;
}
