import { type Checked, diagnose, type Diagnostic, type Location } from '../../diagnostics/diagnostic.js';
import { findNearest } from '../../diagnostics/nearest.js';
import type { JsonDocument } from '../../document/index.js';
import type { CaseOutcome } from '../../render/eval/index.js';
import { toText, toValue } from '../../expression/index.js';
import { isIsoTime } from '../../config/clock.js';
import { isRecord } from './exact-json.js';

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
 * @returns no value where a case is faulty; of each the first fault
 */
export function readCases({ value, locate }: JsonDocument, file: string): Checked<readonly ExpressionCase[]> {
  if (!Array.isArray(value) || value.length === 0)
    return { value: undefined, diagnostics: [diagnose('cases/not-a-table', { file }, [locate('')])] };
  const cases: ExpressionCase[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, one] of value.entries()) {
    const pointer = `/${String(index)}`;
    const read = readCase(one, index + 1, (key) =>
      locate(key === undefined ? pointer : `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
    if ('code' in read) diagnostics.push(read);
    else cases.push(read);
  }
  return { value: diagnostics.length > 0 ? undefined : cases, diagnostics };
}

function readCase(
  one: unknown,
  number: number,
  locate: (key?: string) => Location,
): ExpressionCase | Diagnostic {
  if (!isRecord(one)) return diagnose('cases/not-an-object', { number }, [locate()]);
  const unknown = Object.keys(one).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    const nearest = findNearest(unknown, keys);
    return diagnose('cases/unknown-key', { number, key: unknown, nearest, keys }, [locate(unknown)]);
  }
  const missing = ['id', 'expression', 'expected'].find((key) => !Object.hasOwn(one, key));
  if (missing !== undefined) return diagnose('cases/missing-key', { number, key: missing }, [locate()]);
  const { id, expression, attributes = {}, now, seed, source = '', note = '' } = one;
  const texts = { id, expression, now, seed, source, note };
  for (const [key, text] of Object.entries(texts))
    if (text !== undefined && typeof text !== 'string')
      return diagnose('cases/wrong-type', { number, key, wanted: 'text' }, [locate(key)]);
  if (!isRecord(attributes))
    return diagnose('cases/wrong-type', { number, key: 'attributes', wanted: 'object' }, [
      locate('attributes'),
    ]);
  const given = texts as Pick<ExpressionCase, keyof typeof texts>;
  if (given.now !== undefined && !isIsoTime(given.now))
    return diagnose('cases/clock', { number, value: given.now }, [locate('now')]);
  const expected = readExpected(one.expected);
  if (expected === undefined)
    return diagnose('cases/wrong-type', { number, key: 'expected', wanted: 'outcome' }, [locate('expected')]);
  return { ...given, attributes, expected };
}

function readExpected(expected: unknown): CaseOutcome | undefined {
  if (!isRecord(expected)) return toText(toValue(expected));
  if (expected.error === true) return { error: true };
  return expected.dropped === true ? { dropped: true } : undefined;
}
