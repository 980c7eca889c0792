import type { JsonDocument } from '../../document/index.js';
import type { CaseOutcome } from '../../render/eval/index.js';
import { toText, toValue } from '../../expression/index.js';
import { isIsoTime } from '../../config/clock.js';
import { UsageError } from '../usage-error.js';

/** One case of a table. */
export interface ExpressionCase {
  readonly id: string;
  readonly expression: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** ISO 8601; undefined where the file leaves it to the command line */
  readonly now: string | undefined;
  readonly seed: string | undefined;
  readonly expected: CaseOutcome;
  readonly source: string;
  readonly note: string;
}

const keys = ['id', 'expression', 'attributes', 'now', 'seed', 'expected', 'source', 'note'];

/**
 * Reads a table of cases: an array of `{ id, expression, attributes, now?, seed?, expected, source, note? }`, where `expected`
 * is text, a list, null, `{ "error": true }` or `{ "dropped": true }`; numbers and booleans count as their text.
 * @param file as people call it, for messages
 * @throws UsageError at the first case that is not one
 */
export function readCases({ value, locate }: JsonDocument, file: string): readonly ExpressionCase[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new UsageError(`${file} holds no array of cases`, `A case has ${keys.join(', ')}.`);
  }
  return value.map((one: unknown, at) => {
    const { line } = locate(`/${String(at)}`);
    const place = `${file}${line === undefined ? '' : `:${String(line)}`}, case ${String(at + 1)}`;
    return readCase(one, (fault) => new UsageError(`${place}: ${fault}`, `A case has ${keys.join(', ')}.`));
  });
}

function readCase(one: unknown, refuse: (fault: string) => UsageError): ExpressionCase {
  if (!isRecord(one)) throw refuse('it is no object');
  const unknown = Object.keys(one).find((key) => !keys.includes(key));
  if (unknown !== undefined) throw refuse(`it has the unknown key '${unknown}'`);
  const text = (key: string): string | undefined => {
    const value = one[key];
    if (value === undefined || typeof value === 'string') return value;
    throw refuse(`${key} is no text`);
  };
  const needed = (key: string): string => {
    const value = text(key);
    if (value === undefined) throw refuse(`it has no ${key}`);
    return value;
  };
  const attributes = one.attributes ?? {};
  if (!isRecord(attributes)) throw refuse('attributes is no object');
  const now = text('now');
  if (now !== undefined && !isIsoTime(now)) throw refuse(`now is no ISO time: ${now}`);
  if (!Object.hasOwn(one, 'expected')) throw refuse('it has no expected value');
  const expected = readExpected(one.expected);
  if (expected === undefined)
    throw refuse('expected is neither a value, { "error": true } nor { "dropped": true }');
  return {
    id: needed('id'),
    expression: needed('expression'),
    attributes,
    now,
    seed: text('seed'),
    expected,
    source: text('source') ?? '',
    note: text('note') ?? '',
  };
}

function readExpected(expected: unknown): CaseOutcome | undefined {
  if (!isRecord(expected)) return toText(toValue(expected));
  if (expected.error === true) return { error: true };
  return expected.dropped === true ? { dropped: true } : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
