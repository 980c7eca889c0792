import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ConfigWorld, loadSettings } from '../../src/config/index.js';
import { describe as put } from '../../src/diagnostics/describe.js';

let root = '';
const home = process.cwd();

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'discovery-')));
});
afterEach(() => {
  process.chdir(home);
  rmSync(root, { recursive: true });
});

const write = (name: string, text: string): string => {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

const standIn = (folder: string): ConfigWorld => {
  const cwd = join(root, folder);
  mkdirSync(cwd, { recursive: true });
  // The process itself stands there too: that is what cosmiconfig looks at.
  process.chdir(cwd);
  return {
    cwd,
    environment: {},
    readFile: (path) => Promise.resolve(readFileSync(path)),
    runCommand: () => Promise.reject(new Error('nothing may be run')),
  };
};

const find = { flags: {}, needsSecrets: true } as const;

describe('the search for a configuration', () => {
  // design.md, "Configuration": the four names and package.json#provision.
  test.each(['.provisionrc', 'package.json'])(
    'passes by a %s that is a pipe, and does not wait for it',
    async (name) => {
      if (process.platform === 'win32') return;
      execFileSync('mkfifo', [join(root, name)]);
      const path = write('.provisionrc.yml', 'rule: here');
      const { value } = await loadSettings(find, standIn('.'));
      expect(value?.file).toBe(path);
    },
  );

  test.each([
    ['.provisionrc', 'rule: here'],
    ['.provisionrc', '{ "rule": "here" }'],
    ['.provisionrc.json', '{ "rule": "here", } // with a comment'],
    ['.provisionrc.yaml', 'rule: here'],
    ['.provisionrc.yml', 'rule: here'],
    ['package.json', '{ "name": "x", "provision": { "rule": "here" } }'],
  ])('finds %s holding %s', async (name, text) => {
    const path = write(name, text);
    const { value } = await loadSettings(find, standIn('.'));
    expect(value).toMatchObject({ file: path, rule: 'here' });
  });

  test('goes up to the project root', async () => {
    const path = write('.provisionrc.yaml', 'rule: above');
    write('package.json', '{}');
    const { value } = await loadSettings(find, standIn('a/b'));
    expect(value?.file).toBe(path);
    expect(value?.provenance).toContainEqual({
      key: 'rule',
      value: 'above',
      from: '../../.provisionrc.yaml:1',
    });
  });

  test.each(['project/package.json', 'project/.git/HEAD'])('stops at the folder of %s', async (marker) => {
    write('.provisionrc.yaml', 'rule: above');
    write(marker, '{}');
    const { value, diagnostics } = await loadSettings(find, standIn('project/a'));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ args }) => args)).toEqual([
      {
        folders: [join(root, 'project/a'), join(root, 'project')],
        code: [],
        unreadable: [],
        profile: undefined,
      },
    ]);
  });

  test('stays in the current folder where there is no project', async () => {
    write('.provisionrc.yaml', 'rule: above');
    const { diagnostics } = await loadSettings(find, standIn('a'));
    expect(diagnostics).toMatchObject([{ code: 'config/not-found', args: { folders: [join(root, 'a')] } }]);
  });

  test('prefers the nearer file, and its own name to package.json', async () => {
    write('package.json', '{ "provision": { "rule": "package" } }');
    write('a/.provisionrc', 'rule: near');
    expect((await loadSettings(find, standIn('a'))).value?.rule).toBe('near');
    write('.provisionrc', 'rule: own');
    expect((await loadSettings(find, standIn('.'))).value?.rule).toBe('own');
  });

  test('passes over a package.json without the key, and a folder of the right name', async () => {
    write('package.json', '{ "name": "x" }');
    write('.provisionrc/x', '');
    const path = write('.provisionrc.yml', 'rule: here');
    expect((await loadSettings(find, standIn('.'))).value?.file).toBe(path);
  });

  test('reports an empty file instead of passing over it', async () => {
    write('.provisionrc', '');
    write('.provisionrc.yml', 'rule: here');
    const { diagnostics } = await loadSettings(find, standIn('.'));
    expect(diagnostics.map(({ code }) => code)).toEqual(['document/empty']);
  });

  test('says how to get a configuration when there is none, and that code is refused', async () => {
    write('.provisionrc.js', 'export default {}');
    const { diagnostics } = await loadSettings({ ...find, profile: 'prod' }, standIn('.'));
    const said = diagnostics
      .map(put)
      .flatMap(({ message, advice }) => [message, ...advice.map(({ text }) => text)]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['config/not-found']);
    expect(said.join('\n')).toMatch(
      /no profile "prod"[^]*\.provisionrc\.js is code[^]*\.provisionrc\.example[^]*--config/,
    );
  });
});

describe("a stranger's folder", () => {
  // ecosystem.md, 2.6: cosmiconfig executes these on creation, and follows $import into code.
  const traps = ['.config/config.js', '.config/config.cjs', '.config/config.mjs', '.config/config.ts'];
  const code = [
    '.provisionrc.js',
    '.provisionrc.cjs',
    '.provisionrc.mjs',
    '.provisionrc.ts',
    'provision.config.js',
  ];

  test.each([...traps, ...code])('runs nothing of %s', async (trap) => {
    const marker = join(root, 'marker');
    const isCommonJs = trap.endsWith('.cjs') || trap.endsWith('.js');
    write(
      trap,
      isCommonJs
        ? `require('node:fs').writeFileSync(${JSON.stringify(marker)}, ''); module.exports = {};`
        : `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(marker)}, ''); export default {};`,
    );
    const world = standIn('.');
    expect((await loadSettings(find, world)).diagnostics.map((diagnostic) => diagnostic.code)).toEqual([
      'config/not-found',
    ]);
    write('.provisionrc', 'rule: here');
    expect((await loadSettings(find, world)).value?.rule).toBe('here');
    expect(existsSync(marker)).toBe(false);
    expect(process.cwd()).toBe(world.cwd);
  });

  test.each([
    ['.provisionrc.yaml', '$import: ./evil.cjs'],
    ['.provisionrc.json', '{ "$import": ["./evil.cjs"] }'],
    ['package.json', '{ "provision": { "$import": "./evil.cjs" } }'],
    ['package.json', '{ "$import": "./evil.cjs", "provision": { "$import": "./evil.cjs" } }'],
    [
      'package.json',
      '{ "cosmiconfig": { "searchPlaces": ["evil.cjs"] }, "provision": { "$import": "./evil.cjs" } }',
    ],
  ])('runs nothing that %s imports: %s', async (name, text) => {
    const marker = join(root, 'marker');
    write(
      'evil.cjs',
      `require('node:fs').writeFileSync(${JSON.stringify(marker)}, ''); module.exports = {};`,
    );
    write(name, text);
    const { diagnostics } = await loadSettings(find, standIn('.'));
    expect(diagnostics).toMatchObject([{ code: 'config/unknown-key', args: { key: '$import' } }]);
    expect(existsSync(marker)).toBe(false);
  });
});
