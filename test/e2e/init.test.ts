import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSettings } from '../../src/config/index.js';
import { openConfigWorld } from '../../src/cli/world.js';
import { Workbench } from '../cli/run-tool.js';

let bench: Workbench;

beforeEach(() => {
  bench = new Workbench();
  rmSync(join(bench.folder, '.provisionrc.yaml'));
});

afterEach(() => {
  bench.remove();
});

const schemas = [[], ['--from-schema', 'schema.json'], ['--from-schema', 'schema.json', '--scope', 'all']];
const sources = [
  [],
  ['--users', 'directory.json'],
  ['--tenant', 'contoso.onmicrosoft.com', '--app', 'Contoso: "Expenses" #1'],
  [
    '--tenant',
    'contoso.com',
    '--client-id',
    'x',
    '--app',
    '00000000-0000-4000-8000-000000000300',
    '--cloud',
    'china',
  ],
  ...['certificate', 'token', 'device-code', 'managed-identity'].map((auth) => [
    '--auth',
    auth,
    '--tenant',
    'contoso.com',
    '--client-id',
    '11111111-2222-3333-4444-555555555555',
  ]),
];
const targets = [
  [],
  ['--target-file', 'target.json'],
  ['--target-url', 'https://scim.contoso.com/v2/?a=b&c#d'],
];
const combinations = schemas.flatMap((schema) =>
  sources.flatMap((source) => targets.map((target) => [...schema, ...source, ...target])),
);
// Every flag value, and every pair of a source and a target; the machine starts a process for each.
const chosen = combinations.filter(
  (_flags, index) => index < sources.length * targets.length || index % 11 === 0,
);

describe('what init writes loads without a diagnostic', () => {
  test.each(chosen.map((flags) => [flags.join(' '), flags] as const))('%s', async (_name, flags) => {
    const ended = await bench.run(['init', ...flags]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(bench.folder, 'app.pem'), 'key and certificate');
    const environment = { AZURE_CLIENT_SECRET: 'a', GRAPH_TOKEN: 'b', SCIM_TOKEN: 'c' };
    const world = openConfigWorld({ cwd: bench.folder, environment });
    const { value, diagnostics } = await loadSettings({ flags: {}, needsSecrets: true }, world);
    expect(diagnostics).toEqual([]);
    expect(value?.dryRun).toBe(flags.includes('--target-url'));
    expect(value?.scope).toBe(flags.includes('all') ? 'all' : 'assigned');
    expect(value?.source?.kind).toBe(flags.includes('--users') ? 'fixture' : 'graph');
    expect(value?.schema === undefined).toBe(!flags.includes('--from-schema'));
  });
});

describe('init', () => {
  test('names a next command that works', async () => {
    const init = [
      'init',
      '--from-schema',
      'schema.json',
      '--users',
      'directory.json',
      '--target-file',
      'target.json',
    ];
    const { stdout } = await bench.run([...init, '--output', 'json']);
    const { next } = JSON.parse(stdout) as { next: string };
    expect(await bench.run(next.split(' ').slice(1))).toMatchObject({ code: 0 });
  });

  test('brings a schema of another folder along, byte by byte', async () => {
    const ended = await bench.run(['init', '--from-schema', 'schema.json', '--out', 'new/one']);
    expect(ended.code).toBe(0);
    expect(bench.read('new/one/schema.json')).toBe(bench.read('schema.json'));
    expect(bench.read('new/one/.provisionrc.yaml')).toContain('\nschema: ./schema.json\n');
  });

  test('reads a schema from standard input', async () => {
    const ended = await bench.run(['init', '--from-schema', '-', '--out', 'new'], {
      input: bench.read('schema.json'),
    });
    expect(ended.code).toBe(0);
    expect(bench.read('new/schema.json')).toBe(bench.read('schema.json'));
  });

  test('replaces what exists with --force alone', async () => {
    writeFileSync(join(bench.folder, '.provisionrc.yaml'), 'scope: all\n');
    expect((await bench.run(['init'])).code).toBe(2);
    expect(bench.read('.provisionrc.yaml')).toBe('scope: all\n');
    expect((await bench.run(['init', '--force'])).code).toBe(0);
    expect(bench.read('.provisionrc.yaml')).toContain('scope: assigned');
  });
});

const refusals: readonly (readonly [name: string, flags: readonly string[], says: string])[] = [
  ['a tenant that is none', ['--tenant', 'con toso'], 'con toso'],
  [
    'a way to sign in that lacks its tenant',
    ['--auth', 'client-secret', '--client-id', 'x'],
    'source.tenant',
  ],
  ['a target that is no address', ['--target-url', 'scim.contoso.com'], 'target.url'],
  ['a target over http', ['--target-url', 'http://scim.contoso.com'], 'target.url'],
  ['a schema that is missing', ['--from-schema', 'none.json'], 'none.json'],
  ['a file that is no schema', ['--from-schema', 'target.json'], 'target.json'],
  [
    'a rule that the schema does not have',
    ['--from-schema', 'schema.json', '--rule', 'x'],
    'USERGROUP_OUTBOUND',
  ],
  ['two sources', ['--users', 'directory.json', '--tenant', 'contoso.com'], '--tenant'],
  ['users outside of the folder', ['--users', 'directory.json', '--out', 'new'], 'directory.json'],
];

describe('init refuses, and writes nothing', () => {
  test.each(refusals)('%s', async (_name, flags, says) => {
    const before = bench.snapshot();
    const ended = await bench.run(['init', ...flags]);
    expect(ended.code).toBe(2);
    expect(ended.stderr.replace(/[\s▌]+/g, ' ')).toContain(says);
    expect(bench.snapshot()).toEqual(before);
  });

  test('a folder with a configuration of another name', async () => {
    mkdirSync(join(bench.folder, 'other'));
    cpSync(join(bench.folder, 'target.json'), join(bench.folder, 'other/.provisionrc.json'));
    const ended = await bench.run(['init', '--out', 'other', '--force']);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toContain('.provisionrc.json');
    expect(ended.stderr).toContain('provision-user explain files/other-configuration');
  });

  test('a folder that cannot be made, since a file stands in its place', async () => {
    const before = bench.snapshot();
    const ended = await bench.run(['init', '--out', 'target.json/below']);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain('provision-user explain files/unwritable');
    expect(bench.snapshot()).toEqual(before);
  });
});
