import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Job } from '../../src/job/index.js';
import { type RunRequest, runSteps } from '../../src/provision/index.js';
import type { Report } from '../../src/report/report.js';
import { chooseMapping } from '../../src/schema/index.js';
import { listKeptWords } from '../../src/pull/index.js';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import { openApplication, openGraphDirectory } from '../../src/source/graph/index.js';
import type { SourceDirectory } from '../../src/source/source-directory.js';
import { openFixtureTarget } from '../../src/target/fixture/index.js';
import { createReplacement } from '../../src/tickets/pseudonyms/index.js';
import { contoso, fixture, schema } from '../provision/contoso.js';
import { quietWorld } from '../provision/quiet-world.js';
import { contosoTenant, type GraphStandIn, startGraphStandIn } from '../source/graph-stand-in/index.js';
import { openClient } from '../source/graph-stand-in/open-directory.js';
import { PullBench } from './pull-bench.js';

const { signal } = new AbortController();
const appId = '00000000-0000-4000-8000-000000000300';
const seed = 'of the test';

interface Story {
  readonly id: string;
  readonly upn: string;
  readonly story: string;
}

const stories = JSON.parse(new TextDecoder().decode(fixture('expectations.json'))) as Story[];

let graph: GraphStandIn;
let close: () => Promise<void>;
let overGraph: SourceDirectory;
let pulled: SourceDirectory;
let listed: SourceDirectory;
let masked: SourceDirectory;
const benches: PullBench[] = [];

async function pull(args: readonly string[], more: readonly string[] = []): Promise<SourceDirectory> {
  const bench = new PullBench();
  benches.push(bench);
  expect(await bench.pull(graph.url, args, more)).toMatchObject({ code: 0 });
  return openFixtureSource([{ bytes: bench.bytes('directory.json'), file: 'directory.json' }]).value!;
}

beforeAll(async () => {
  graph = await startGraphStandIn(contosoTenant());
  const opened = openClient(graph.url);
  ({ close } = opened);
  const name = { by: 'appId', value: appId } as const;
  const choose = (): Promise<undefined> => Promise.resolve(undefined);
  const { application } = await openApplication(
    opened.client,
    { name, job: undefined, needsSchema: false, choose },
    signal,
  );
  const needs = contoso.needs.map(({ name: need }) => need);
  overGraph = openGraphDirectory(opened.client, { needs, servicePrincipal: application });
  const everybody = stories.flatMap(({ upn }) => ['--upn', upn]);
  pulled = await pull(everybody);
  listed = await pull(['--all', '--max', '1000'], ['scope: all']);
  masked = await pull([...everybody, '--mask', '--seed', seed]);
  expect(graph.violations).toEqual([]);
}, 120_000);

afterAll(async () => {
  await close();
  graph.stop();
  for (const { workbench } of benches) workbench.remove();
});

function runWith(
  directory: SourceDirectory,
  id: string,
  target = fixture('target.json'),
  job: Job = contoso,
): Promise<Report> {
  const request: RunRequest = {
    job,
    selector: { by: 'id', value: id },
    source: directory,
    tenant: undefined,
    target: openFixtureTarget({
      bytes: target,
      file: 'target.json',
      save: () => Promise.resolve(),
      newId: () => 'new-1',
      now: () => 0,
    }).value!,
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
  };
  return runSteps(request);
}

/** All but where the users came from, and the requests that it took. */
function decided(report: Report): unknown {
  const steps = report.steps.map((step) => ({ ...step, exchanges: [] }));
  const exchanges = report.exchanges
    .filter(({ url }) => !url.startsWith('http'))
    .map((exchange) => ({ ...exchange, id: '', durationMs: 0 }));
  return { ...report, source: null, steps, exchanges };
}

describe('whoever was pulled decides offline as he does over Microsoft Graph', () => {
  test.each(stories)('$upn: $story', async ({ id }) => {
    expect(decided(await runWith(pulled, id))).toEqual(decided(await runWith(overGraph, id)));
  });

  const present = stories.filter(({ upn }) => !upn.includes('jana'));
  test.each(present)('$upn, out of the list of everybody', async ({ id }) => {
    expect(decided(await runWith(listed, id))).toEqual(decided(await runWith(overGraph, id)));
  });
});

/** What was decided, without the values that were sent. */
const shapeOf = ({ outcome, steps }: Report): unknown => ({
  action: outcome.action,
  status: outcome.status,
  reason: outcome.reason,
  steps: steps.map(({ step, status, diagnostics }) => ({
    step,
    status,
    codes: diagnostics.map(({ code }) => code),
  })),
});

describe('whoever was masked decides as before, with the target masked by the same key', () => {
  const mapping = chooseMapping(schema, { sourceObject: 'User' }).value!.mapping;
  const replace = createReplacement(seed, listKeptWords(mapping));
  const resources = JSON.parse(new TextDecoder().decode(fixture('target.json'))) as {
    readonly Resources: readonly { readonly id: string }[];
  };
  const ids = new Set(resources.Resources.map(({ id }) => id));
  /** What comes of properties that are not personal, of app roles, or is SCIM's own. */
  const kept = new Set(
    'title department preferredLanguage country roles schemas type meta quirks'.split(' '),
  );
  /** Numbers that the mapping joins are words of their own before: "+43 1 5502" is sent as "+4315502". */
  const maskText = (text: string): string => {
    const [, last] = /^\+431(\d+)$/.exec(text) ?? [];
    return last === undefined ? replace(text) : replace(`+43 1 ${last}`).replaceAll(' ', '');
  };
  const mask = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? value : maskText(value);
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]: [string, unknown]) => [
        name,
        kept.has(name) ? item : mask(item),
      ]),
    );
  };
  const target = new TextEncoder().encode(JSON.stringify(mask(resources)));

  test.each(stories)('$upn: $story', async ({ id }) => {
    expect(shapeOf(await runWith(masked, replace(id), target))).toEqual(
      shapeOf(await runWith(overGraph, id)),
    );
  });

  test('nobody of them is named any more', () => {
    const text = JSON.stringify(benches[2]?.json('directory.json'));
    for (const { upn, id } of stories) {
      expect(text).not.toMatch(new RegExp(String.raw`\b${upn.split(/[@.+]/)[0] ?? ''}\b`, 'i'));
      expect(text).not.toContain(id);
    }
  });
});
