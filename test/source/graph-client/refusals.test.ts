import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { isAccessRefused } from '../../../src/diagnostics/access-refused.js';
import { describe as put } from '../../../src/diagnostics/describe.js';
import type { GraphReply } from '../../../src/source/graph/graph-client.js';
import { never, openBench } from '../../http/loopback.js';
import { codesOf, open, type Scripted, shown, standIn, words } from './open-client.js';

const bench = openBench();
afterEach(() => bench.closeAll());

const noon = Date.UTC(2026, 0, 15, 9, 30);

/** Signs in with a secret at a token service that always gives this answer. */
async function signIn(answer: Scripted, clock = Date.now): Promise<GraphReply> {
  const { root } = await standIn(bench, () => answer);
  const auth = { kind: 'client-secret', clientSecret: 'canary-client-secret' } as const;
  const options = { clock, patience: { retries: 1, seconds: 100 } };
  const { client } = open(bench, { auth, authorityUrl: root, tenant: 'contoso.example' }, options);
  return client.send({ method: 'GET', path: '/users/alice', need: 'readUser' }, never());
}

/** As data/graph-samples/token-error.*.json are written. */
const tokenError = (number: number, error = 'invalid_client'): Scripted => ({
  status: 400,
  body: {
    error,
    error_description: `AADSTS${number}: What is wrong. Trace ID: aaaaaaaa-0000-4000-8000-000000000091 Correlation ID: aaaaaaaa-0000-4000-8000-000000000092 Timestamp: 2026-01-15 09:30:00Z`,
    error_codes: [number],
    timestamp: '2026-01-15 09:30:00Z',
    trace_id: 'aaaaaaaa-0000-4000-8000-000000000091',
    correlation_id: 'aaaaaaaa-0000-4000-8000-000000000092',
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  },
});

/** Graph reference, section 2, "AADSTS codes worth explaining": number, what is told, a word of the fix, whether assumed. */
const table: readonly (readonly [numbers: readonly number[], code: string, fix: RegExp, assumed?: true])[] = [
  [[7000215], 'sign-in/secret-wrong', /value, not its id/],
  [[7000222], 'sign-in/secret-expired', /make a new secret/],
  [[7000218], 'sign-in/credential-missing', /clientSecret or source\.certificate/],
  [[700016], 'sign-in/unknown-application', /source\.tenant[^]*grant consent once/],
  [[7000229], 'sign-in/unknown-application', /grant consent once/, true],
  [[90002, 900023], 'sign-in/unknown-tenant', /source\.tenant[^]*source\.cloud/],
  [[9001023, 90124, 90130], 'sign-in/tenant-needed', /tenant id into source\.tenant/],
  [[90038, 900382, 900432, 90051], 'sign-in/other-cloud', /source\.cloud/],
  [[70011, 28002], 'sign-in/bad-scope', /source\.cloud/],
  [[1002012], 'sign-in/bad-scope', /source\.cloud/, true],
  [[500011, 50001], 'sign-in/unknown-resource', /source\.cloud/],
  [[650057], 'sign-in/permission-missing', /add Microsoft Graph permissions/],
  [[65001, 650056, 90094], 'sign-in/consent-missing', /Grant admin consent/],
  [[700027, 700030], 'sign-in/certificate-refused', /upload the certificate/],
  [[700024], 'sign-in/assertion-time', /Set the clock/, true],
  [[50013, 500133], 'sign-in/assertion-time', /Set the clock/],
  [[700025], 'sign-in/public-client', /confidential client/],
  [[7000112, 70001], 'sign-in/application-disabled', /Enterprise applications/],
  [[53003, 530032, 530035], 'sign-in/blocked-by-policy', /place that the policy allows/],
  [[900144, 9002313, 90013, 90014], 'sign-in/malformed-request', /Report it/],
  [[90033, 90006, 90012, 90024, 90090], 'sign-in/service-fault', /Try again/],
  [[90055], 'sign-in/throttled', /Wait some minutes/],
];

describe('a refused sign-in', () => {
  const rows = table.flatMap(([numbers, code, fix, assumed = false]) =>
    numbers.map((number) => [number, code, fix, assumed] as const),
  );
  test.each(rows)('with AADSTS%s is %s, with its fix', async (number, code, fix, assumed) => {
    const reply = await signIn(tokenError(number));
    expect([reply.status, codesOf(reply)]).toEqual([undefined, [code]]);
    const text = reply.diagnostics.map(words).join();
    expect(text).toMatch(fix);
    expect(text).toContain(`It says: "AADSTS${number}: What is wrong."`);
    expect(text).toContain(`https://login.microsoftonline.com/error?code=${number}`);
    expect(text).toContain('trace id aaaaaaaa-0000-4000-8000-000000000091');
    expect(text.includes('from memory of public lists')).toBe(assumed);
    expect(reply.diagnostics.flatMap((each) => put(each).service)).toContain(`AADSTS${number}`);
    expect(shown(reply)).not.toContain('canary');
  });

  // Graph reference, section 2: "Microsoft advises programs not to branch on the numbers but on error".
  test.each([
    [tokenError(1, 'consent_required'), 'sign-in/consent-missing'],
    [tokenError(1, 'invalid_scope'), 'sign-in/bad-scope'],
    [tokenError(1, 'unauthorized_client'), 'sign-in/refused'],
    [{ status: 400, body: { error: 'invalid_client' } }, 'sign-in/refused'],
    [
      { status: 400, body: { error: 'x', error_description: 'AADSTS90002: Tenant not found.' } },
      'sign-in/unknown-tenant',
    ],
    [{ status: 403, body: {} }, 'sign-in/refused'],
    [{ status: 200, body: { token_type: 'Bearer' } }, 'sign-in/unreadable-answer'],
    [{ status: 200, body: [] }, 'sign-in/unreadable-answer'],
  ])('with a number that is not known goes by its word: %j', async (answer, code) => {
    expect(codesOf(await signIn(answer))).toEqual([code]);
  });

  test('by a service whose clock differs names the difference', async () => {
    const headers = { date: 'Thu, 15 Jan 2026 10:30:00 GMT' };
    const reply = await signIn({ ...tokenError(700024), headers }, () => noon);
    expect(codesOf(reply)).toEqual(['sign-in/assertion-time', 'graph/clock-skew']);
    expect(reply.diagnostics.map(words).join()).toContain('3600 s behind');
    // The time has nothing to do with a wrong secret.
    expect(codesOf(await signIn({ ...tokenError(7000215), headers }, () => noon))).toHaveLength(1);
  });
});

// design.md, exit codes: 4 is "sign-in or a permission refused by the source".
describe('what counts as refused access', () => {
  test.each(['sign-in/secret-wrong', 'sign-in/az-missing', 'graph/forbidden', 'graph/unauthorized'])(
    '%s does',
    (code) => {
      expect(isAccessRefused(code)).toBe(true);
    },
  );
  test.each(['sign-in/no-answer', 'sign-in/service-fault', 'graph/not-found', 'connection/unauthorized'])(
    '%s does not',
    (code) => {
      expect(isAccessRefused(code)).toBe(false);
    },
  );
});

const samples = new URL('../../../../shared/data/graph-samples/', import.meta.url);
const has = existsSync(samples);
const sampleOf = (name: string): unknown => JSON.parse(readFileSync(new URL(name, samples), 'utf8'));
const named = (prefix: string): readonly string[] =>
  has ? readdirSync(samples).filter((name) => name.startsWith(prefix)) : [];

(has ? describe : describe.skip)(
  'the samples of the reference data (skipped where they are not there)',
  () => {
    test('of token errors are explained, each by its own number', async () => {
      const names = named('token-error.');
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const [, number = ''] = /^token-error\.(\d+)-/.exec(name) ?? [];
        const reply = await signIn({ status: 400, body: sampleOf(name) });
        const row = table.find(([numbers]) => numbers.includes(Number(number)));
        expect([name, codesOf(reply)]).toEqual([name, [row?.[1]]]);
      }
    });

    test('of Graph errors keep code, words and ids', async () => {
      const names = named('error.');
      expect(names.length).toBeGreaterThan(0);
      for (const name of names) {
        const body = sampleOf(name) as { error: { code: string; innerError: { 'request-id': string } } };
        const [, given] = /^error\.(\d{3})-/.exec(name) ?? [];
        const { root } = await standIn(bench, () => ({ status: Number(given ?? 500), body }));
        const { client } = open(bench, { graphUrl: root }, { patience: { retries: 0, seconds: 0 } });
        const reply = await client.send({ method: 'GET', path: '/x', need: 'readUser' }, never());
        const text = reply.diagnostics.map(words).join();
        expect([name, text]).toEqual([name, expect.stringContaining(body.error.code)]);
        expect(text).toContain(body.error.innerError['request-id']);
        expect(text).not.toContain('{"Message"');
      }
    });
  },
);
