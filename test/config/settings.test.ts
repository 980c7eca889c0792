import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadSettings, type Settings, type SettingsRequest } from '../../src/config/index.js';
import { createWorld, folder, naming } from './world.js';

const load = async (
  text: string | Uint8Array,
  more: Partial<SettingsRequest> = {},
  environment: Readonly<Record<string, string>> = {},
) => loadSettings(naming('c.yaml', more), createWorld({ files: { 'c.yaml': text }, environment }));

const settingsOf = async (...given: Parameters<typeof load>): Promise<Settings> => {
  const { value, diagnostics } = await load(...given);
  expect(diagnostics).toEqual([]);
  return value!;
};

const fromOf = ({ provenance }: Settings, key: string): string | undefined =>
  provenance.find((line) => line.key === key)?.from;

describe('settings', () => {
  test('of an almost empty configuration are the defaults of the design', async () => {
    const settings = await settingsOf('rule: x\n');
    expect(settings).toEqual({
      file: join(folder, 'c.yaml'),
      profile: undefined,
      schema: undefined,
      rule: 'x',
      objectMapping: undefined,
      scope: 'assigned',
      skipOutOfScopeDeletions: false,
      dryRun: false,
      timeout: 120,
      seed: undefined,
      now: undefined,
      source: undefined,
      target: undefined,
      provenance: [
        { key: 'config', value: 'c.yaml', from: '--config' },
        { key: 'scope', value: 'assigned', from: 'default' },
        { key: 'skipOutOfScopeDeletions', value: 'false', from: 'default' },
        { key: 'dryRun', value: 'false', from: 'default' },
        { key: 'timeout', value: '120', from: 'default' },
        { key: 'rule', value: 'x', from: 'c.yaml:1' },
      ],
    });
  });

  test('have paths relative to the file, not to the current folder', async () => {
    const text =
      'schema: ./s.json\nsource: { kind: fixture, path: ../d.json }\ntarget: { kind: fixture, path: t.json }\n';
    const world = createWorld({ files: { 'sub/c.yaml': text } });
    const { value } = await loadSettings(naming('sub/c.yaml'), world);
    expect(value).toMatchObject({
      file: join(folder, 'sub/c.yaml'),
      schema: join(folder, 'sub/s.json'),
      source: { kind: 'fixture', path: join(folder, 'd.json'), users: undefined },
      target: { kind: 'fixture', path: join(folder, 'sub/t.json') },
    });
    expect(fromOf(value!, 'schema')).toBe('sub/c.yaml:1');
  });

  test('are read by content, whatever the suffix', async () => {
    expect((await settingsOf('// JSON in a .yaml\n{ "rule": "x", /* and */ }')).rule).toBe('x');
    const world = createWorld({ files: { 'c.json': 'rule: x\n', 'd.txt': '{rule: x} # flow YAML\n' } });
    expect((await loadSettings(naming('c.json'), world)).value?.rule).toBe('x');
    expect((await loadSettings(naming('d.txt'), world)).value?.rule).toBe('x');
  });

  test('are read from UTF-16 as Windows PowerShell writes it', async () => {
    const text = new Uint8Array(Buffer.from('\ufeffrule: Zoë\n', 'utf16le'));
    expect((await settingsOf(text)).rule).toBe('Zoë');
  });

  test('follow aliases of YAML', async () => {
    const settings = await settingsOf('rule: &name x\nobjectMapping: *name\n$schema: ./s.json\n');
    expect(settings.objectMapping).toBe('x');
    expect(fromOf(settings, 'objectMapping')).toBe('c.yaml:2');
  });

  test('of a Graph source carry every key', async () => {
    const text = [
      'source:',
      '  kind: graph',
      '  tenant: contoso.com',
      '  clientId: me',
      '  auth: certificate',
      '  certificate: { env: PEM }',
      '  graphUrl: http://localhost:8080',
      '  authorityUrl: http://127.0.0.1:8080',
      '  app: { appId: a }',
      '  job: j',
    ].join('\n');
    const { source } = await settingsOf(text, { needsSecrets: true }, { PEM: 'key' });
    expect(source).toEqual({
      kind: 'graph',
      tenant: 'contoso.com',
      clientId: 'me',
      auth: { kind: 'certificate', certificate: 'key' },
      cloud: 'global',
      graphUrl: 'http://localhost:8080',
      authorityUrl: 'http://127.0.0.1:8080',
      app: { by: 'appId', value: 'a' },
      job: 'j',
    });
  });

  test('of a SCIM target carry auth, headers and a certificate authority', async () => {
    const text = [
      'target:',
      '  kind: scim',
      '  url: https://a.example/scim?aadOptscim062020',
      '  auth: { kind: basic, user: me, password: { env: PW } }',
      '  headers: { x-tenant: "42", x-api-key: { env: KEY }, x-routing: { env: KEY } }',
      '  tls: { ca: ./ca.pem }',
    ].join('\n');
    const { target } = await settingsOf(text, { needsSecrets: ['target'] }, { PW: 'pw', KEY: 'k' });
    expect(target).toEqual({
      kind: 'scim',
      url: 'https://a.example/scim?aadOptscim062020',
      auth: { kind: 'basic', user: 'me', password: 'pw' },
      headers: { 'x-tenant': '42', 'x-api-key': 'k', 'x-routing': 'k' },
      secretHeaders: ['x-api-key', 'x-routing'],
      ca: resolve(folder, 'ca.pem'),
    });
  });
});

// ecosystem.md, 1.2: flags, environment, project file, default; design.md: profiles.
describe('precedence', () => {
  const text = 'timeout: 10\nscope: all\nnow: 2026-01-31\nprofiles:\n  prod: { timeout: 20, dryRun: true }\n';

  test('a profile wins over the base', async () => {
    const settings = await settingsOf(text, { profile: 'prod' });
    expect(settings).toMatchObject({ profile: 'prod', timeout: 20, scope: 'all', dryRun: true });
    expect(fromOf(settings, 'timeout')).toBe('c.yaml:5 (profile prod)');
    expect(fromOf(settings, 'scope')).toBe('c.yaml:2');
    expect(fromOf(settings, 'profile')).toBe('--profile');
  });

  test('a flag wins over both', async () => {
    const flags = { timeout: 30, dryRun: false, seed: 's', now: '2026-02-01T00:00:00+01:00' };
    const settings = await settingsOf(text, { profile: 'prod', flags });
    expect(settings).toMatchObject(flags);
    expect(['timeout', 'dryRun', 'seed', 'now'].map((key) => fromOf(settings, key))).toEqual([
      '--timeout',
      '--no-dry-run',
      '--seed',
      '--now',
    ]);
  });

  test('the environment names configuration and profile where no flag does', async () => {
    const environment = { PROVISION_USER_CONFIG: 'c.yaml', PROVISION_USER_PROFILE: 'prod' };
    const world = createWorld({
      files: { 'c.yaml': text, 'd.yaml': 'profiles: { test: { rule: x } }' },
      environment,
    });
    const nothing = { flags: {}, needsSecrets: false };
    const { value } = await loadSettings(nothing, world);
    expect(value?.timeout).toBe(20);
    expect(fromOf(value!, 'config')).toBe('PROVISION_USER_CONFIG');
    expect(fromOf(value!, 'profile')).toBe('PROVISION_USER_PROFILE');
    const flagged = await loadSettings({ ...nothing, config: 'd.yaml', profile: 'test' }, world);
    expect(flagged.value).toMatchObject({ rule: 'x', profile: 'test' });
  });

  test('a variable of the environment that is set to nothing is not set', async () => {
    const world = createWorld({ files: { 'c.yaml': text }, environment: { PROVISION_USER_PROFILE: '' } });
    const request = naming('c.yaml', { profile: '', profileFrom: 'PROVISION_USER_PROFILE' });
    expect((await loadSettings(request, world)).value?.profile).toBeUndefined();
    expect((await loadSettings(naming('c.yaml'), world)).value?.profile).toBeUndefined();
    const flagged = await loadSettings(naming('c.yaml', { profile: '' }), world);
    expect(flagged.diagnostics.map(({ code }) => code)).toEqual(['config/unknown-profile']);
  });

  test('a faulty flag is named as such', async () => {
    const { value, diagnostics } = await load(text, { flags: { timeout: Number.NaN, now: 'noon' } });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'config/bad-time', args: { from: '--now', value: 'noon' } },
      { code: 'config/bad-timeout', args: { from: '--timeout', value: 'NaN' } },
    ]);
  });
});

describe('a profile', () => {
  const base =
    'target:\n  kind: scim\n  url: https://a.example\n  token: { env: A }\n  headers: { x: "1" }\n';
  const targetOf = async (profile: string) =>
    (
      await settingsOf(
        `${base}profiles:\n  p: { target: ${profile} }\n`,
        { profile: 'p', needsSecrets: true },
        { A: 'a', B: 'b' },
      )
    ).target;

  test.each([
    ['{ url: https://b.example }', { url: 'https://b.example', auth: { token: 'a' }, headers: { x: '1' } }],
    ['{ headers: { y: "2" } }', { url: 'https://a.example', headers: { x: '1', y: '2' } }],
    ['{ token: { env: B } }', { url: 'https://a.example', auth: { token: 'b' } }],
    ['{ auth: { kind: none } }', { url: 'https://a.example', auth: { kind: 'none' } }],
    ['{ kind: scim, url: https://b.example, token: { env: B } }', { url: 'https://b.example', headers: {} }],
    ['{ kind: fixture, path: t.json }', { kind: 'fixture', path: resolve(folder, 't.json') }],
  ])('with target %s', async (profile, expected) => {
    expect(await targetOf(profile)).toMatchObject(expected);
  });

  test('may complete a base that is not complete alone', async () => {
    const text =
      'source: { kind: graph, auth: azure-cli }\ntarget: { kind: scim }\nprofiles:\n  p:\n    target: { url: https://a.example, auth: { kind: none } }\n';
    expect((await settingsOf(text, { profile: 'p' })).target).toMatchObject({ url: 'https://a.example' });
    expect((await load(text)).diagnostics).toMatchObject([
      { code: 'config/missing-key', args: { key: 'target.url' } },
    ]);
  });
});
