import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { GraphAuth } from '../../../src/config/settings.js';
import type { GraphRequest } from '../../../src/source/graph/graph-client.js';
import { never, openBench, readCertificate as readServerCertificate } from '../../http/loopback.js';
import { type Authority, startAuthority } from './authority.js';
import { clientId, codesOf, open, type Scripted, shown, standIn, tenant, words } from './open-client.js';

const bench = openBench();
const authorities: Authority[] = [];
afterEach(async () => {
  await bench.closeAll();
  await Promise.all(authorities.splice(0).map((authority) => authority.stop()));
});

async function start(...args: Parameters<typeof startAuthority>): Promise<Authority> {
  const authority = await startAuthority(...args);
  authorities.push(authority);
  return authority;
}

const readPem = (name: string): string =>
  readFileSync(new URL(`certificates/throw-away-${name}.pem`, import.meta.url), 'utf8');

const readAlice: GraphRequest = { method: 'GET', path: '/users/alice', need: 'readUser' };
const secret = 'sécret~with+odd%characters&=';
const clientSecret: GraphAuth = { kind: 'client-secret', clientSecret: secret };

/** A Graph that accepts the tokens that the authority gave, but for the first `stale` ones. */
const graphFor = (authority: Authority, stale = 0) =>
  standIn(bench, ({ headers }): Scripted => {
    const position = authority.tokens.findIndex((token) => headers.authorization === `Bearer ${token}`);
    return position >= stale
      ? { status: 200, body: { id: 'a' } }
      : {
          status: 401,
          body: { error: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed.' } },
        };
  });

describe('a client secret', () => {
  test('becomes one token for any number of requests, also at the same time', async () => {
    const authority = await start();
    const { root } = await graphFor(authority);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root, graphUrl: root });
    const all = await Promise.all([1, 2, 3].map(() => client.send(readAlice, never())));
    const later = await client.send(readAlice, never());
    expect([...all, later].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(authority.requests).toMatchObject([
      // Graph reference, section 2: the scope is the cloud's, whatever the roots; the secret arrives unharmed.
      {
        grant_type: 'client_credentials',
        scope: 'https://graph.microsoft.com/.default',
        client_id: clientId,
        client_secret: secret,
      },
    ]);
    expect(all.flatMap(({ exchanges }) => exchanges.map(({ request }) => request.method))).toEqual([
      'POST',
      'GET',
      'GET',
      'GET',
    ]);
  });

  test('needs no round trip besides the one for the token', async () => {
    const authority = await start();
    const { root } = await graphFor(authority);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root, graphUrl: root });
    const { exchanges } = await client.send(readAlice, never());
    expect(exchanges.map(({ url }) => url.split('?')[0])).toEqual([
      `${authority.root}/${tenant}/oauth2/v2.0/token`,
      `${root}/v1.0/users/alice`,
    ]);
  });

  test('and its token are shown nowhere', async () => {
    const authority = await start();
    const { root } = await graphFor(authority);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root, graphUrl: root });
    const reply = await client.send(readAlice, never());
    const text = shown(reply);
    expect(text).toContain('client_secret=***');
    for (const each of [secret, encodeURIComponent(secret), String(authority.tokens[0])])
      expect(text).not.toContain(each);
  });

  test('gets another token once where Graph refuses the first', async () => {
    const authority = await start();
    const { root } = await graphFor(authority, 1);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root, graphUrl: root });
    const all = await Promise.all([1, 2].map(() => client.send(readAlice, never())));
    expect(all.map(({ status }) => status)).toEqual([200, 200]);
    expect(authority.tokens).toHaveLength(2);
  });

  test('ends with 401 where Graph refuses the second token too', async () => {
    const authority = await start();
    const { root, seen } = await graphFor(authority, 9);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root, graphUrl: root });
    const reply = await client.send(readAlice, never());
    expect([reply.status, codesOf(reply), seen.length]).toEqual([401, ['graph/unauthorized'], 2]);
  });

  test('that is refused while renewing is not tried again', async () => {
    const refused = { status: 401, body: { error: 'invalid_client', error_codes: [7000222] } };
    // The first answer is the token: a refusal that is none.
    const authority = await start([undefined, refused, refused]);
    const { root } = await graphFor(authority, 9);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root, graphUrl: root });
    const all = await Promise.all([1, 2].map(() => client.send(readAlice, never())));
    all.push(await client.send(readAlice, never()));
    expect(all.map(codesOf)).toEqual(all.map(() => ['sign-in/secret-expired']));
    expect(authority.requests).toHaveLength(2);
  });

  test('signs in over TLS with an authority that was named', async () => {
    const authority = await start([], true);
    const { root } = await graphFor(authority);
    const settings = { auth: clientSecret, authorityUrl: authority.root, graphUrl: root };
    const trusting = bench.client({ ca: readServerCertificate('authority') });
    const { client } = open(bench, settings, { http: trusting });
    expect(await client.send(readAlice, never())).toMatchObject({ status: 200 });
    const distrusting = await open(bench, settings).client.send(readAlice, never());
    expect(distrusting.diagnostics).toMatchObject([{ code: 'sign-in/no-answer', args: { kind: 'tls' } }]);
  });

  test('that is refused is refused once for the whole run', async () => {
    const body = { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret.' };
    const refusal = { status: 401, body };
    const authority = await start([refusal, refusal]);
    const { client } = open(bench, { auth: clientSecret, authorityUrl: authority.root });
    const replies = [await client.send(readAlice, never()), await client.send(readAlice, never())];
    expect(replies.map(codesOf)).toEqual([['sign-in/secret-wrong'], ['sign-in/secret-wrong']]);
    expect(replies.map(({ exchanges }) => exchanges.length)).toEqual([1, 0]);
    expect(authority.requests).toHaveLength(1);
  });
});

describe('a fault of the token service', () => {
  // Graph reference, section 2: 90033 is transient, 90055 a throttling.
  test.each([
    [{ status: 503, body: { error: 'temporarily_unavailable' } }],
    [{ status: 400, body: { error: 'invalid_request', error_codes: [90033] } }],
    [{ status: 429, body: {} }],
  ])('such as %j passes, and the token is asked for again', async (refusal) => {
    const authority = await start([refusal]);
    const { root } = await graphFor(authority);
    const settings = { auth: clientSecret, authorityUrl: authority.root, graphUrl: root };
    const { client, waits } = open(bench, settings);
    expect(await client.send(readAlice, never())).toMatchObject({ status: 200 });
    expect(waits).toMatchObject([{ seconds: 1, status: refusal.status }]);
    expect(JSON.stringify(waits)).not.toContain(secret);
  });

  test('such as a page of HTML is named', async () => {
    const { root } = await standIn(bench, () => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><title>Welcome to the hotel</title></html>',
    }));
    const reply = await open(bench, { auth: clientSecret, authorityUrl: root }).client.send(
      readAlice,
      never(),
    );
    expect(codesOf(reply)).toEqual(['sign-in/unreadable-answer']);
    expect(reply.diagnostics.map(words).join()).toContain('Welcome to the hotel');
  });

  test('such as a refused connection is named at once', async () => {
    const settings = { auth: clientSecret, authorityUrl: 'http://127.0.0.1:9' };
    const { client, slept } = open(bench, settings);
    const reply = await client.send(readAlice, never());
    expect([codesOf(reply), slept]).toEqual([['sign-in/no-answer'], []]);
  });
});

const decode = (part: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('a certificate', () => {
  // "Application authentication certificate credentials": PS256, x5t#S256, audience is the token endpoint of the cloud.
  test.each([
    ['application', undefined],
    ['chain', 2],
  ])('of the file %s signs the request, with its chain where the file has one', async (name, length) => {
    const authority = await start();
    const { root } = await graphFor(authority);
    const pem = readPem(name);
    const auth: GraphAuth = { kind: 'certificate', certificate: pem };
    const { client } = open(bench, { auth, authorityUrl: authority.root, graphUrl: root });
    const reply = await client.send(readAlice, never());
    expect(reply).toMatchObject({ status: 200 });
    const assertion = String(authority.requests[0]?.client_assertion);
    const [header, payload] = assertion.split('.').slice(0, 2).map(decode);
    const leaf = new X509Certificate(name === 'chain' ? lastCertificate(pem) : pem);
    expect(header).toMatchObject({
      alg: 'PS256',
      'x5t#S256': Buffer.from(leaf.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
    });
    expect((header?.x5c as unknown[] | undefined)?.length).toBe(length);
    expect(payload).toMatchObject({
      aud: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
      iss: clientId,
    });
    expect(shown(reply)).not.toContain(assertion);
    expect(shown(reply)).toContain('client_assertion=***');
  });

  test.each([
    ['locked', 'protected by a passphrase'],
    ['mismatch', 'none of its certificates belongs to its private key'],
  ])('of the file %s cannot be used, and says why', async (name, problem) => {
    const auth: GraphAuth = { kind: 'certificate', certificate: readPem(name) };
    const reply = await open(bench, { auth, authorityUrl: 'http://127.0.0.1:9' }).client.send(
      readAlice,
      never(),
    );
    expect(reply.diagnostics).toMatchObject([
      { code: 'sign-in/bad-certificate', args: { problem: expect.stringContaining(problem) } },
    ]);
  });

  test.each([
    ['', 'it holds no private key in PEM form'],
    [readServerCertificate('key') + readServerCertificate('server'), 'Microsoft Entra takes RSA'],
    [readPem('application').replace(/-----BEGIN CERT[^]*$/, ''), 'it holds no certificate in PEM form'],
  ])('in another form cannot be used, and says why', async (certificate, problem) => {
    const auth: GraphAuth = { kind: 'certificate', certificate };
    const reply = await open(bench, { auth }).client.send(readAlice, never());
    expect(reply.diagnostics.map(words).join()).toContain(problem);
  });

  test('past its end is not sent', async () => {
    const auth: GraphAuth = { kind: 'certificate', certificate: readPem('application') };
    const clock = (): number => Date.UTC(2200, 0, 1);
    const reply = await open(bench, { auth }, { clock }).client.send(readAlice, never());
    expect([codesOf(reply), reply.exchanges]).toEqual([['sign-in/certificate-expired'], []]);
  });
});

const lastCertificate = (pem: string): string =>
  pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)?.at(-1) ?? '';
