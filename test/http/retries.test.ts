import { afterEach, describe, expect, test } from '@jest/globals';
import type { Method } from '../../src/exchanges/exchange.js';
import { type Attempt, type Limits, sendWithRetries, type Wait } from '../../src/http/index.js';
import { never, openBench } from './loopback.js';

const bench = openBench();
afterEach(() => bench.closeAll());

interface Tried {
  readonly attempts: readonly Attempt[];
  readonly statuses: readonly (number | string)[];
  readonly waits: readonly Wait[];
  readonly requests: number;
  readonly port: number;
}

/** Sends to a server that gives these answers one after the other, and 200 from then on. */
async function sendTo(
  answers: readonly (readonly [status: number, headers: Record<string, string>])[],
  {
    method = 'GET',
    limits = {},
    signal = never(),
  }: Partial<{ method: Method; limits: Partial<Limits>; signal: AbortSignal }> = {},
): Promise<Tried> {
  let requests = 0;
  const { port } = await bench.listen((_, response) => {
    const [status, headers] = answers[requests++] ?? [200, {}];
    response.writeHead(status, headers).end('{}');
  });
  const waits: Wait[] = [];
  const attempts = await sendWithRetries(
    bench.client({ limits }),
    {
      method,
      url: `http://127.0.0.1:${port}/Users`,
      headers: {},
      ...(method === 'GET' ? {} : { body: '{}' }),
    },
    signal,
    { clock: Date.now, onWait: (wait) => waits.push(wait) },
  );
  const statuses = attempts.map(({ outcome }) =>
    'answer' in outcome ? outcome.answer.status : outcome.noAnswer.kind,
  );
  return { attempts, statuses, waits, requests, port };
}

const soon = { 'retry-after': '0' };

// scim-client reference, section 13: "honour it for GET (429 and 503), at most twice, each wait shown".
describe('a read', () => {
  test.each([429, 503])('that is answered %s with a time is sent again after it', async (status) => {
    const begun = Date.now();
    const { statuses, waits, port } = await sendTo([[status, { 'retry-after': '1' }]]);
    expect(statuses).toEqual([status, 200]);
    expect(waits).toEqual([{ url: `http://127.0.0.1:${port}/Users`, seconds: 1, status }]);
    expect(Date.now() - begun).toBeGreaterThanOrEqual(990);
  });

  test('is sent three times at most', async () => {
    const { statuses, waits } = await sendTo([
      [503, soon],
      [429, soon],
      [503, soon],
      [503, soon],
    ]);
    expect(statuses).toEqual([503, 429, 503]);
    expect(waits).toHaveLength(2);
  });

  test.each([
    ['no time', 503, {}],
    ['a time that is none', 503, { 'retry-after': 'soon' }],
    ['a negative time', 503, { 'retry-after': '-1' }],
    ['another status', 500, soon],
    ['another status', 502, soon],
  ])('is not sent again for %s', async (_why, status, headers) => {
    expect((await sendTo([[status, headers]])).statuses).toEqual([status]);
  });

  test('does not wait longer than a request may take, and the answer keeps the time', async () => {
    const { attempts, waits } = await sendTo([[429, { 'retry-after': '31' }]]);
    expect(waits).toEqual([]);
    expect(attempts).toMatchObject([
      { outcome: { answer: { status: 429, headers: { 'retry-after': '31' } } } },
    ]);
  });

  // RFC 9110 section 10.2.3: an HTTP-date; it counts from the server's own clock.
  test('waits until a date by the clock of the server', async () => {
    const headers = { date: 'Wed, 21 Oct 2015 07:28:00 GMT', 'retry-after': 'Wed, 21 Oct 2015 07:28:01 GMT' };
    const { statuses, waits } = await sendTo([[503, headers]]);
    expect(statuses).toEqual([503, 200]);
    expect(waits).toMatchObject([{ seconds: 1 }]);
  });

  test('does not wait for a date in the past', async () => {
    const { waits } = await sendTo([[503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }]]);
    expect(waits).toMatchObject([{ seconds: 0 }]);
  });

  test('is stopped while it waits', async () => {
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort();
    }, 100);
    const begun = Date.now();
    const { attempts, requests } = await sendTo([[503, { 'retry-after': '20' }]], { signal: stop.signal });
    expect(attempts.at(-1)?.outcome).toEqual({
      noAnswer: { kind: 'aborted', message: 'stopped during the wait of 20 s that the server asked for' },
    });
    expect(requests).toBe(1);
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});

test.each(['POST', 'PATCH', 'DELETE'] as const)('a write is never sent again: %s', async (method) => {
  const { statuses, requests } = await sendTo([[503, soon]], { method });
  expect(statuses).toEqual([503]);
  expect(requests).toBe(1);
});
