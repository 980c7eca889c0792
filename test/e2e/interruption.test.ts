import { afterEach, expect, jest, test } from '@jest/globals';
import { find, hang, obeySilently } from './faulty-server.js';
import { openLiveBench } from './live-bench.js';
import { canary, codesOf, failedSteps } from './live-target.js';

// Exit code 130 and the report are promised (README.md); what was sent by then comes from the requests of each step.

// Each test starts the command, which takes seconds where the machine is busy.
jest.setTimeout(60_000);

const bench = openLiveBench();
afterEach(() => {
  bench.closeAll();
});

const quentin = { id: 'q1', userName: 'quentin@contoso.com', externalId: 'quentin', active: true };

test.each([
  {
    at: 'the probe',
    faults: { probe: hang },
    request: 'GET probe',
    failed: ['testConnection'],
    writes: [],
  },
  { at: 'a look-up', faults: { match: hang }, request: 'GET match', failed: ['matchUser'], writes: [] },
  {
    at: 'a create',
    faults: { write: hang },
    request: 'POST write',
    failed: ['performAction'],
    writes: [['POST', null]],
  },
  {
    at: 'the read after an update that was done',
    faults: { match: find(quentin), write: obeySilently, read: hang },
    request: 'GET read',
    failed: [],
    writes: [['PATCH', 204]],
  },
])('Ctrl-C during $at ends it, and the report tells what was done', async (one) => {
  const server = await bench.start(one.faults);
  const run = await bench.provision(server.origin, [], {
    onStart: (child) => {
      const timer = setInterval(() => {
        const isThere = server.requests.includes(one.request);
        if (isThere) child.kill('SIGINT');
        if (isThere || child.exitCode !== null) clearInterval(timer);
      }, 20);
    },
  });
  expect([run.code, failedSteps(run.report)]).toEqual([130, one.failed]);
  expect(codesOf(run.report)).toContain('run/interrupted');
  expect(run.stdout).toContain('interrupted: quentin@contoso.com');
  const writes = run.report.exchanges.filter(({ method }) => method !== 'GET');
  expect(writes.map(({ method, status }) => [method, status])).toEqual(one.writes);
  expect(run.everything).not.toContain(canary);
});
