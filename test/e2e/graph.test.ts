import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.js';
import { type ToolRun, Workbench } from '../cli/run-tool.js';
import {
  contosoTenant,
  type Fault,
  type GraphStandIn,
  refuse,
  standInJobId,
  startGraphStandIn,
} from '../source/graph-stand-in/index.js';

const token = 'opaque-token-of-the-test';
const denied = refuse(
  403,
  'Authorization_RequestDenied',
  'Insufficient privileges to complete the operation.',
);

let graph: GraphStandIn;
let bench: Workbench;

beforeAll(async () => {
  graph = await startGraphStandIn(contosoTenant());
});

beforeEach(() => {
  bench = new Workbench();
});

afterEach(() => {
  expect(graph.violations).toEqual([]);
  graph.reset();
  bench.remove();
});

afterAll(() => {
  graph.stop();
});

interface Configuration {
  readonly app?: string | null;
  readonly schema?: boolean;
  readonly url?: string;
  readonly more?: string;
}

/** Runs the tool with Graph as its source. */
function run(
  args: readonly string[],
  { app, schema = true, url = graph.url, more = '' }: Configuration = {},
): Promise<ToolRun> {
  const lines = [
    ...(schema ? ['schema: ./schema.json'] : []),
    'source:',
    '  kind: graph',
    '  auth: token',
    '  token: { env: GRAPH_TOKEN }',
    `  graphUrl: ${url}`,
    ...(app === null ? [] : [`  app: ${app ?? '{ appId: 00000000-0000-4000-8000-000000000300 }'}`]),
    'target: { kind: fixture, path: ./target.json }',
    more,
  ];
  writeFileSync(join(bench.folder, 'graph.yaml'), lines.join('\n'));
  const [command = '', ...rest] = args;
  const isCommand = !command.startsWith('-');
  const all = isCommand ? [command, '--config', 'graph.yaml', ...rest] : ['--config', 'graph.yaml', ...args];
  return bench.run(all, { environment: { GRAPH_TOKEN: token } });
}

const alice = ['--upn', 'alice@contoso.com', '--dry-run', '--output', 'json'];
const reportOf = ({ stdout }: ToolRun): Report => JSON.parse(stdout) as Report;

describe('a run over Microsoft Graph', () => {
  test.each([
    ['with a schema file', true],
    ['with the live schema', false],
  ])('%s decides as a run over the fixture', async (_name, schema) => {
    const [overGraph, overFixture] = [await run(alice, { schema }), await bench.run(alice)];
    expect(overGraph).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(overGraph).outcome).toEqual(reportOf(overFixture).outcome);
  });

  test('asks for the schema of the job only where none is named', async () => {
    await run(alice);
    expect(graph.arrivals.some(({ request }) => request.endsWith('/schema'))).toBe(false);
    await run(alice, { schema: false });
    expect(graph.arrivals.some(({ request }) => request.endsWith('/schema'))).toBe(true);
  });

  test('tells the job, and every request to Graph as part of the import', async () => {
    const report = reportOf(await run(alice, { schema: false }));
    expect(report.job).toMatchObject({ id: standInJobId, state: 'active' });
    const overGraph = report.exchanges.filter(({ url }) => url.startsWith(graph.url));
    expect(overGraph).toHaveLength(graph.roundTrips());
    expect(new Set(overGraph.map(({ step }) => step))).toEqual(new Set(['importUser']));
    expect(JSON.stringify(report)).not.toContain(token);
  });

  test('shows the scope of somebody without a target', async () => {
    const ended = await run(['--upn', 'erin@contoso.com', '--until', 'scope', '--expect', 'out-of-scope']);
    expect(ended.code).toBe(0);
    expect(ended.stdout).toContain('Sales Austria > Vienna Interns');
  });

  test('finds people by a search', async () => {
    const ended = await run(['search', 'Archer'], { app: null });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('alice@contoso.com');
  });

  test.each([
    ['--upn', ['eval', '[department]', '--upn', 'alice@contoso.com']],
    ['--mapping', ['eval', '--mapping', 'title', '--upn', 'alice@contoso.com']],
  ])('evaluates with %s', async (_name, args) => {
    const ended = await run(args, { schema: false });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/Sales|Senior Account Manager/);
  });
});

interface BadInput {
  readonly name: string;
  readonly configuration?: Configuration;
  readonly args?: readonly string[];
  readonly code: number;
  /** of what is said, on either stream, blanks and bars taken away */
  readonly says: string;
  /** code of what is said */
  readonly diagnostic?: string;
  readonly fault?: readonly [request: RegExp, fault: Fault];
}

const withoutSchema: Configuration = { schema: false };
const page = '<html>sign in to the proxy</html>';

// Exit codes: design, section 1; the reasons: issue "Bad input".
const badInput: readonly BadInput[] = [
  {
    name: 'no application named',
    configuration: { app: null },
    code: 2,
    says: 'source.app is missing',
    diagnostic: 'application/not-named',
  },
  {
    name: 'an unknown application',
    configuration: { app: '{ displayName: Nowhere }' },
    code: 2,
    says: 'no enterprise application named "Nowhere"',
  },
  {
    name: 'an unknown job',
    configuration: { app: '{ displayName: Contoso Expenses }\n  job: scim.none' },
    code: 2,
    says: 'no provisioning job scim.none',
  },
  {
    name: 'a schema that is missing',
    configuration: withoutSchema,
    fault: [/\/schema$/, () => refuse(404, 'ResourceNotFound', 'none')],
    code: 1,
    says: 'could not be read from job',
  },
  {
    name: 'a schema that is not permitted',
    configuration: withoutSchema,
    fault: [/\/schema$/, () => denied],
    code: 4,
    says: 'Synchronization.Read.All',
  },
  {
    name: 'an application that may not be read',
    fault: [/servicePrincipals/, () => denied],
    code: 4,
    says: 'Application.Read.All',
  },
  {
    name: 'a user that may not be read',
    fault: [/GET \/users/, () => denied],
    code: 4,
    says: 'graph/forbidden',
  },
  {
    name: 'an unknown user',
    args: ['--upn', 'nobody@contoso.com', '--output', 'json'],
    code: 1,
    says: 'source/unknown-user',
  },
  {
    name: 'a Graph that refuses connections',
    configuration: { url: 'http://127.0.0.1:9' },
    code: 1,
    says: '127.0.0.1:9',
  },
  {
    name: 'a page within a batch',
    fault: [/^GET/, () => ({ status: 200, body: page })],
    code: 1,
    says: 'answered with success where an application',
    diagnostic: 'source/unfit-answer',
  },
  {
    name: 'a page in the place of JSON',
    fault: [/batch/, () => ({ status: 200, body: page })],
    code: 1,
    says: '127.0.0.1',
  },
  { name: '--offline', args: [...alice, '--offline'], code: 1, says: 'was not contacted' },
];

describe('what cannot work over Microsoft Graph ends in a diagnostic and its exit code', () => {
  test.each(badInput)('$name', async ({ configuration, args = alice, code, says, diagnostic, fault }) => {
    if (fault !== undefined) graph.fail(...fault);
    const ended = await run(args, configuration);
    const said = `${ended.stdout}${ended.stderr}`.replace(/[\s▌]+/g, ' ');
    expect(said).toContain(says);
    expect(said).toContain(diagnostic ?? says);
    expect(ended.code).toBe(code);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });

  test('--offline contacts nobody', async () => {
    await run([...alice, '--offline']);
    expect(graph.roundTrips()).toBe(0);
  });

  test('a refused search ends so too', async () => {
    graph.fail(/GET \/users/, () => denied);
    expect((await run(['search', 'x'], { app: null })).code).toBe(4);
  });
});
