import { afterEach, describe, expect, jest, test } from '@jest/globals';
import {
  breakOff,
  drip,
  type Fault,
  flood,
  hang,
  type Moment,
  once,
  refuse,
  truncate,
} from './faulty-server.js';
import { openLiveBench } from './live-bench.js';
import { canary, codesOf, failedSteps } from './live-target.js';

// Step, code and exit come from the tables of the references (test connection, HTTP answer to code, retries) and from the
// exit codes that are promised; none of them from a run.

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
afterEach(() => {
  bench.closeAll();
});

interface Case {
  readonly name: string;
  readonly at: Moment;
  readonly fault: Fault;
  readonly args?: readonly string[];
  readonly step: string;
  readonly codes: readonly string[];
  readonly exit?: number;
  readonly requests: readonly string[];
}

const probed = ['GET probe'];
const matched = [...probed, 'GET match', 'GET match'];
const soon = ['--timeout', '1'];

const cases: readonly Case[] = [
  {
    name: 'no headers within the time limit of the run',
    at: 'probe',
    fault: hang,
    args: soon,
    step: 'testConnection',
    codes: ['run/timed-out', 'connection/no-answer'],
    requests: probed,
  },
  {
    name: 'a body that does not end within the time limit of the run',
    at: 'match',
    fault: drip,
    args: soon,
    step: 'matchUser',
    codes: ['run/timed-out', 'match/no-answer'],
    requests: [...probed, 'GET match'],
  },
  {
    name: 'a connection that breaks within the body',
    at: 'match',
    fault: breakOff,
    step: 'matchUser',
    codes: ['match/no-answer'],
    requests: [...probed, 'GET match'],
  },
  {
    name: 'JSON that is cut off',
    at: 'probe',
    fault: truncate,
    step: 'testConnection',
    codes: ['answer/not-json'],
    requests: probed,
  },
  {
    name: 'a body of 50 MB',
    at: 'match',
    fault: flood,
    step: 'matchUser',
    codes: ['match/no-answer'],
    requests: [...probed, 'GET match'],
  },
  {
    name: '401 that repeats the token',
    at: 'probe',
    fault: refuse(401, { 'www-authenticate': 'Bearer realm="scim"' }),
    step: 'testConnection',
    codes: ['connection/unauthorized'],
    exit: 4,
    requests: probed,
  },
  {
    name: '401 with a Basic challenge',
    at: 'probe',
    fault: refuse(401, { 'www-authenticate': 'Basic realm="scim"' }),
    step: 'testConnection',
    codes: ['connection/unauthorized', 'network/basic-challenge'],
    exit: 4,
    requests: probed,
  },
  {
    name: '403',
    at: 'probe',
    fault: refuse(403),
    step: 'testConnection',
    codes: ['connection/unauthorized'],
    exit: 4,
    requests: probed,
  },
  {
    name: '429 that does not say when to come again',
    at: 'probe',
    fault: refuse(429),
    step: 'testConnection',
    codes: ['connection/throttled'],
    requests: probed,
  },
  {
    name: '503 that does not say when to come again',
    at: 'match',
    fault: refuse(503),
    step: 'matchUser',
    codes: ['match/query-refused'],
    requests: [...probed, 'GET match'],
  },
  {
    name: '503 that asks to come again in an hour: not waited for',
    at: 'probe',
    fault: refuse(503, { 'retry-after': '3600' }),
    step: 'testConnection',
    codes: ['connection/server-error'],
    requests: probed,
  },
  {
    name: 'a write refused with 429 and Retry-After: not repeated',
    at: 'write',
    fault: refuse(429, { 'retry-after': '0' }),
    step: 'performAction',
    codes: ['action/throttled'],
    requests: [...matched, 'POST write'],
  },
  {
    name: 'a write refused with 503 and Retry-After: not repeated',
    at: 'write',
    fault: refuse(503, { 'retry-after': '0' }),
    step: 'performAction',
    codes: ['action/server-error'],
    requests: [...matched, 'POST write'],
  },
  {
    name: 'a write whose answer breaks off: not repeated',
    at: 'write',
    fault: breakOff,
    step: 'performAction',
    codes: ['action/no-answer'],
    requests: [...matched, 'POST write'],
  },
  {
    name: 'a write refused with 503 without Retry-After: not repeated',
    at: 'write',
    fault: refuse(503),
    step: 'performAction',
    codes: ['action/server-error'],
    requests: [...matched, 'POST write'],
  },
  {
    name: 'a write that is never answered: not repeated',
    at: 'write',
    fault: hang,
    args: ['--timeout', '2'],
    step: 'performAction',
    codes: ['run/timed-out', 'action/no-answer'],
    requests: [...matched, 'POST write'],
  },
];

describe('what a server can do wrong', () => {
  test.each(cases.map((one) => [one.at, one.name, one] as const))(
    'at the %s: %s',
    async (_at, _name, { at, fault, args = [], step, codes, exit = 1, requests }) => {
      const server = await bench.start({ [at]: fault });
      const run = await bench.provision(server.origin, args);
      expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([exit, [step], codes]);
      expect(server.requests).toEqual(requests);
      expect(new Set(server.credentials)).toEqual(new Set([`Bearer ${canary}`]));
      expect(run.everything).not.toContain(canary);
      expect(run.milliseconds).toBeLessThan(8000);
    },
  );

  test('429 and 503 that say when to come again are waited for, and each wait is told', async () => {
    const server = await bench.start({
      probe: once(refuse(429, { 'retry-after': '1' })),
      match: once(refuse(503, { 'retry-after': '0' })),
    });
    const run = await bench.provision(server.origin);
    expect([run.code, run.report.outcome.action]).toEqual([0, 'create']);
    const { host } = new URL(server.origin);
    expect(run.stderr).toContain(`waiting 1 s: ${host} answered 429\n`);
    expect(run.stderr).toContain(`waiting 0 s: ${host} answered 503\n`);
    const statuses = run.report.exchanges.map(({ method, status }) => [method, status]);
    expect(statuses).toEqual([
      ['GET', 429],
      ['GET', 200],
      ['GET', 503],
      ['GET', 200],
      ['GET', 200],
      ['POST', 201],
    ]);
    expect(run.everything).not.toContain(canary);
  });

  // errors reference, section 4, and scim-client reference, section 13: a redirect is an unexpected answer.
  test.each([
    ['probe', 301, 'connection/redirected'],
    ['probe', 307, 'connection/redirected'],
    ['match', 302, 'match/query-refused'],
    ['write', 308, 'action/unexpected-status'],
  ] as const)(
    'at the %s a redirect (%i) to another host is shown and not followed',
    async (at, status, code) => {
      const stranger = await bench.start();
      const server = await bench.start({ [at]: refuse(status, { location: `${stranger.origin}/Users` }) });
      const run = await bench.provision(server.origin);
      expect([run.code, codesOf(run.report)]).toEqual([1, [code]]);
      expect(run.everything).toContain(stranger.origin);
      expect([stranger.requests, stranger.credentials]).toEqual([[], []]);
      expect(run.everything).not.toContain(canary);
    },
  );

  test('nothing listens: told at once, with host, port and cause', async () => {
    const server = await bench.start();
    server.stop();
    const run = await bench.provision(server.origin);
    expect([run.code, codesOf(run.report)]).toEqual([1, ['connection/no-answer']]);
    const [diagnostic] = run.report.steps[0].diagnostics;
    expect(diagnostic?.message).toContain(new URL(server.origin).host);
    expect(diagnostic?.message).toContain('(refused)');
    expect(run.report.steps[0].durationMs).toBeLessThan(1000);
  });

  test('--offline contacts nobody', async () => {
    const server = await bench.start({});
    const run = await bench.provision(server.origin, ['--offline']);
    expect([run.code, codesOf(run.report), server.requests]).toEqual([1, ['connection/no-answer'], []]);
  });
});
