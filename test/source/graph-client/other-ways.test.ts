import { afterEach, describe, expect, test } from '@jest/globals';
import type { GraphClientOptions } from '../../../src/source/graph/client/index.js';
import type { GraphRequest } from '../../../src/source/graph/graph-client.js';
import { never, openBench } from '../../http/loopback.js';
import {
  clientId,
  codesOf,
  open,
  type Scripted,
  type Seen,
  shown,
  standIn,
  tenant,
  words,
} from './open-client.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const readAlice: GraphRequest = { method: 'GET', path: '/users/alice', need: 'readUser' };
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object): string => `${encode({ alg: 'none' })}.${encode(claims)}.signature`;
const graph = () => standIn(bench, () => ({ status: 200, body: { id: 'a' } }));

const noon = Date.UTC(2026, 0, 2, 12);
const clock = (): number => noon;

describe('a token that was given', () => {
  test.each([
    ['  Bearer opaque-given-token\n', 'Bearer opaque-given-token'],
    ['opaque-given-token', 'Bearer opaque-given-token'],
  ])('as %j is sent alone', async (token, sent) => {
    const { root, seen } = await graph();
    const reply = await open(bench, { auth: { kind: 'token', token }, graphUrl: root }).client.send(
      readAlice,
      never(),
    );
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([sent]);
    expect(shown(reply)).not.toContain('opaque-given-token');
  });

  test.each([
    ['', 'sign-in/token-empty'],
    ['Bearer ', 'sign-in/token-empty'],
    ['two\nlines', 'sign-in/token-garbled'],
    [tokenOf({ exp: noon / 1000 - 301 }), 'sign-in/token-expired'],
  ])('as %j is not sent', async (token, code) => {
    const { root, seen } = await graph();
    const options = { auth: { kind: 'token', token }, graphUrl: root } as const;
    const reply = await open(bench, options, { clock }).client.send(readAlice, never());
    expect([codesOf(reply), seen]).toEqual([[code], []]);
  });

  test.each([
    [{ aud: 'https://management.azure.com', tid: tenant }, 'the token is for https://management.azure.com'],
    [{ aud: 'https://graph.microsoft.us', tid: tenant }, 'not for https://graph.microsoft.com'],
    [
      { aud: 'https://graph.microsoft.com', tid: tenant, exp: noon / 1000 - 10 },
      'the token expired at 2026-01-02T11:59:50Z',
    ],
    [
      { aud: '00000003-0000-0000-c000-000000000000', tid: 'elsewhere' },
      'The token is of the tenant elsewhere',
    ],
  ])('with the claims %j is explained by them when it is refused', async (claims, expected) => {
    const { root, seen } = await standIn(bench, () => ({
      status: 401,
      body: { error: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure.' } },
    }));
    const options = { auth: { kind: 'token', token: tokenOf(claims) }, graphUrl: root } as const;
    const reply = await open(bench, options, { clock }).client.send(readAlice, never());
    expect([codesOf(reply)[0], seen.length]).toEqual(['graph/unauthorized', 1]);
    expect(reply.diagnostics.map(words).join()).toContain(expected);
  });

  test('of a person is told the delegated permission alone, and what it carries', async () => {
    const { root } = await standIn(bench, () => ({
      status: 403,
      body: { error: { code: 'Forbidden', message: 'no' } },
    }));
    const token = tokenOf({ tid: tenant, scp: 'openid User.Read' });
    const reply = await open(bench, { auth: { kind: 'token', token }, graphUrl: root }).client.send(
      readAlice,
      never(),
    );
    const text = reply.diagnostics.map(words).join();
    expect(text).toContain('least delegated permission that suffices: User.Read.All');
    expect(text).not.toContain('application permission');
    expect(text).toContain('delegated permissions: openid, User.Read.');
  });

  test('refused by a server whose clock differs names the difference', async () => {
    const { root } = await standIn(bench, () => ({
      status: 401,
      headers: { date: 'Fri, 02 Jan 2026 11:50:00 GMT' },
      body: { error: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed.' } },
    }));
    const reply = await open(bench, { graphUrl: root }, { clock }).client.send(readAlice, never());
    expect(codesOf(reply)).toEqual(['graph/unauthorized', 'graph/clock-skew']);
    expect(reply.diagnostics.map(words).join()).toContain('600 s ahead of');
  });
});

describe('the Azure CLI', () => {
  type Run = NonNullable<GraphClientOptions['runProgram']>;
  const failing =
    (reason: 'notFound' | 'failed' | 'offline' | 'timeout', stderr: string): Run =>
    () =>
      Promise.resolve({ ok: false, reason, words: 'it ended with exit code 1', stderr });

  // "az account get-access-token" in the Azure CLI reference: accessToken, expires_on in seconds.
  test('is asked once for the token of the cloud, without a shell', async () => {
    const { root, seen } = await graph();
    const runs: (readonly string[])[] = [];
    const runProgram: Run = (program, args) => {
      runs.push([program, ...args]);
      const stdout = JSON.stringify({
        accessToken: 'token-of-az',
        expires_on: noon / 1000 + 3600,
        tokenType: 'Bearer',
      });
      return Promise.resolve({ ok: true, stdout });
    };
    const settings = { auth: { kind: 'azure-cli' }, graphUrl: root, cloud: 'usgov' } as const;
    const { client } = open(bench, settings, { clock, runProgram });
    const reply = await client.send(readAlice, never());
    await client.send(readAlice, never());
    expect(runs).toEqual([
      [
        'az',
        'account',
        'get-access-token',
        '--resource',
        'https://graph.microsoft.us',
        '--output',
        'json',
        '--tenant',
        tenant,
      ],
    ]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-of-az',
      'Bearer token-of-az',
    ]);
    expect(shown(reply)).not.toContain('token-of-az');
  });

  test.each([
    ['that is missing', failing('notFound', ''), 'sign-in/az-missing'],
    ['that may not be started offline', failing('offline', ''), 'sign-in/no-answer'],
    [
      'without a sign-in',
      failing('failed', "ERROR: Please run 'az login' to setup account."),
      'sign-in/az-not-signed-in',
    ],
    [
      'whose sign-in expired',
      failing('failed', 'ERROR: AADSTS700082: The refresh token has expired due to inactivity.'),
      'sign-in/az-not-signed-in',
    ],
    ['that hangs', failing('timeout', ''), 'sign-in/az-failed'],
    [
      'that answers no JSON',
      () => Promise.resolve({ ok: true as const, stdout: 'canary-token' }),
      'sign-in/az-unreadable',
    ],
  ])('%s is a diagnostic', async (_, runProgram, code) => {
    const reply = await open(bench, { auth: { kind: 'azure-cli' } }, { runProgram }).client.send(
      readAlice,
      never(),
    );
    expect(codesOf(reply)).toEqual([code]);
    expect(shown(reply)).not.toContain('canary-token');
  });

  // Graph reference, section 2: "Reuse until shortly (say five minutes) before the end".
  test('is asked again five minutes before its token ends', async () => {
    const { root, seen } = await graph();
    let now = noon;
    let runs = 0;
    const runProgram: Run = () => {
      const stdout = JSON.stringify({ accessToken: `token-${++runs}`, expires_on: now / 1000 + 3600 });
      return Promise.resolve({ ok: true, stdout });
    };
    const settings = { auth: { kind: 'azure-cli' }, graphUrl: root } as const;
    const { client } = open(bench, settings, { clock: () => now, runProgram });
    for (const minutes of [0, 54, 56]) {
      now = noon + minutes * 60_000;
      await client.send(readAlice, never());
    }
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('that is stopped with the run is no refusal', async () => {
    const stop = new AbortController();
    const runProgram: Run = () => {
      stop.abort();
      return Promise.resolve({ ok: false, reason: 'aborted', words: 'it was stopped', stderr: '' });
    };
    const { client } = open(bench, { auth: { kind: 'azure-cli' } }, { runProgram });
    const reply = await client.send(readAlice, stop.signal);
    expect(reply.diagnostics).toMatchObject([{ code: 'sign-in/no-answer', args: { kind: 'aborted' } }]);
  });

  test('that is not on the PATH is found missing by the runner itself', async () => {
    const environment = { PATH: '/nowhere' };
    const reply = await open(bench, { auth: { kind: 'azure-cli' } }, { environment }).client.send(
      readAlice,
      never(),
    );
    expect(codesOf(reply)).toEqual(['sign-in/az-missing']);
  });
});

/** A token service for device codes: RFC 8628 sections 3.2 and 3.5, with Microsoft's names. */
async function deviceAuthority(...answers: readonly Scripted[]) {
  let polls = 0;
  const forms: (readonly [string, Readonly<Record<string, string>>])[] = [];
  const { root } = await standIn(bench, ({ url, body }: Seen) => {
    const [path = ''] = url.split('?');
    forms.push([path, Object.fromEntries(new URLSearchParams(body))]);
    return path.endsWith('/devicecode')
      ? {
          status: 200,
          body: {
            user_code: 'CANARY-CODE',
            device_code: 'canary-device-code',
            verification_uri: 'https://microsoft.com/devicelogin',
            expires_in: 900,
            interval: 0.05,
            message: 'To sign in, open https://microsoft.com/devicelogin and enter the code CANARY-CODE.',
          },
        }
      : (answers[polls++] ?? answers.at(-1) ?? { status: 500 });
  });
  return { root, forms };
}

const pending: Scripted = { status: 400, body: { error: 'authorization_pending' } };
const claims = {
  aud: clientId,
  iss: 'x',
  tid: tenant,
  oid: 'o',
  sub: 's',
  preferred_username: 'alice@contoso.com',
};
const granted = (name: string): Scripted => ({
  status: 200,
  body: {
    token_type: 'Bearer',
    scope: 'https://graph.microsoft.com/.default',
    expires_in: 3599,
    access_token: name,
    refresh_token: 'canary-refresh-token',
    id_token: tokenOf(claims),
    client_info: encode({ uid: 'o', utid: tenant }),
  },
});

describe('a device code', () => {
  test('is shown, and asked for until somebody entered it; nothing of it is recorded', async () => {
    const { root: authorityUrl, forms } = await deviceAuthority(
      pending,
      pending,
      granted('canary-access-token'),
    );
    const { root, seen } = await graph();
    const codes: unknown[] = [];
    const { client } = open(
      bench,
      { auth: { kind: 'device-code' }, authorityUrl, graphUrl: root },
      { onDeviceCode: (code) => codes.push(code) },
    );
    const reply = await client.send(readAlice, never());
    expect(codes).toEqual([
      {
        message: 'To sign in, open https://microsoft.com/devicelogin and enter the code CANARY-CODE.',
        userCode: 'CANARY-CODE',
        verificationUri: 'https://microsoft.com/devicelogin',
        expiresInSeconds: 900,
      },
    ]);
    expect(forms.map(([path]) => path.slice(path.lastIndexOf('/')))).toEqual([
      '/devicecode',
      '/token',
      '/token',
      '/token',
    ]);
    expect(forms[1]?.[1]).toMatchObject({ device_code: 'canary-device-code', client_id: clientId });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer canary-access-token']);
    expect(reply.exchanges).toHaveLength(5);
    expect(shown(reply)).not.toMatch(/canary/i);
  });

  test('is not asked for again when its token is refused: the refresh token serves', async () => {
    const { root: authorityUrl, forms } = await deviceAuthority(granted('first'), granted('second'));
    const { root } = await standIn(bench, ({ headers }) =>
      headers.authorization === 'Bearer second'
        ? { status: 200, body: {} }
        : { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: 'expired' } } },
    );
    const { client } = open(bench, { auth: { kind: 'device-code' }, authorityUrl, graphUrl: root });
    const reply = await client.send(readAlice, never());
    expect(reply.status).toBe(200);
    expect(forms.map(([, { grant_type: grant }]) => grant)).toEqual([
      undefined,
      // MSAL's word; Microsoft Entra takes it for the one of RFC 8628.
      'device_code',
      'refresh_token',
    ]);
    expect(shown(reply)).not.toContain('canary');
  });

  test.each([
    ['authorization_declined', 'sign-in/device-code-declined'],
    ['expired_token', 'sign-in/device-code-expired'],
  ])('that ends with %s says so', async (error, code) => {
    const { root: authorityUrl } = await deviceAuthority(pending, { status: 400, body: { error } });
    const { client } = open(bench, { auth: { kind: 'device-code' }, authorityUrl });
    expect(codesOf(await client.send(readAlice, never()))).toEqual([code]);
  });

  test('is given up with the signal', async () => {
    const { root: authorityUrl } = await deviceAuthority(pending);
    const stop = new AbortController();
    const { client } = open(
      bench,
      { auth: { kind: 'device-code' }, authorityUrl },
      {
        onDeviceCode: () =>
          setTimeout(() => {
            stop.abort(new DOMException('over', 'TimeoutError'));
          }, 20),
      },
    );
    const reply = await client.send(readAlice, stop.signal);
    expect(reply.diagnostics).toMatchObject([{ code: 'sign-in/no-answer', args: { kind: 'timeout' } }]);
  });
});

describe('a managed identity', () => {
  const variables = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER', 'AZURE_POD_IDENTITY_AUTHORITY_HOST'] as const;
  afterEach(() => {
    for (const name of variables) Reflect.deleteProperty(process.env, name);
  });

  // "How to use managed identities for App Service": IDENTITY_ENDPOINT, X-IDENTITY-HEADER, api-version 2019-08-01.
  test('of App Service is asked at the endpoint of the environment, its header is not shown', async () => {
    const expiresOn = Math.floor(Date.now() / 1000) + 3600;
    const endpoint = await standIn(bench, () => ({
      status: 200,
      body: { access_token: 'canary-mi-token', expires_on: expiresOn, resource: 'r', token_type: 'Bearer' },
    }));
    process.env.IDENTITY_ENDPOINT = `${endpoint.root}/msi/token`;
    process.env.IDENTITY_HEADER = 'canary-identity-header';
    const { root, seen } = await graph();
    const { client } = open(bench, { auth: { kind: 'managed-identity' }, graphUrl: root });
    const reply = await client.send(readAlice, never());
    expect(endpoint.seen).toHaveLength(1);
    const asked = new URL(endpoint.seen[0]?.url ?? '', endpoint.root);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      'api-version': '2019-08-01',
      resource: 'https://graph.microsoft.com',
      client_id: clientId,
    });
    expect(endpoint.seen[0]?.headers['x-identity-header']).toBe('canary-identity-header');
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer canary-mi-token']);
    expect(shown(reply)).not.toContain('canary');
  });

  // "How to use managed identities on an Azure VM to acquire an access token": metadata header, 400 for an unknown identity.
  test('of a virtual machine that has none is refused, each time over the connection of the run', async () => {
    const endpoint = await standIn(bench, () => ({
      status: 400,
      body: { error: 'invalid_request', error_description: 'Identity not found' },
    }));
    process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = endpoint.root;
    const { client } = open(bench, { auth: { kind: 'managed-identity' }, clientId: undefined });
    const reply = await client.send(readAlice, never());
    expect(codesOf(reply)).toEqual(['sign-in/identity-refused']);
    expect(endpoint.seen[0]).toMatchObject({
      url: expect.stringMatching(/^\/metadata\/identity\/oauth2\/token\/?\?api-version=2018-02-01/),
      headers: { metadata: 'true' },
    });
  });

  test('where nothing answers is named as missing', async () => {
    process.env.AZURE_POD_IDENTITY_AUTHORITY_HOST = 'http://127.0.0.1:9';
    const reply = await open(bench, { auth: { kind: 'managed-identity' } }).client.send(readAlice, never());
    expect(codesOf(reply)).toEqual(['sign-in/no-managed-identity']);
  });
});
