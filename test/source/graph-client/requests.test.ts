import { afterEach, describe, expect, test } from '@jest/globals';
import type { GraphRequest } from '../../../src/source/graph/graph-client.js';
import { never, openBench } from '../../http/loopback.js';
import { codesOf, graphError as error, open, type Scripted, shown, standIn, words } from './open-client.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const readAlice: GraphRequest = {
  method: 'GET',
  path: '/users/alice%40contoso.com?$select=id',
  need: 'readUser',
};

/** A Graph that gives these answers one after the other, the last one for ever. */
const graphOf = (...answers: readonly Scripted[]) =>
  standIn(bench, (_, index) => answers[index] ?? answers.at(-1) ?? { status: 500 });

const alice: Scripted = { status: 200, body: { id: 'a' } };
const tooMany = error(429, 'TooManyRequests', 'Too many requests');

describe('a request', () => {
  // Graph reference, section 3: Authorization, Accept, client-request-id.
  test('goes below /v1.0 with the token and an id of its own, and its secret is not shown', async () => {
    const { root, seen } = await graphOf(alice);
    const { client } = open(bench, { graphUrl: `${root}/` });
    const reply = await client.send({ ...readAlice, headers: { ConsistencyLevel: 'eventual' } }, never());
    expect(reply).toMatchObject({ status: 200, body: { id: 'a' }, errorCode: undefined, diagnostics: [] });
    expect(seen).toMatchObject([
      {
        url: '/v1.0/users/alice%40contoso.com?$select=id',
        headers: expect.objectContaining({
          authorization: 'Bearer opaque-token-of-the-test',
          accept: 'application/json',
          consistencylevel: 'eventual',
          'client-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
        }),
      },
    ]);
    expect(shown(reply)).not.toContain('opaque-token');
    expect(reply.exchanges.map(({ request }) => request.path)).toEqual([seen[0]?.url]);
  });

  test('to an address on another host is not sent', async () => {
    const { root, seen } = await graphOf(alice);
    const { client } = open(bench, { graphUrl: root });
    const reply = await client.send({ ...readAlice, path: 'https://elsewhere.example/v1.0/users' }, never());
    expect([codesOf(reply), seen]).toEqual([['graph/link-elsewhere'], []]);
  });

  test('without a body in its answer has null', async () => {
    const { root } = await graphOf({ status: 204 });
    const { client } = open(bench, { graphUrl: root });
    expect(await client.send(readAlice, never())).toMatchObject({ status: 204, body: null, diagnostics: [] });
  });

  test('that is refused at the socket fails at once, and names the host', async () => {
    const { client, slept } = open(bench, { graphUrl: 'http://127.0.0.1:9' });
    const reply = await client.send(readAlice, never());
    expect([codesOf(reply), slept]).toEqual([['graph/no-answer'], []]);
    expect(reply.diagnostics.map(words).join()).toContain('127.0.0.1:9 refused the connection');
  });
});

// Graph reference, section 6.
describe('an answer that asks to wait', () => {
  test.each([
    [429, '2', 2000],
    [503, '3', 3000],
    [429, '1.5', 1500],
  ])('with %s and Retry-After %s is asked again after it', async (status, retryAfter, milliseconds) => {
    const { root } = await graphOf({ ...tooMany, status, headers: { 'retry-after': retryAfter } }, alice);
    const { client, waits, slept } = open(bench, { graphUrl: root });
    const reply = await client.send(readAlice, never());
    expect(reply).toMatchObject({ status: 200, diagnostics: [] });
    expect(reply.exchanges.map(({ answer }) => answer?.status)).toEqual([status, 200]);
    expect(slept).toEqual([milliseconds]);
    expect(waits).toEqual([
      { url: `${root}/v1.0/users/alice%40contoso.com?$select=id`, seconds: milliseconds / 1000, status },
    ]);
  });

  test('without a time is asked again after growing times, jittered between half and all of them', async () => {
    const { root } = await graphOf(tooMany, tooMany, tooMany, alice);
    const full = open(bench, { graphUrl: root });
    expect(await full.client.send(readAlice, never())).toMatchObject({ status: 200 });
    expect(full.slept).toEqual([1000, 2000, 4000]);
    const again = await graphOf(tooMany, tooMany, tooMany, alice);
    const half = open(bench, { graphUrl: again.root }, { random: () => 0 });
    await half.client.send(readAlice, never());
    expect(half.slept).toEqual([500, 1000, 2000]);
  });

  test('too often, or for too long, ends as trouble that says what was waited', async () => {
    const { root, seen } = await graphOf(tooMany);
    const { client } = open(bench, { graphUrl: root }, { patience: { retries: 2, seconds: 100 } });
    const often = await client.send(readAlice, never());
    expect([often.status, codesOf(often), seen.length]).toEqual([undefined, ['graph/throttled'], 3]);
    const long = await graphOf({ ...tooMany, headers: { 'retry-after': '600' } });
    const patient = open(bench, { graphUrl: long.root });
    const reply = await patient.client.send(readAlice, never());
    expect([codesOf(reply), patient.slept]).toEqual([['graph/throttled'], []]);
    expect(reply.diagnostics.map(words).join()).toContain('asks for another 600 s');
  });

  test('never outlasts the signal', async () => {
    const { root } = await graphOf({ ...tooMany, headers: { 'retry-after': '60' } });
    const stop = new AbortController();
    const { client } = open(
      bench,
      { graphUrl: root },
      {
        sleep: (_, signal) => {
          stop.abort(new DOMException('over', 'TimeoutError'));
          return Promise.reject(signal.reason as Error);
        },
      },
    );
    const reply = await client.send(readAlice, stop.signal);
    expect(reply.diagnostics).toMatchObject([{ code: 'graph/no-answer', args: { kind: 'timeout' } }]);
  });
});

describe('a fault of the service', () => {
  test.each([500, 502, 504])('with %s is asked again', async (status) => {
    const { root } = await graphOf(error(status, 'UnknownError', 'broken'), alice);
    const { client } = open(bench, { graphUrl: root });
    expect(await client.send(readAlice, never())).toMatchObject({ status: 200 });
  });

  // Graph reference, section 4.9: provisionOnDemand writes to the target.
  test('is not asked again where the request writes, a throttling is', async () => {
    const write: GraphRequest = { method: 'POST', path: '/x', need: 'provisionOnDemand', body: {} };
    const broken = await graphOf(error(503, 'ServiceUnavailable', 'broken', { 'retry-after': '1' }), alice);
    const reply = await open(bench, { graphUrl: broken.root }).client.send(write, never());
    expect([reply.status, broken.seen.length, codesOf(reply)]).toEqual([503, 1, ['graph/unavailable']]);
    const throttled = await graphOf(tooMany, alice);
    expect(await open(bench, { graphUrl: throttled.root }).client.send(write, never())).toMatchObject({
      status: 200,
    });
  });
});

describe('an answer that is none of Graph', () => {
  test.each([
    [
      'an HTML page',
      {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html><title>Sign in to proxy</title>',
      },
      'an HTML page titled "Sign in to proxy"',
    ],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://portal.example/login' } },
      'a redirect to https://portal.example/login',
    ],
    ['text', { status: 404, headers: { 'content-type': 'text/plain' }, body: 'nothing here' }, 'no JSON'],
  ])('such as %s is named', async (_, answer, found) => {
    const { root } = await graphOf(answer);
    const reply = await open(bench, { graphUrl: root }).client.send(readAlice, never());
    expect([reply.status, codesOf(reply)]).toEqual([undefined, ['graph/unreadable-answer']]);
    expect(reply.diagnostics.map(words).join()).toContain(found);
  });
});

describe('a refusal', () => {
  // Graph reference, section 4: least permissions.
  test.each([
    ['readUser', 'User.Read.All', undefined],
    ['readAssignments', 'Directory.Read.All', undefined],
    ['readApplication', 'Application.Read.All', undefined],
    ['readJob', 'Synchronization.Read.All', 'Application Administrator'],
    ['parseExpression', 'Synchronization.ReadWrite.All', 'Application Administrator'],
  ] as const)('of %s with 403 names %s, and the role a person needs', async (need, permission, role) => {
    const { root } = await graphOf(
      error(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'),
    );
    const reply = await open(bench, { graphUrl: root }).client.send({ ...readAlice, need }, never());
    expect(reply).toMatchObject({ status: 403, errorCode: 'Authorization_RequestDenied' });
    const text = reply.diagnostics.map(words).join();
    expect(text).toContain(`application permission that suffices: ${permission}`);
    expect(text).toContain(`delegated permission that suffices: ${permission}`);
    expect(text.includes('needs the role')).toBe(role !== undefined);
    expect(text).toContain('request-id aaaaaaaa-0000-4000-8000-000000000071, 2026-01-15T09:30:00');
  });

  test('with 404 is an answer first', async () => {
    const { root } = await graphOf(error(404, 'Request_ResourceNotFound', 'not there'));
    const reply = await open(bench, { graphUrl: root }).client.send(readAlice, never());
    expect(reply).toMatchObject({ status: 404, errorCode: 'Request_ResourceNotFound' });
    expect(codesOf(reply)).toEqual(['graph/not-found']);
  });

  // data/graph-samples/error.schema-patch-unknownerror.json
  test('whose message is JSON of the backend shows what that says', async () => {
    const inner = JSON.stringify({ Message: "No HTTP resource was found that matches 'x'." });
    const { root } = await graphOf(error(400, 'UnknownError', inner));
    const reply = await open(bench, { graphUrl: root }).client.send(readAlice, never());
    expect(reply.diagnostics.map(words).join()).toContain(`"No HTTP resource was found that matches 'x'."`);
  });

  test('with a message without end is cut', async () => {
    const { root } = await graphOf(error(400, 'BadRequest', 'x'.repeat(100_000)));
    const reply = await open(bench, { graphUrl: root }).client.send(readAlice, never());
    expect(reply.diagnostics.map(words).join().length).toBeLessThan(3000);
  });
});
