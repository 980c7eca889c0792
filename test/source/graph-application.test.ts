import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from '@jest/globals';
import { explainJob, openApplication, type OpenedApplication } from '../../src/source/graph/index.js';
import type { ApplicationName } from '../../src/source/graph/index.js';
import {
  contosoTenant,
  type GraphStandIn,
  healthyJob,
  refuse,
  standInJobId,
  startGraphStandIn,
  type StandInOptions,
} from './graph-stand-in/index.js';
import { openClient } from './graph-stand-in/open-directory.js';

const { signal } = new AbortController();
const id = '00000000-0000-4000-8000-000000000301';
const appId = '00000000-0000-4000-8000-000000000300';
const twin = {
  id: 'aaaaaaaa-0000-4000-8000-0000000000d1',
  appId: 'aaaaaaaa-0000-4000-8000-0000000000d2',
  displayName: 'Contoso Expenses',
};

let graph: GraphStandIn | undefined;

afterEach(() => {
  expect(graph?.violations ?? []).toEqual([]);
  graph?.stop();
});

interface Question {
  readonly name: ApplicationName;
  readonly job?: string;
  readonly needsSchema?: boolean;
  readonly choose?: (ids: readonly string[]) => string | undefined;
}

async function ask(
  question: Question,
  options: Partial<StandInOptions> = {},
  prepare?: (made: GraphStandIn) => void,
): Promise<OpenedApplication> {
  graph = await startGraphStandIn({ ...contosoTenant(), ...options });
  prepare?.(graph);
  const { client, close } = openClient(graph.url);
  const { name, job, needsSchema = false, choose } = question;
  const opened = await openApplication(
    client,
    {
      name,
      job,
      needsSchema,
      choose: (candidates) => Promise.resolve(choose?.(candidates.map((one) => one.id))),
    },
    signal,
  );
  await close();
  return opened;
}

const byAppId = { by: 'appId', value: appId } as const;
const codesOf = ({ diagnostics }: OpenedApplication): string[] => diagnostics.map(({ code }) => code);

// Source of the cases: graph-api reference, 4.1 and 4.2.
describe('the application', () => {
  test.each([
    ['appId', appId, 1],
    ['servicePrincipalId', id, 1],
    ['displayName', 'Contoso Expenses', 2],
  ] as const)('is found by %s, with its job in as few round trips as can be', async (by, value, trips) => {
    const { application, job } = await ask({ name: { by, value } });
    expect(application).toMatchObject({ id, appId, displayName: 'Contoso Expenses' });
    expect(application?.appRoles.map(({ displayName }) => displayName)).toEqual([
      'User',
      'Manager',
      'Auditor',
    ]);
    expect(job?.id).toBe(standInJobId);
    expect(graph?.roundTrips()).toBe(trips);
  });

  test('a synchronization service that refuses the key by appId is asked by id', async () => {
    const { job } = await ask({ name: byAppId }, {}, (made) => {
      made.fail(new RegExp(`appId='${appId}'\\)/synchronization`), () =>
        refuse(400, 'BadRequest', 'no such key'),
      );
    });
    expect(job?.id).toBe(standInJobId);
    expect(graph?.roundTrips()).toBe(2);
  });

  test('of a name that several have is listed with the ids', async () => {
    const opened = await ask(
      { name: { by: 'displayName', value: 'Contoso Expenses' } },
      { servicePrincipals: [twin] },
    );
    expect(opened.diagnostics).toMatchObject([
      { code: 'application/several', args: { candidates: [{ id, appId }, { id: twin.id }] } },
    ]);
  });

  test('of a name that several have is the one that somebody chooses', async () => {
    const opened = await ask(
      { name: { by: 'displayName', value: 'Contoso Expenses' }, choose: (ids) => ids[1] },
      { servicePrincipals: [twin] },
    );
    expect(opened.application?.id).toBe(twin.id);
  });

  test('of an unknown name: names alike are told', async () => {
    const opened = await ask({ name: { by: 'displayName', value: 'Contoso Expense' } });
    expect(opened.diagnostics).toMatchObject([
      { code: 'application/unknown-name', args: { alike: ['Contoso Expenses'] } },
    ]);
  });

  test.each([
    ['the object id given as appId', { by: 'appId', value: id }, 'servicePrincipalId'],
    ['the appId given as object id', { by: 'servicePrincipalId', value: appId }, 'appId'],
  ] as const)('%s is recognised', async (_name, name, by) => {
    // The stand-in takes either; Graph does not.
    const opened = await ask({ name }, {}, (made) => {
      const wrong = name.by === 'appId' ? /\(appId='[^']*301'\)/ : /servicePrincipals\/[^/]*300/;
      made.fail(wrong, () => refuse(404, 'Request_ResourceNotFound', 'does not exist'));
    });
    expect(opened.diagnostics).toMatchObject([
      { code: 'application/unknown-id', args: { meant: { by, name: 'Contoso Expenses' } } },
    ]);
  });

  test('that nobody knows is none', async () => {
    const opened = await ask({ name: { by: 'appId', value: twin.appId } });
    expect(opened.diagnostics).toMatchObject([{ code: 'application/unknown-id', args: { meant: null } }]);
  });

  test('that may not be read is a refusal', async () => {
    const opened = await ask({ name: byAppId }, {}, (made) => {
      made.fail(/servicePrincipals/, () =>
        refuse(403, 'Authorization_RequestDenied', 'Insufficient privileges'),
      );
    });
    expect(codesOf(opened)).toEqual(['graph/forbidden']);
  });
});

describe('the job', () => {
  const other = { ...healthyJob, id: `${standInJobId}.other` };

  test.each([
    ['none', [], undefined, 'application/without-job'],
    ['several', [healthyJob, other], undefined, 'application/several-jobs'],
    ['another one than wanted', [healthyJob], 'scim.none', 'application/unknown-job'],
  ] as const)('%s is refused', async (_name, jobs, job, code) => {
    expect(codesOf(await ask({ name: byAppId, ...(job === undefined ? {} : { job }) }, { jobs }))).toEqual([
      code,
    ]);
  });

  test('that is wanted among several is taken', async () => {
    const opened = await ask({ name: byAppId, job: other.id }, { jobs: [healthyJob, other] });
    expect(opened.job?.id).toBe(other.id);
  });

  test('brings its schema where it is wanted', async () => {
    const opened = await ask({ name: byAppId, needsSchema: true });
    expect(opened.schema).toEqual(contosoTenant().schema);
    expect(graph?.roundTrips()).toBe(2);
  });

  test.each([
    [404, 'ResourceNotFound', ['application/schema-unread']],
    [403, 'Authorization_RequestDenied', ['graph/forbidden', 'application/schema-unread']],
  ])('a schema refused with %d is an error', async (status, code, codes) => {
    const opened = await ask({ name: byAppId, needsSchema: true }, {}, (made) => {
      made.fail(/\/schema$/, () => refuse(status, code, 'no'));
    });
    expect(codesOf(opened)).toEqual(codes);
    expect(opened.schema).toBeUndefined();
  });

  test('that runs as it should has nothing to say', async () => {
    const { job } = await ask({ name: byAppId });
    expect(job).toMatchObject({ state: 'active', quarantine: null });
    expect(explainJob(job!)).toEqual([]);
  });

  // graph-api reference, 4.2: the last execution has a state, and an error where it failed
  test('whose last cycle failed says so', async () => {
    const lastExecution = {
      state: 'Failed',
      error: { code: 'SystemForCrossDomainIdentityManagementServiceIncompatible', message: 'no list' },
      timeBegan: '2026-11-24T11:00:00Z',
      timeEnded: '2026-11-24T11:01:00Z',
    };
    const failed = { ...healthyJob, status: { code: 'Active', lastExecution, quarantine: null } };
    const { job } = await ask({ name: byAppId }, { jobs: [failed] });
    expect(explainJob(job!).map(({ code }) => code)).toEqual(['application/job-failed']);
  });
});

const samples = new URL('../../../shared/data/graph-samples/', import.meta.url);
const replay = existsSync(samples) ? test : test.skip;
const sample = (file: string): unknown => JSON.parse(readFileSync(new URL(file, samples), 'utf8'));

// Published samples of Graph; the folder lies beside the checkout, and without it these are skipped.
describe('a published job is understood', () => {
  replay.each([
    ['job.get.active-not-run.json', 'notRun', ['application/job-never-ran']],
    ['job.get.quarantined.json', 'paused', ['application/job-in-quarantine', 'application/job-paused']],
    ['jobs.list.one-paused.json', 'paused', ['application/job-paused']],
  ])('%s', async (file, state, codes) => {
    const read = sample(file) as { value?: object[] };
    const jobs = (read.value ?? [read]) as NonNullable<StandInOptions['jobs']>;
    const { job } = await ask({ name: byAppId }, { jobs });
    expect(job?.state).toBe(state);
    expect(job?.lastExecution).toBeNull();
    expect(explainJob(job!).map(({ code }) => code)).toEqual(codes);
  });

  replay('a published refusal, too', async () => {
    const body = sample('error.403-authorization-request-denied.json');
    const opened = await ask({ name: byAppId }, {}, (made) => {
      made.fail(/servicePrincipals/, () => ({ status: 403, body }));
    });
    expect(codesOf(opened)).toEqual(['graph/forbidden']);
  });
});
