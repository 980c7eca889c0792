import type { Answer } from '../../../exchanges/exchange.js';
import { bound, membersOf, readJsonBody, textOrNull } from '../wire/json-answer.js';

/** An error answer of a token service. */
export interface TokenError {
  readonly error: string | null;
  /** of the AADSTS list */
  readonly number: number | null;
  /** without the ids at its end */
  readonly description: string | null;
  /** the ids that Microsoft's support asks for */
  readonly trace: string | null;
}

/** More of a description is not shown. */
const longest = 1000;

/** Reads RFC 6749 section 5.2 with what Microsoft Entra adds: error_codes, trace_id, correlation_id, timestamp. */
export function readTokenError(answer: Answer): TokenError {
  const body = readJsonBody(answer);
  const members = membersOf('value' in body ? body.value : undefined);
  const { error_codes: codes, error_description: text, error } = members;
  const nested = membersOf(error);
  const description = textOrNull(text) ?? textOrNull(nested.message) ?? textOrNull(members.message);
  const [first] = Array.isArray(codes) ? (codes as readonly unknown[]) : [];
  const [, inText] = /\bAADSTS(\d+)/.exec(description ?? '') ?? [];
  const number = typeof first === 'number' ? first : inText === undefined ? null : Number(inText);
  const ids = [
    ['trace id', members.trace_id],
    ['correlation id', members.correlation_id],
    ['at', members.timestamp],
  ].flatMap(([name, value]) => (typeof value === 'string' ? [`${String(name)} ${value}`] : []));
  return {
    error: textOrNull(error) ?? textOrNull(nested.code),
    number,
    description: description === null ? null : bound(withoutIds(description), longest),
    trace: ids.length === 0 ? null : ids.join(', '),
  };
}

const withoutIds = (description: string): string => description.replace(/\s*Trace ID: [\s\S]*$/, '').trim();
