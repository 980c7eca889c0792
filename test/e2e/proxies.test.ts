import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { openBench, readCertificate } from '../http/loopback.js';
import { listenAsProxy } from '../http/loopback-proxy.js';
import { openLiveBench, upn } from './live-bench.js';
import { canary, codesOf, failedSteps, type LiveRun } from './live-target.js';

// errors reference, section 4: trouble with the transport at step 1 is named by its class. RFC 9110 section 9.3.6: a proxy
// answers a tunnel with 2xx or refuses it; 407 asks for a credential (section 15.5.8).

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
const wires = openBench();
afterEach(async () => {
  bench.closeAll();
  await wires.closeAll();
});

/** A run against a host that exists in the proxy alone. */
async function provision(port: number, environment: Readonly<Record<string, string>>): Promise<LiveRun> {
  const url = `https://scim.example.test:${String(port)}`;
  const live = bench.open(url, ['token: { env: SCIM_TOKEN }', 'tls: { ca: ./authority.pem }']);
  writeFileSync(join(live.bench.folder, 'authority.pem'), readCertificate('authority'));
  return live.run(['--upn', upn], { environment });
}

const portOf = ({ origin }: { readonly origin: string }): number => Number(new URL(origin).port);

test('HTTPS_PROXY leads to the target, and the token goes through the tunnel only', async () => {
  const server = await bench.start({}, 'server');
  const proxy = await listenAsProxy(wires);
  const run = await provision(portOf(server), { HTTPS_PROXY: `http://127.0.0.1:${String(proxy.port)}` });
  expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([0, 'create', []]);
  const to = `scim.example.test:${String(portOf(server))}`;
  expect(proxy.tunnels).toEqual([{ to, credential: undefined }]);
  expect(new Set(server.credentials)).toEqual(new Set([`Bearer ${canary}`]));
});

test('NO_PROXY passes it by', async () => {
  const server = await bench.start({}, 'server');
  const proxy = await listenAsProxy(wires);
  const run = await provision(portOf(server), {
    HTTPS_PROXY: `http://127.0.0.1:${String(proxy.port)}`,
    NO_PROXY: '.example.test',
  });
  expect([run.code, codesOf(run.report), proxy.tunnels]).toEqual([1, ['connection/no-answer'], []]);
  // The host exists in the proxy alone, so that the direct way ends at the name service.
  expect(run.report.steps[0].diagnostics[0]?.message).toContain('(dns)');
});

describe('a proxy in the way is named, and its password is not', () => {
  const expectProxyFault = (run: LiveRun, ...words: readonly string[]): void => {
    expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([
      1,
      ['testConnection'],
      ['connection/no-answer'],
    ]);
    const message = run.report.steps[0].diagnostics[0]?.message;
    for (const word of ['(proxy)', ...words]) expect(message).toContain(word);
    expect(run.everything).not.toContain('hush-hush');
    expect(run.everything).not.toContain(Buffer.from('me:hush-hush').toString('base64'));
  };

  test.each([
    [407, 'it asks for a user name and password'],
    [403, 'refused a tunnel to scim.example.test:443 with 403'],
    [502, 'refused a tunnel to scim.example.test:443 with 502'],
  ])('it refuses with %i', async (status, words) => {
    const proxy = await listenAsProxy(wires, status);
    const address = `127.0.0.1:${String(proxy.port)}`;
    const run = await provision(443, { HTTPS_PROXY: `http://me:hush-hush@${address}` });
    expectProxyFault(run, address, words);
  });

  test('nothing listens there', async () => {
    const { port } = await listenAsProxy(wires);
    await wires.closeAll();
    const address = `127.0.0.1:${String(port)}`;
    const run = await provision(443, { HTTPS_PROXY: `http://me:hush-hush@${address}` });
    expectProxyFault(run, `${address} refused the connection (ECONNREFUSED)`);
  });

  test('the variable is no URL', async () => {
    const run = await provision(443, { HTTPS_PROXY: 'http://me:hush-hush@' });
    expectProxyFault(run, 'HTTPS_PROXY is not a URL');
  });
});
