import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type Fault, hang, refuse } from './faulty-server.js';
import { openLiveBench, upn } from './live-bench.js';
import { canary, codesOf, failedSteps, type LiveRun } from './live-target.js';
import { startTokenEndpoint, type TokenEndpoint, type TokenReply } from './token-endpoint.js';

// scim-client reference, section 1; RFC 7617 (Basic); RFC 6749 sections 4.4 and 5.2 (client credentials and their errors).
// Codes: errors reference, section 4. The token endpoint is the package oauth2-mock-server.

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
const endpoints: TokenEndpoint[] = [];
afterEach(async () => {
  bench.closeAll();
  await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.stop()));
});

async function listen(reply?: TokenReply): Promise<TokenEndpoint> {
  const endpoint = await startTokenEndpoint(reply);
  endpoints.push(endpoint);
  return endpoint;
}

const basicAuth = ['auth: { kind: basic, user: admin, password: { env: SCIM_TOKEN } }'];
const clientAuth = (tokenUrl: string): string[] => [
  `auth: { kind: client-credentials, tokenUrl: ${JSON.stringify(tokenUrl)}, clientId: app, clientSecret: { env: SCIM_TOKEN } }`,
];

const expectSignInFault = (run: LiveRun, ...words: readonly string[]): void => {
  expect([run.code, failedSteps(run.report)]).toEqual([1, ['testConnection']]);
  expect(codesOf(run.report)).toContain('connection/no-answer');
  const message = run.report.steps[0].diagnostics[0]?.message;
  for (const word of ['sign-in at 127.0.0.1:', ...words]) expect(message).toContain(word);
  expect(run.everything).not.toContain(canary);
};

describe('user name and password', () => {
  const sent = `Basic ${Buffer.from(`admin:${canary}`).toString('base64')}`;

  test('are sent with every request', async () => {
    const server = await bench.start();
    const run = await bench.open(server.origin, basicAuth).run(['--upn', upn]);
    expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([0, 'create', []]);
    expect(new Set(server.credentials)).toEqual(new Set([sent]));
    expect(run.everything).not.toContain(sent.slice(6));
  });

  test('that are not accepted end at the connection test', async () => {
    const server = await bench.start({ probe: refuse(401, { 'www-authenticate': 'Basic realm="scim"' }) });
    const run = await bench.open(server.origin, basicAuth).run(['--upn', upn]);
    expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([
      4,
      ['testConnection'],
      ['connection/unauthorized'],
    ]);
    expect(run.everything).not.toContain(sent.slice(6));
  });
});

describe('client credentials', () => {
  test('fetch one token for the whole run, and it is what the target gets', async () => {
    const server = await bench.start();
    const endpoint = await listen();
    const run = await bench.open(server.origin, clientAuth(endpoint.url)).run(['--upn', upn]);
    expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([0, 'create', []]);
    expect(endpoint.told).toHaveLength(1);
    const [credential = ''] = server.credentials;
    expect(credential).toMatch(/^Bearer eyJ/);
    expect(new Set(server.credentials)).toEqual(new Set([credential]));
    const [signIn] = run.report.exchanges;
    expect([signIn?.method, signIn?.url, signIn?.status]).toEqual(['POST', endpoint.url, 200]);
    expect(run.everything).not.toContain(canary);
    expect(run.everything).not.toContain(credential.slice(7));
  });

  test('that are refused: nothing is sent to the target', async () => {
    const server = await bench.start();
    const body = { error: 'invalid_client', error_description: `unknown secret ${canary}` };
    const endpoint = await listen({ status: 401, body });
    const run = await bench.open(server.origin, clientAuth(endpoint.url)).run(['--upn', upn]);
    expectSignInFault(run, 'answered 401 invalid_client', '(signIn)');
    expect(server.requests).toEqual([]);
    expect(endpoint.told).toHaveLength(2);
  });

  test('with a token endpoint that is down', async () => {
    const server = await bench.start();
    const endpoint = await startTokenEndpoint();
    await endpoint.stop();
    const run = await bench.open(server.origin, clientAuth(endpoint.url)).run(['--upn', upn]);
    expectSignInFault(run, '(refused)', 'refused the connection (ECONNREFUSED)');
    expect(server.requests).toEqual([]);
  });

  test.each<[string, Fault, readonly string[], string]>([
    ['never answers', hang, ['--timeout', '1'], '(timeout)'],
    ['leads elsewhere', refuse(307, { location: 'https://login.example.test/' }), [], 'answered 307'],
  ])('with a token endpoint that %s', async (_what, fault, args, words) => {
    const server = await bench.start();
    const endpoint = await bench.start({ write: fault });
    const live = bench.open(server.origin, clientAuth(`${endpoint.origin}/token`));
    expectSignInFault(await live.run(['--upn', upn, ...args]), words);
    expect([server.requests, endpoint.requests]).toEqual([[], ['POST write']]);
  });
});
