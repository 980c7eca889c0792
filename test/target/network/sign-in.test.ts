import { afterEach, describe, expect, test } from '@jest/globals';
import type { Target } from '../../../src/target/target.js';
import { openBench } from '../../http/loopback.js';
import { never, noon, openCleanly } from './open-target.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const clientId = 'app:1';
const clientSecret = 'canary secret/2';
const basic = `Basic ${Buffer.from('app%3A1:canary+secret%2F2').toString('base64')}`;
const find = { method: 'GET', path: '/Users' } as const;

interface Grant {
  readonly authorization: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
}
type Reply = readonly [status: number, body: unknown, headers?: Record<string, string>];

interface Opened {
  readonly target: Target;
  readonly grants: Grant[];
  /** credentials that the SCIM service was given */
  readonly tokens: (string | undefined)[];
  readonly wait: (seconds: number) => void;
}

/** A SCIM service and a token endpoint that answers as told. */
async function open(reply: (grant: Grant, count: number) => Reply, scope?: string): Promise<Opened> {
  const grants: Grant[] = [];
  const tokens: (string | undefined)[] = [];
  const { port } = await bench.listen((request, response) => {
    if (request.url !== '/token?tenant=1') {
      tokens.push(request.headers.authorization);
      response.end(JSON.stringify({ totalResults: 0, told: request.headers }));
      return;
    }
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(pieces).toString()));
      const grant = { authorization: request.headers.authorization, fields };
      grants.push(grant);
      const [status, body, headers] = reply(grant, grants.length);
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  let now = noon;
  const root = `http://127.0.0.1:${port}`;
  const auth = {
    kind: 'client-credentials',
    tokenUrl: `${root}/token?tenant=1`,
    clientId,
    clientSecret,
    scope,
  } as const;
  const target = openCleanly({ url: `${root}/scim`, auth }, { http: bench.client(), clock: () => now });
  return {
    target,
    grants,
    tokens,
    wait(seconds) {
      now += seconds * 1000;
    },
  };
}

// RFC 6749 section 5.1
const granted = (token: string, life?: unknown): Reply => [
  200,
  { access_token: token, token_type: 'Bearer', expires_in: life },
];

describe('client credentials', () => {
  // RFC 6749 sections 4.4.2 and 2.3.1: the form, and Basic with both parts form-encoded.
  test('are shown as Basic first, and the token is sent', async () => {
    const { target, grants, tokens } = await open(() => granted('token-1'), 'scim.read scim.write');
    const exchange = await target.send(find, never());
    expect(grants).toEqual([
      { authorization: basic, fields: { grant_type: 'client_credentials', scope: 'scim.read scim.write' } },
    ]);
    expect(tokens).toEqual(['Bearer token-1']);
    expect(exchange.answer?.status).toBe(200);
  });

  // scim-client reference, section 1: "credentials in Basic header or body". The errors: RFC 6749 section 5.2.
  test.each<[string, Reply]>([
    ['invalid_client', [401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic' }]],
    ['invalid_client', [400, { error: 'invalid_client' }]],
    ['invalid_request', [400, { error: 'invalid_request', error_description: 'client_id is missing' }]],
    ['no word of explanation', [401, '<html>Unauthorized</html>']],
  ])('are sent in the body once where Basic meets %s', async (_error, refusal) => {
    const { target, grants, tokens } = await open((_, count) => (count === 1 ? refusal : granted('token-2')));
    const exchange = await target.send(find, never());
    expect(grants[1]).toEqual({
      authorization: undefined,
      fields: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
    });
    expect(tokens).toEqual(['Bearer token-2']);
    expect(exchange.before?.map(({ answer }) => answer?.status)).toEqual([refusal[0], 200]);
  });

  test('that are refused both ways are not tried a third time, and nothing is sent to the target', async () => {
    const { target, grants, tokens } = await open(() => [
      401,
      { error: 'invalid_client', error_description: 'who?' },
    ]);
    const exchange = await target.send(find, never());
    expect(grants).toHaveLength(2);
    expect(tokens).toEqual([]);
    expect(exchange.noAnswer).toEqual({
      kind: 'signIn',
      message: expect.stringMatching(/^sign-in at 127\.0\.0\.1:\d+: answered 401 invalid_client: who\?$/),
    });
  });

  test.each<[string, Reply, string]>([
    ['another error', [400, { error: 'invalid_scope' }], 'answered 400 invalid_scope'],
    ['no token', [200, { token_type: 'Bearer' }], 'answered 200 without an access_token'],
    [
      'a token that fits in no header',
      [200, { access_token: 'a\nb' }],
      'answered 200 without an access_token',
    ],
    ['no JSON', [200, '<html>'], 'answered 200 without an access_token'],
    ['trouble of the server', [503, ''], 'answered 503'],
    [
      'a redirect',
      [302, '', { location: 'https://login.example/' }],
      'answered 302, to https://login.example/',
    ],
  ])('that meet %s are not tried again', async (_what, reply, message) => {
    const { target, grants } = await open(() => reply);
    const { noAnswer } = await target.send(find, never());
    expect(noAnswer).toEqual({ kind: 'signIn', message: expect.stringContaining(message) });
    expect(grants).toHaveLength(1);
  });
});

describe('a token that was obtained', () => {
  test('serves until shortly before its end, then another one is asked for in the same way', async () => {
    const { target, grants, tokens, wait } = await open(({ authorization }, count) =>
      authorization === undefined ? granted(`token-${count}`, '3600') : [401, { error: 'invalid_client' }],
    );
    await target.send(find, never());
    wait(3560);
    const second = await target.send(find, never());
    wait(30);
    await target.send(find, never());
    expect(tokens).toEqual(['Bearer token-2', 'Bearer token-2', 'Bearer token-3']);
    expect(second).not.toHaveProperty('before');
    expect(grants.map(({ authorization }) => authorization)).toEqual([basic, undefined, undefined]);
  });

  test.each([[undefined], ['soon'], [0]])('serves for the whole run when its life is %j', async (life) => {
    const { target, grants, wait } = await open(() => granted('token-1', life));
    await target.send(find, never());
    wait(1_000_000);
    await target.send(find, never());
    expect(grants).toHaveLength(1);
  });

  test('is asked for once by requests that begin together', async () => {
    const { target, grants, tokens } = await open(() => granted('token-1', 60));
    await Promise.all([target.send(find, never()), target.send(find, never())]);
    expect(grants).toHaveLength(1);
    expect(tokens).toEqual(['Bearer token-1', 'Bearer token-1']);
  });
});

describe('a sign-in', () => {
  test('is an exchange before the first one, without its secrets, also those it brought', async () => {
    const { target, grants } = await open(({ authorization }) =>
      authorization === undefined
        ? granted('canary-token-1')
        : [401, { error: 'invalid_client', told: authorization }],
    );
    const exchange = await target.send({ method: 'PATCH', path: '/Users/1', body: {} }, never());
    expect(exchange.before).toMatchObject([
      {
        request: { method: 'POST', path: '/token?tenant=1', body: 'grant_type=client_credentials' },
        requestHeaders: { authorization: 'Basic ***', 'content-type': 'application/x-www-form-urlencoded' },
        answer: { status: 401 },
        planned: false,
      },
      {
        request: { body: 'grant_type=client_credentials&client_id=app%3A1&client_secret=***' },
        answer: { status: 200, body: '{"access_token":"***","token_type":"Bearer"}' },
      },
    ]);
    // The SCIM service said the token back.
    expect(exchange.answer?.body).toContain('"authorization":"Bearer ***"');
    expect(JSON.stringify(exchange)).not.toContain('canary');
    expect(JSON.stringify(exchange)).not.toContain(basic.slice(6));
    expect(grants).toHaveLength(2);
  });

  test('that finds nobody there is told as what it is, with its place', async () => {
    const { port } = await bench.listen(() => undefined);
    await bench.closeAll();
    const tokenUrl = `http://127.0.0.1:${port}/token`;
    const auth = { kind: 'client-credentials', tokenUrl, clientId, clientSecret, scope: undefined } as const;
    const exchange = await openCleanly({ auth }, { http: bench.client() }).send(find, never());
    expect(exchange.noAnswer).toEqual({
      kind: 'refused',
      message: `sign-in at 127.0.0.1:${port}: 127.0.0.1:${port} refused the connection (ECONNREFUSED)`,
    });
  });

  test('is not made for a plan', async () => {
    const { target, grants } = await open(() => granted('token-1'));
    expect(target.plan(find).requestHeaders.authorization).toBe('Bearer ***');
    expect(grants).toEqual([]);
  });
});
