import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { type Fault, type Moment, once, refuse, tellOn } from './faulty-server.js';
import { openLiveBench, upn } from './live-bench.js';
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint.js';

// design.md, principle 8: secrets appear in no output, report, error or log. The servers repeat all that they were told.

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
const endpoints: TokenEndpoint[] = [];
afterEach(async () => {
  bench.closeAll();
  await Promise.all(endpoints.splice(0).map((endpoint) => endpoint.stop()));
});

/** With characters that URLs, forms, JSON and HTML write in a way of their own. */
const canary = 'canary+0c9e/77"b3<4a';
const handedOut = 'canary-of-the-endpoint-5f1d';
const encoded = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/, '');
/** What must stand in no output: the word that all of them begin with, and what base64 makes of them. */
const traces = [
  'canary',
  encoded(canary),
  encoded(`admin:${canary}`),
  encoded(`app:${encodeURIComponent(canary)}`),
];

interface Kind {
  readonly name: string;
  /** lines of the target's configuration */
  readonly lines: (tokenUrl: string) => readonly string[];
  readonly query?: string;
  /** what arrives at the target, so that it could come back */
  readonly arrives: string;
}

const none = 'auth: { kind: none }';
const kinds: readonly Kind[] = [
  { name: 'a bearer token', lines: () => ['token: { env: MINE }'], arrives: `Bearer ${canary}` },
  {
    name: 'a bearer token from a file, pasted with Bearer and blanks',
    lines: () => ['auth: { kind: bearer, token: { file: ./pasted.txt } }'],
    arrives: `Bearer ${canary}`,
  },
  {
    name: 'a literal bearer token',
    lines: () => [`token: ${JSON.stringify(canary)}`],
    arrives: `Bearer ${canary}`,
  },
  {
    name: 'a password',
    lines: () => ['auth: { kind: basic, user: admin, password: { env: MINE } }'],
    arrives: encoded(`admin:${canary}`),
  },
  {
    name: 'a client secret, and the token that it brings',
    lines: (tokenUrl) => [
      `auth: { kind: client-credentials, tokenUrl: "${tokenUrl}?code=${encodeURIComponent(canary)}", clientId: app, clientSecret: { env: MINE } }`,
    ],
    arrives: `Bearer ${handedOut}`,
  },
  {
    name: 'a header with a harmless name',
    lines: () => [none, 'headers: { X-Routing: { env: MINE } }'],
    arrives: canary,
  },
  {
    name: 'a key in the query of the URL',
    lines: () => [none],
    query: `?code=${encodeURIComponent(canary)}`,
    arrives: encodeURIComponent(canary),
  },
];

interface Path {
  readonly name: string;
  readonly faults: Partial<Record<Moment, Fault>>;
  readonly args: readonly string[];
  readonly exit: number;
}

const text = ['--details=all', '--debug', '--report', 'run.json'];
const json = ['-o', 'json', '--verbose'];
/** Every face and log level, on success and where what came back is quoted. */
const paths: readonly Path[] = [
  { name: 'success', faults: {}, args: text, exit: 0 },
  { name: '401', faults: { probe: tellOn(401) }, args: text, exit: 4 },
  { name: 'a page', faults: { match: tellOn(200, 'text/html') }, args: ['--report', 'run.json'], exit: 1 },
  { name: 'a write refused', faults: { write: tellOn(409) }, args: json, exit: 1 },
];

const rarer: readonly Path[] = [
  { name: 'success, as JSON', faults: {}, args: json, exit: 0 },
  { name: 'a dry run', faults: {}, args: [...text, '--dry-run'], exit: 0 },
  { name: 'a redirect', faults: { probe: tellOn(302) }, args: text, exit: 1 },
  { name: 'a wait', faults: { probe: once(refuse(503, { 'retry-after': '0' })) }, args: text, exit: 0 },
];

async function expectSilence(
  { lines, query = '', arrives }: Kind,
  { faults, args, exit }: Path,
): Promise<void> {
  const server = await bench.start(faults);
  const endpoint = await startTokenEndpoint({
    status: 200,
    body: { access_token: handedOut, expires_in: 3600 },
  });
  endpoints.push(endpoint);
  const live = bench.open(`${server.origin}/scim${query}`, lines(endpoint.url));
  writeFileSync(join(live.bench.folder, 'pasted.txt'), ` Bearer ${canary} \n`);
  const run = await live.bench.run(['--upn', upn, ...args], { environment: { MINE: canary } });
  expect(run.code).toBe(exit);
  expect(server.told.join('\n').replaceAll('\\"', '"')).toContain(arrives);
  const report = args.includes('run.json') ? live.bench.read('run.json') : '';
  for (const output of [run.stdout, run.stderr, report]) {
    for (const trace of traces) expect(output).not.toContain(trace);
  }
}

describe.each(kinds)('$name is shown nowhere', (kind) => {
  test.each(paths)('$name', (path) => expectSilence(kind, path));
});

describe.each(kinds.filter(({ name }) => name.includes('harmless')))(
  '$name is not shown either on',
  (kind) => {
    test.each(rarer)('$name', (path) => expectSilence(kind, path));
  },
);

test('what the configuration is refused for shows none of it', async () => {
  const live = bench.open(`http://scim.example.test/v2?code=${encodeURIComponent(canary)}`, [
    'auth: { kind: basic, user: admin, password: { env: MINE } }',
    'headers: { "X Routing": { env: MINE } }',
  ]);
  const run = await live.bench.run(['--upn', upn, '--debug'], { environment: { MINE: canary } });
  expect([run.code, run.stdout]).toEqual([2, '']);
  expect(run.stderr).toContain('scim.example.test');
  for (const trace of traces) expect(run.stderr).not.toContain(trace);
});
