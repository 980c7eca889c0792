import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { answerAs, find, refuse } from './faulty-server.js';
import { openLiveBench, upn } from './live-bench.js';
import { codesOf, failedSteps, type LiveTarget } from './live-target.js';

// Verdicts and codes: pipeline reference, section 3, and errors reference, section 4.

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
afterEach(() => {
  bench.closeAll();
});

describe('--until connection, as a health check', () => {
  test.each([
    ['fine', {}, 0],
    ['401', { probe: refuse(401) }, 4],
    ['403', { probe: refuse(403) }, 4],
    ['404', { probe: refuse(404) }, 1],
    ['500', { probe: refuse(500) }, 1],
  ] as const)('%s', async (_name, faults, exit) => {
    const server = await bench.start(faults);
    const run = await bench.open(server.origin).run(['--until', 'connection']);
    expect(run.code).toBe(exit);
    expect(run.report.steps.slice(1).map(({ status }) => status)).toEqual(Array(4).fill('notRun'));
    expect(new Set(server.requests)).toEqual(new Set(['GET probe']));
  });
});

test.each([
  ['a probe that finds somebody', find({ id: '1', userName: 'a' }), 'warning', 'connection/finds-somebody'],
  ['a filter that is not supported', refuse(400), 'failure', 'connection/filter-refused'],
  [
    'a web page',
    answerAs('text/html', '<html><body>Sign in</body></html>'),
    'failure',
    'connection/sign-in-page',
  ],
  [
    'JSON that is no list',
    answerAs('application/scim+json', '{"a":1}'),
    'failure',
    'answer/not-list-response',
  ],
  ['nothing', answerAs('application/scim+json', ''), 'failure', 'answer/empty'],
  ['another status', refuse(418), 'failure', 'connection/unexpected-status'],
] as const)('the connection test meets %s', async (_name, fault, status, code) => {
  const server = await bench.start({ probe: fault });
  const run = await bench.open(server.origin).run(['--until', 'connection']);
  expect([run.code, run.report.steps[0].status, codesOf(run.report)]).toEqual([
    status === 'failure' ? 1 : 0,
    status,
    [code],
  ]);
});

// scim-client reference, section 11: application/scim+json; anything else is warned of only.
describe('the media type and the charset of answers', () => {
  test('of SCIM itself give no word', async () => {
    const server = await bench.start();
    const run = await bench.provision(server.origin);
    expect([run.code, run.report.outcome.status, codesOf(run.report)]).toEqual([0, 'success', []]);
  });

  test('of another kind are warned of once, where they were met first, and stop nothing', async () => {
    const fault = answerAs('text/plain');
    const server = await bench.start({ probe: fault, match: fault });
    const run = await bench.provision(server.origin);
    expect([run.code, run.report.outcome.action, codesOf(run.report)]).toEqual([
      0,
      'create',
      ['answer/media-type'],
    ]);
    expect(run.report.steps.map(({ status }) => status)).toEqual([
      'warning',
      ...Array<string>(4).fill('success'),
    ]);
    expect(run.stdout).toContain('text/plain');
  });

  test('that the bytes do not fit are warned of at the step that met them', async () => {
    const latin = Buffer.from('{"totalResults":0,"Resources":[],"x":"jürgen"}', 'latin1');
    const server = await bench.start({ match: answerAs('application/scim+json; charset=utf-8', latin) });
    const run = await bench.provision(server.origin);
    expect([run.code, codesOf(run.report)]).toEqual([0, ['answer/charset']]);
    expect(run.report.steps[3].status).toBe('warning');
  });
});

// Section 3 of the pipeline reference: the same probe on the groups when the job maps groups; a 404 there fails the test.
describe('where the job maps groups', () => {
  function mapGroups({ bench: { folder } }: LiveTarget): void {
    const schema = JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8')) as Schema;
    for (const rule of schema.synchronizationRules) {
      for (const mapping of rule.objectMappings) {
        if (mapping.sourceObjectName === 'Group') mapping.enabled = true;
      }
    }
    writeFileSync(join(folder, 'schema.json'), JSON.stringify(schema));
  }

  interface Schema {
    readonly synchronizationRules: readonly {
      readonly objectMappings: readonly { readonly sourceObjectName: string; enabled: boolean }[];
    }[];
  }

  test.each([
    ['an empty list: fine', {}, 0, [], []],
    ['404', { groups: refuse(404) }, 1, ['testConnection'], ['connection/not-found']],
    ['403', { groups: refuse(403) }, 4, ['testConnection'], ['connection/unauthorized']],
  ] as const)(
    'groups are probed as well, and answered with %s',
    async (_name, faults, exit, failed, codes) => {
      const server = await bench.start(faults);
      const live = bench.open(server.origin);
      mapGroups(live);
      const run = await live.run(['--upn', upn, '--dry-run']);
      expect([run.code, failedSteps(run.report), codesOf(run.report)]).toEqual([exit, failed, codes]);
      expect(server.requests.slice(0, 2)).toEqual(['GET probe', 'GET groups']);
      if (exit !== 0) expect(run.report.steps[0].details.url).toContain('/Groups?');
    },
  );
});
