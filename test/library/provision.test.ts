import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { provision, UnusableInputError } from '../../src/index.js';
import { type Fault, find, type Moment, obeySilently, refuse } from '../e2e/faulty-server.js';
import { openLiveBench, upn } from '../e2e/live-bench.js';
import { canary } from '../e2e/live-target.js';

// The contract of `provision` (README.md, "As a library"); what must happen comes from the decision table (docs/fidelity.md).

const bench = openLiveBench();
const folders: string[] = [];
afterEach(() => {
  bench.closeAll();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A configuration whose target is a SCIM service on this machine, with the token in a file. */
function configure(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'provision-user-library-'));
  folders.push(folder);
  cpSync(fileURLToPath(new URL('../../fixtures/contoso', import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, 'token.txt'), `${canary}\n`);
  const config = join(folder, 'live.yaml');
  writeFileSync(
    config,
    [
      'schema: ./schema.json',
      'source: { kind: fixture, path: ./directory.json }',
      `target: { kind: scim, url: ${JSON.stringify(url)}, token: { file: ./token.txt } }`,
    ].join('\n'),
  );
  return config;
}

const dave = { id: 'd1', userName: 'dave@contoso.com', externalId: 'dave', active: true };

describe('provision, with a SCIM service', () => {
  test('creates, and gives the report without the token', async () => {
    const server = await bench.start();
    const report = await provision({ config: configure(server.origin), upn });
    expect([report.outcome.action, report.outcome.status]).toEqual(['create', 'success']);
    expect(server.requests).toEqual(['GET probe', 'GET match', 'GET match', 'POST write']);
    expect(new Set(server.credentials)).toEqual(new Set([`Bearer ${canary}`]));
    expect(JSON.stringify(report)).not.toContain(canary);
  });

  test('plans without writing in a dry run', async () => {
    const server = await bench.start();
    const report = await provision({ config: configure(server.origin), upn, dryRun: true });
    expect(report.exchanges.filter(({ planned }) => planned).map(({ method }) => method)).toEqual(['POST']);
    expect(server.requests).not.toContain('POST write');
  });

  test.each([
    [false, 'failure', []],
    [true, 'success', ['PATCH write']],
  ] as const)('disables with consent only: %s', async (yes, status, writes) => {
    const server = await bench.start({ match: find(dave), write: obeySilently, read: find() });
    const report = await provision({ config: configure(server.origin), upn: 'dave@contoso.com', yes });
    expect([report.outcome.action, report.outcome.status]).toEqual(['disable', status]);
    expect(server.requests.filter((request) => request.endsWith('write'))).toEqual(writes);
  });

  test.each<[string, Partial<Record<Moment, Fault>>, string]>([
    ['a refused credential', { probe: refuse(401) }, 'connection/unauthorized'],
    ['a refused write', { write: refuse(400) }, 'action/rejected'],
  ])('gives trouble of the target as a report: %s', async (_what, faults, code) => {
    const server = await bench.start(faults);
    const report = await provision({ config: configure(server.origin), upn });
    expect(report.outcome.status).toBe('failure');
    expect(report.steps.flatMap(({ diagnostics }) => diagnostics).map((each) => each.code)).toContain(code);
    expect(JSON.stringify(report)).not.toContain(canary);
  });

  test('stops by the signal of the caller', async () => {
    const abort = new AbortController();
    const server = await bench.start({
      match: () => {
        abort.abort();
      },
    });
    const report = await provision({ config: configure(server.origin), upn, signal: abort.signal });
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['run/interrupted']);
    expect(report.steps[3].status).toBe('failure');
  });

  test('throws for a credential that would go over plain http to another machine', async () => {
    const config = configure('http://scim.example.test/v2');
    await expect(provision({ config, upn })).rejects.toThrow(UnusableInputError);
  });
});
