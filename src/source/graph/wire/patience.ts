import { readRetryAfter } from '../../../http/index.js';

/** How often and how long a request is sent again, waits of all its attempts taken together. */
export interface PatienceLimits {
  readonly retries: number;
  readonly seconds: number;
}

/** Source: assumed; the Graph reference asks to cap the total wait and names no number. */
export const defaultPatience: PatienceLimits = { retries: 5, seconds: 100 };

/** What was spent of it so far. */
export interface Spent {
  readonly retries: number;
  readonly seconds: number;
}

export const nothingSpent: Spent = { retries: 0, seconds: 0 };

/** An answer as far as it decides about another attempt. */
export interface Throttle {
  readonly status: number;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
}

/** What sets the length of a pause. */
export interface Pacing {
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** from 0 up to 1 */
  readonly random: () => number;
  readonly limits: PatienceLimits;
}

/** Whether the service asks to come again: always for 429, and for its faults where a repetition does no harm. */
export function asksAgain({ status }: Throttle, repeatable: boolean): boolean {
  return status === 429 || (repeatable && (status === 500 || (status >= 502 && status <= 504)));
}

/**
 * The seconds to wait before the next attempt: what `Retry-After` says, fractions included, or else a growing time with
 * jitter. Undefined when that would go beyond the limits.
 * Source: "Microsoft Graph throttling guidance"; fractions are observed (Graph reference, section 6); first step and
 * growth of the backoff are assumed.
 */
export function chooseWait(answer: Throttle, spent: Spent, pacing: Pacing): number | undefined {
  const { limits, clock, random } = pacing;
  if (spent.retries >= limits.retries) return undefined;
  const seconds = readSeconds(answer, clock()) ?? backOff(spent.retries, random());
  return spent.seconds + seconds > limits.seconds ? undefined : seconds;
}

/** What `Retry-After` asks for in seconds; undefined without a usable one. */
export function readSeconds({ headers, status }: Throttle, now: number): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  return /^\d+\.\d+$/.test(value) ? Number(value) : readRetryAfter({ status, headers, body: '' }, now);
}

const backOff = (retries: number, random: number): number =>
  Math.round(Math.min(30, 2 ** retries) * (0.5 + random / 2) * 100) / 100;
