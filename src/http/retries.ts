import { setTimeout as pause } from 'node:timers/promises';
import { explainAbort } from './aborts.js';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client.js';
import { readRetryAfter } from './retry-after.js';

/** A pause before a request is sent again. */
export interface Wait {
  readonly url: string;
  readonly seconds: number;
  /** of the answer that asked for it */
  readonly status: number;
}

/** One sending of a request. */
export interface Attempt {
  readonly outcome: HttpOutcome;
  readonly durationMs: number;
}

export interface RetryOptions {
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** told before each wait */
  readonly onWait: (wait: Wait) => void;
}

const mostRetries = 2;

/**
 * Sends a request, and a GET again when the answer is 429 or 503 and says when: at most twice, and after at most the time
 * that one request may take. Anything else is the last attempt. Writes are never sent again.
 * @returns every attempt in order; the last one decides
 * Source: scim-client reference, section 13; what the service itself does is told in two ways.
 */
export async function sendWithRetries(
  http: HttpClient,
  request: HttpRequest,
  signal: AbortSignal,
  { clock, onWait }: RetryOptions,
): Promise<readonly [...Attempt[], Attempt]> {
  const earlier: Attempt[] = [];
  for (;;) {
    const begun = clock();
    const outcome = await http.send(request, signal);
    const last = { outcome, durationMs: clock() - begun };
    const wait =
      earlier.length < mostRetries ? readWait(request, outcome, http.limits.request, clock()) : undefined;
    if (wait === undefined) return [...earlier, last];
    earlier.push(last);
    onWait(wait);
    const waiting = clock();
    try {
      await pause(wait.seconds * 1000, undefined, { signal });
    } catch {
      const noAnswer = explainAbort(signal, `during the wait of ${wait.seconds} s that the server asked for`);
      return [...earlier, { outcome: { noAnswer }, durationMs: clock() - waiting }];
    }
  }
}

function readWait(
  { method, url }: HttpRequest,
  outcome: HttpOutcome,
  longest: number,
  now: number,
): Wait | undefined {
  if (method !== 'GET' || !('answer' in outcome)) return undefined;
  const { status } = outcome.answer;
  if (status !== 429 && status !== 503) return undefined;
  const seconds = readRetryAfter(outcome.answer, now);
  return seconds === undefined || seconds * 1000 > longest ? undefined : { url, seconds, status };
}
