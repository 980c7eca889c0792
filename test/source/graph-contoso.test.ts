import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type RunRequest, runSteps } from '../../src/provision/index.js';
import type { Report } from '../../src/report/report.js';
import { openApplication, openGraphDirectory } from '../../src/source/graph/index.js';
import type { SourceDirectory } from '../../src/source/source-directory.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import { contoso, fixture, source } from '../provision/contoso.js';
import { quietWorld } from '../provision/quiet-world.js';
import {
  contosoTenant,
  type GraphStandIn,
  hasDescription,
  startGraphStandIn,
} from './graph-stand-in/index.js';
import { openClient } from './graph-stand-in/open-directory.js';

const { signal } = new AbortController();
const appId = '00000000-0000-4000-8000-000000000300';

interface Story {
  readonly id: string;
  readonly upn: string;
  readonly story: string;
}

const stories = JSON.parse(new TextDecoder().decode(fixture('expectations.json'))) as Story[];

let graph: GraphStandIn;
let close: () => Promise<void>;
let overGraph: SourceDirectory;

beforeAll(async () => {
  graph = await startGraphStandIn(contosoTenant());
  const opened = openClient(graph.url);
  ({ close } = opened);
  const { application, diagnostics } = await openApplication(
    opened.client,
    {
      name: { by: 'appId', value: appId },
      job: undefined,
      needsSchema: false,
      choose: () => Promise.resolve(undefined),
    },
    signal,
  );
  expect(diagnostics).toEqual([]);
  const needs = contoso.needs.map(({ name }) => name);
  overGraph = openGraphDirectory(opened.client, { needs, servicePrincipal: application });
});

afterEach(() => {
  if (!hasDescription) console.warn('no description of Graph at hand: requests were not checked');
  expect(graph.violations).toEqual([]);
});

afterAll(async () => {
  await close();
  graph.stop();
});

function runWith(directory: SourceDirectory, selector: RunRequest['selector']): Promise<Report> {
  const target = openFixtureTarget({
    bytes: fixture('target.json'),
    file: 'target.json',
    save: () => Promise.resolve(),
    newId: () => 'new-1',
    now: () => 0,
  }).value!;
  return runSteps({
    job: contoso,
    selector,
    source: directory,
    target,
    dryRun: false,
    mode: 'on-demand',
    cycleDialect: 'default',
    investigate: true,
    discover: false,
    until: 'action',
    assumeAssigned: false,
    now: Date.parse('2026-11-24T12:00:00Z'),
    seed: 'test',
    toolVersion: '0',
    diagnostics: [],
    world: quietWorld,
    signal,
  });
}

/** All but where the users came from, and the requests that it took. */
function decided(report: Report): unknown {
  const steps = report.steps.map((step) => ({ ...step, exchanges: [] }));
  const exchanges = report.exchanges
    .filter(({ url }) => !url.startsWith('http'))
    .map((exchange) => ({ ...exchange, id: '', durationMs: 0 }));
  return { ...report, source: null, steps, exchanges };
}

describe('a user decides the same over Microsoft Graph as in a fixture of the same tenant', () => {
  test.each(stories)('$upn: $story', async ({ id }) => {
    const selector = { by: 'id', value: id } as const;
    const [ofFixture, ofGraph] = await Promise.all([runWith(source, selector), runWith(overGraph, selector)]);
    expect(decided(ofGraph)).toEqual(decided(ofFixture));
  });

  test.each(stories)('$upn, by user principal name', async ({ upn }) => {
    const selector = { by: 'upn', value: upn } as const;
    const [ofFixture, ofGraph] = await Promise.all([runWith(source, selector), runWith(overGraph, selector)]);
    expect(decided(ofGraph)).toEqual(decided(ofFixture));
  });
});
