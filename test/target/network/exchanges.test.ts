import type { IncomingHttpHeaders, RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ScimTargetSettings } from '../../../src/config/settings.js';
import type { Wait } from '../../../src/http/index.js';
import { openBench } from '../../http/loopback.js';
import { never, noon, open, openCleanly } from './open-target.js';

const bench = openBench();
afterEach(() => bench.closeAll());

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A SCIM service that knows nobody and keeps what it was asked. */
async function listen(
  answer: RequestListener = (_, response) => response.end('{"totalResults":0}'),
): Promise<{ readonly url: string; readonly seen: Seen[] }> {
  const seen: Seen[] = [];
  const { port } = await bench.listen((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(pieces).toString() });
      answer(request, response);
    });
  });
  return { url: `http://127.0.0.1:${port}/scim`, seen };
}

const find = { method: 'GET', path: '/Users?filter=userName+eq+%22a%22' } as const;
const create = {
  method: 'POST',
  path: '/Users',
  body: { userName: 'jürgen', password: 'first-secret' },
} as const;
const token = 'canary-token-0815';

describe('a request', () => {
  // scim-client reference, section 1: media types, and our own User-Agent.
  test('has the headers of a SCIM client, and its body as JSON', async () => {
    const { url, seen } = await listen();
    const target = openCleanly({ url, auth: { kind: 'bearer', token } }, { http: bench.client() });
    await target.send(create, never());
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/scim/Users',
        headers: {
          accept: 'application/scim+json, application/json',
          authorization: `Bearer ${token}`,
          'content-type': 'application/scim+json; charset=utf-8',
          'user-agent': 'provision-user/0.0.0',
        },
        body: '{"userName":"jürgen","password":"first-secret"}',
      },
    ]);
  });

  test('without a body has no content type', async () => {
    const { url, seen } = await listen();
    await openCleanly({ url }, { http: bench.client() }).send(find, never());
    expect(seen[0]?.headers).not.toHaveProperty('content-type');
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
    expect(seen[0]?.url).toBe('/scim/Users?filter=userName+eq+%22a%22');
  });

  test('has the headers of the settings, before our own', async () => {
    const { url, seen } = await listen();
    const headers = { 'X-Tenant': '42', Accept: 'application/json' };
    const exchange = await openCleanly({ url, headers }, { http: bench.client() }).send(find, never());
    expect(seen[0]?.headers).toMatchObject({ 'x-tenant': '42', accept: 'application/json' });
    expect(exchange.requestHeaders).toEqual({
      accept: 'application/json',
      'user-agent': 'provision-user/0.0.0',
      'x-tenant': '42',
    });
  });

  // RFC 7617 section 2.1: the example for UTF-8.
  test('carries user name and password as Basic, in UTF-8', async () => {
    const { url, seen } = await listen();
    const auth = { kind: 'basic', user: 'test', password: '123£' } as const;
    const exchange = await openCleanly({ url, auth }, { http: bench.client() }).send(find, never());
    expect(seen[0]?.headers.authorization).toBe('Basic dGVzdDoxMjPCow==');
    expect(exchange.requestHeaders.authorization).toBe('Basic ***');
  });
});

describe('an exchange', () => {
  test('is planned as it is then sent', async () => {
    const { url } = await listen();
    const target = openCleanly({ url, auth: { kind: 'bearer', token } }, { http: bench.client() });
    const planned = target.plan(create);
    const { answer, ...sent } = await target.send(create, never());
    expect(planned).toEqual({ ...sent, planned: true });
    expect(planned).toEqual({
      request: { method: 'POST', path: '/Users', body: { userName: 'jürgen', password: '***' } },
      url: `${url}/Users`,
      requestHeaders: {
        accept: 'application/scim+json, application/json',
        'user-agent': 'provision-user/0.0.0',
        'content-type': 'application/scim+json; charset=utf-8',
        authorization: 'Bearer ***',
      },
      planned: true,
      durationMs: 0,
    });
    expect(answer).toMatchObject({ status: 200, body: '{"totalResults":0}' });
  });

  test('measures how long it took', async () => {
    let now = noon;
    const { url } = await listen((_, response) => {
      now += 250;
      response.end('{}');
    });
    const exchange = await openCleanly({ url }, { http: bench.client(), clock: () => now }).send(
      find,
      never(),
    );
    expect(exchange.durationMs).toBe(250);
  });

  test('without an answer says why', async () => {
    const exchange = await openCleanly({}, { http: bench.client({ offline: true }) }).send(find, never());
    expect(exchange).toMatchObject({ planned: false, noAnswer: { kind: 'offline' } });
    expect(exchange).not.toHaveProperty('answer');
  });

  test('that was answered with a time to wait follows the answers before it', async () => {
    const answers = [429, 503];
    const { url } = await listen((_, response) => {
      response.writeHead(answers.shift() ?? 200, { 'retry-after': '0' }).end('{}');
    });
    const waits: Wait[] = [];
    const target = openCleanly({ url: `${url}?code=${token}` }, { http: bench.client(), waits });
    const exchange = await target.send(find, never());
    expect(exchange.answer?.status).toBe(200);
    expect(exchange.before?.map(({ answer }) => answer?.status)).toEqual([429, 503]);
    expect(waits).toEqual([
      { url: `${url}${find.path}&code=***`, seconds: 0, status: 429 },
      { url: `${url}${find.path}&code=***`, seconds: 0, status: 503 },
    ]);
  });

  test('of a write that failed was sent once', async () => {
    const { url, seen } = await listen((_, response) => {
      response.writeHead(503, { 'retry-after': '0' }).end();
    });
    const exchange = await openCleanly({ url }, { http: bench.client() }).send(create, never());
    expect(exchange.answer?.status).toBe(503);
    expect(seen).toHaveLength(1);
  });
});

// The server says everything back that it was told: headers, URL and body, in several spellings.
describe('a secret does not come back in an exchange', () => {
  const echo: RequestListener = (request, response) => {
    const { headers, url } = request;
    const decoded = Buffer.from(headers.authorization?.split(' ')[1] ?? '', 'base64').toString();
    response.writeHead(400, {
      'x-said': headers.authorization ?? '',
      'www-authenticate': `Basic realm="${String(headers['x-api-key'])}"`,
      location: `/login?return=${encodeURIComponent(url ?? '')}`,
    });
    response.end(
      JSON.stringify({ detail: `told ${JSON.stringify(headers)} at ${url ?? ''}`, decoded, headers }),
    );
  };
  const canary = 'canary+4711/secret';

  test.each<[string, Partial<ScimTargetSettings>]>([
    ['a bearer token', { auth: { kind: 'bearer', token: canary } }],
    ['a pasted bearer token', { auth: { kind: 'bearer', token: ` Bearer ${canary} ` } }],
    ['a password', { auth: { kind: 'basic', user: 'admin', password: canary } }],
    [
      'a header with a harmless name',
      {
        headers: { 'X-Routing': canary, Authorization: canary },
        secretHeaders: ['X-Routing', 'Authorization'],
      },
    ],
    ['a header', { headers: { 'X-Api-Key': canary, Cookie: `sid ${canary}` } }],
  ])('%s', async (_what, settings) => {
    const { url, seen } = await listen(echo);
    const { value: target } = open({ url, ...settings }, { http: bench.client() });
    const sent = await target?.send(create, never());
    const told = Object.values(seen[0]?.headers ?? {}).join();
    expect(told.includes(canary) || told.includes(Buffer.from(`admin:${canary}`).toString('base64'))).toBe(
      true,
    );
    const shown = JSON.stringify([sent, target?.plan(create)]);
    expect(shown).not.toContain('canary');
    expect(shown).not.toContain(Buffer.from(`admin:${canary}`).toString('base64'));
  });

  test('a key in the URL', async () => {
    const { url, seen } = await listen(echo);
    const target = openCleanly(
      { url: `${url}?code=${encodeURIComponent(canary)}` },
      { http: bench.client() },
    );
    const shown = JSON.stringify([await target.send(find, never()), target.plan(find)]);
    expect(seen[0]?.url).toContain(encodeURIComponent(canary));
    expect(shown).not.toContain('canary');
  });
});
