import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ConfigWorld, loadSettings, type SettingsRequest } from '../../src/config/index.js';
import { describe as put } from '../../src/diagnostics/describe.js';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'found-')));
  writeFileSync(join(folder, 'inside.txt'), 'secret\n');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const load = async (text: string, more: Partial<SettingsRequest> = {}, name = '.provisionrc') => {
  writeFileSync(join(folder, name), text);
  const world: ConfigWorld = {
    cwd: folder,
    environment: {},
    readFile,
    realPath: realpath,
    runCommand: () => Promise.resolve({ ok: true, stdout: 'token of a command\n' }),
  };
  return loadSettings({ flags: {}, needsSecrets: true, ...more }, world);
};

const scim = (rest: string): string => `target:\n  kind: scim\n  url: https://a.example\n  ${rest}\n`;

// design.md, "Configuration": what was merely found may come from a stranger.
describe('a configuration that was merely found', () => {
  test.each([
    ['schema: ../schema.json\n', 'schema', '1:9'],
    [`schema: ${resolve('/etc/hostname')}\n`, 'schema', '1:9'],
    ['schema: a/../../schema.json\n', 'schema', '1:9'],
    ['source: { kind: fixture, path: ../x }\n', 'source.path', '1:32'],
    ['source: { kind: fixture, users: ../x }\n', 'source.users', '1:33'],
    ['target: { kind: fixture, path: ../x }\n', 'target.path', '1:32'],
    [scim('token: { file: ../x }'), 'target.token.file', '4:18'],
    [`${scim('auth: { kind: none }')}  tls: { ca: ../x }\n`, 'target.tls.ca', '5:14'],
  ])('may not name a file outside its folder: %j', async (text, key, place) => {
    const { value, diagnostics } = await load(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'config/found-file-outside', args: { key } }]);
    expect(`${diagnostics[0]?.at[0]?.line ?? 0}:${diagnostics[0]?.at[0]?.column ?? 0}`).toBe(place);
    expect(put(diagnostics[0]!).advice).toContainEqual({
      kind: 'command',
      text: 'provision-user --config .provisionrc',
    });
  });

  test('may not reach outside through a link', async () => {
    symlinkSync(process.execPath, join(folder, 'node'));
    expect((await load(scim('token: { file: ./node }'))).diagnostics.map(({ code }) => code)).toEqual([
      'config/found-file-outside',
    ]);
  });

  test('may not run a command, below package.json neither', async () => {
    const refused = [{ code: 'config/found-command-refused', args: { key: 'target.token', program: 'az' } }];
    expect((await load(scim('token: { command: [az, account] }'))).diagnostics).toMatchObject(refused);
    rmSync(join(folder, '.provisionrc'));
    const target = { kind: 'scim', url: 'https://a.example', token: { command: ['az'] } };
    const text = JSON.stringify({ provision: { target } });
    expect((await load(text, {}, 'package.json')).diagnostics).toMatchObject(refused);
  });

  test('may name files of its own folder', async () => {
    const { value } = await load(scim('token: { file: ./inside.txt }'));
    expect(value?.target).toMatchObject({ auth: { kind: 'bearer', token: 'secret' } });
  });

  test('may do all of it once it is named, on the command line or by the environment', async () => {
    const text = `schema: ../schema.json\n${scim('token: { command: [az] }')}`;
    const { value, diagnostics } = await load(text, { config: '.provisionrc' });
    expect(diagnostics).toEqual([]);
    expect(value?.schema).toBe(resolve(folder, '../schema.json'));
    expect(value?.target).toMatchObject({ auth: { kind: 'bearer', token: 'token of a command' } });
  });
});
