import type { Answer, Exchange, TargetRequest } from '../../../exchanges/exchange.js';
import { explainAbort, type HttpClient, type Wait } from '../../../http/index.js';
import { asksAgain, chooseWait, nothingSpent, type Pacing, readSeconds, type Spent } from './patience.js';

/** The way to the network, with what waiting takes. */
export interface Line extends Pacing {
  readonly http: HttpClient;
  /** ends early, with a rejection, when the signal is aborted */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** told before each wait */
  readonly onWait: (wait: Wait) => void;
  readonly userAgent: string;
}

/** A request ready to go. */
export interface Letter {
  readonly request: TargetRequest;
  /** absolute */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** as it goes over the wire */
  readonly body?: string;
}

/** What became of a request after every repetition. Nothing of it is masked. */
export interface Delivery {
  /** every attempt in order; the last one decides */
  readonly exchanges: readonly [...Exchange[], Exchange];
  readonly spent: Spent;
  /** where the limits of waiting ended it: the seconds that the answer asks for, null where it does not say */
  readonly exhausted?: { readonly wanted: number | null };
}

/**
 * Sends a request, and again while the answer asks for it (see `asksAgain`) and the limits of waiting allow.
 * @param write makes the letter anew for every attempt
 * @param isToRepeat whether this answer asks to come again
 */
export async function deliver(
  line: Line,
  write: () => Letter,
  isToRepeat: (answer: Answer) => boolean,
  signal: AbortSignal,
): Promise<Delivery> {
  const earlier: Exchange[] = [];
  let spent = nothingSpent;
  for (;;) {
    const exchange = await sendOnce(line, write(), signal);
    const { answer, url } = exchange;
    const exchanges = [...earlier, exchange] as const;
    if (answer === undefined || !isToRepeat(answer)) return { exchanges, spent };
    const seconds = chooseWait(answer, spent, line);
    if (seconds === undefined)
      return { exchanges, spent, exhausted: { wanted: readSeconds(answer, line.clock()) ?? null } };
    line.onWait({ url, seconds, status: answer.status });
    const waited = await waitFor(line, seconds, new URL(url).host, signal);
    spent = { retries: spent.retries + 1, seconds: spent.seconds + seconds };
    if (waited !== undefined) {
      const { request, requestHeaders } = exchange;
      const unsent = { request, url, requestHeaders, planned: false, durationMs: 0, noAnswer: waited };
      return { exchanges: [...exchanges, unsent], spent };
    }
    earlier.push(exchange);
  }
}

/** Waits; gives the reason where the signal ended it. */
export async function waitFor(
  { sleep }: Line,
  seconds: number,
  host: string,
  signal: AbortSignal,
): Promise<Exchange['noAnswer']> {
  try {
    await sleep(seconds * 1000, signal);
    return undefined;
  } catch (error) {
    if (!signal.aborted) throw error;
    return explainAbort(signal, `during the wait of ${seconds} s that ${host} asked for`);
  }
}

/** The rule for requests that may be repeated after a fault, or only after a throttling. */
export const whenAsked =
  (repeatable: boolean) =>
  (answer: Answer): boolean =>
    asksAgain(answer, repeatable);

async function sendOnce(
  { http, clock, userAgent }: Line,
  { request, url, headers, body }: Letter,
  signal: AbortSignal,
): Promise<Exchange> {
  const begun = clock();
  const requestHeaders = { 'user-agent': userAgent, ...headers };
  const { method } = request;
  const outcome = await http.send(
    { method, url, headers: requestHeaders, ...(body === undefined ? {} : { body }) },
    signal,
  );
  return { request, url, requestHeaders, planned: false, durationMs: clock() - begun, ...outcome };
}
