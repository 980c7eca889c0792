import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { openLiveBench, upn } from './live-bench.js';
import { codesOf, failedSteps, type LiveTarget } from './live-target.js';

// errors reference, section 4: a TLS fault at step 1 is told as such. The words are those of Node's X509 error codes.

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
afterEach(() => {
  bench.closeAll();
});

const authority = fileURLToPath(new URL('../http/certificates/throw-away-authority.pem', import.meta.url));

/** A configuration that names the authority of the certificates. */
function trusting(url: string): LiveTarget {
  const live = bench.open(url, ['token: { env: SCIM_TOKEN }', 'tls: { ca: ./authority.pem }']);
  cpSync(authority, join(live.bench.folder, 'authority.pem'));
  return live;
}

describe('a certificate that is not accepted: no request leaves', () => {
  test.each([
    ['server', false, 'the authority that signed it is not trusted here'],
    ['expired', true, 'its certificate has expired (CERT_HAS_EXPIRED)'],
    ['other-host', true, 'its certificate is for another host: elsewhere.example.test'],
  ])('%s, authority named: %s', async (certificate, named, reason) => {
    const server = await bench.start({}, certificate);
    const live = named ? trusting(server.origin) : bench.open(server.origin);
    const run = await live.run(['--upn', upn]);
    expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([
      1,
      ['testConnection'],
      ['connection/certificate'],
    ]);
    const message = run.report.steps[0].diagnostics[0]?.message;
    expect(message).toContain('No TLS connection');
    expect(message).toContain(reason);
    expect(server.requests).toEqual([]);
  });
});

describe('a certificate of a private authority is accepted', () => {
  test('where target.tls.ca names it', async () => {
    const server = await bench.start({}, 'server');
    const run = await trusting(server.origin).run(['--upn', upn]);
    expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([0, 'create', []]);
  });

  test('where NODE_EXTRA_CA_CERTS names it', async () => {
    const server = await bench.start({}, 'server');
    const environment = { NODE_EXTRA_CA_CERTS: authority };
    const run = await bench.provision(server.origin, [], { environment });
    expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([0, 'create', []]);
  });
});

test('a file of authorities that holds none: the run does not begin', async () => {
  const server = await bench.start({}, 'server');
  const live = bench.open(server.origin, ['token: { env: SCIM_TOKEN }', 'tls: { ca: ./schema.json }']);
  const run = await live.bench.run(['--upn', upn], { environment: { SCIM_TOKEN: 'some-token' } });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain('schema.json (target.tls.ca) cannot be used');
  expect(server.requests).toEqual([]);
});
