import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument, visit } from 'yaml';
import { loadSettings, type SettingsRequest } from '../../src/config/index.js';
import { describe as put } from '../../src/diagnostics/describe.js';
import { createWorld, naming } from './world.js';

const scim = (token: string): string =>
  `target:\n  kind: scim\n  url: https://a.example\n  token: ${token}\n`;

const world = createWorld({
  files: {
    token: 'of a file\r\n',
    blank: '\n',
    lines: 'one\ntwo\n',
    env: scim('{ env: TOKEN }'),
    unset: scim('{ env: UNSET }'),
    empty: scim('{ env: EMPTY }'),
    file: scim('{ file: ./token }'),
    gone: scim('{ file: ./nowhere }'),
    blankFile: scim('{ file: ./blank }'),
    twoLines: scim('{ file: ./lines }'),
    command: scim('{ command: [az, account, get] }'),
    script: scim('{ command: [./get.sh] }'),
    silent: scim('{ command: [true] }').replace('true', '"true"'),
    failing: scim('{ command: [nothing] }'),
    literal: scim('CANARY'),
    header: `${scim('{ env: TOKEN }')}  headers: { x-tenant: "42", Authorization: CANARY }\n`,
    graph: 'source: { kind: graph, auth: token, token: { env: UNSET } }\n',
    mixed: `source: { kind: graph, auth: token, token: { env: TOKEN } }\n${scim('{ env: UNSET }')}`,
  },
  environment: { TOKEN: 'of a variable', EMPTY: '' },
  commands: { 'az account get': 'of a command\n', '/folder/get.sh': 'of a script', true: '' },
});

const load = async (name: string, more: Partial<SettingsRequest> = {}) =>
  loadSettings(naming(name, { needsSecrets: true, ...more }), world);

// design.md, "Configuration": a secret is a reference.
describe('a secret', () => {
  test.each([
    ['env', 'of a variable', '(secret from env TOKEN)'],
    ['file', 'of a file', '(secret from file ./token)'],
    ['command', 'of a command', '(secret from command az)'],
    ['script', 'of a script', '(secret from command ./get.sh)'],
  ])('comes from %s, without the line end', async (name, token, shown) => {
    const { value, diagnostics } = await load(name);
    expect(diagnostics).toEqual([]);
    expect(value?.target).toMatchObject({ auth: { kind: 'bearer', token } });
    expect(value?.provenance).toContainEqual({ key: 'target.token', value: shown, from: `${name}:4` });
  });

  test.each([
    ['unset', 'config/secret-missing', { variable: 'UNSET' }],
    ['empty', 'config/secret-missing', { variable: 'EMPTY' }],
    ['gone', 'config/secret-unreadable', { file: './nowhere', reason: 'there is no such file' }],
    ['blankFile', 'config/secret-empty', { origin: 'file', name: './blank' }],
    ['twoLines', 'config/unfit-for-header', {}],
    ['silent', 'config/secret-empty', { origin: 'command', name: 'true' }],
    ['failing', 'config/secret-command-failed', { program: 'nothing', reason: 'it ended with code 1' }],
  ])('that cannot be had is an error: %s', async (name, code, args) => {
    const { value, diagnostics } = await load(name);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code, args: { key: 'target.token', ...args }, at: [{ file: name, line: 4 }] },
    ]);
  });

  test('that is not needed is not looked for', async () => {
    for (const name of ['unset', 'gone', 'failing']) {
      const { value, diagnostics } = await load(name, { needsSecrets: false });
      expect(diagnostics).toEqual([]);
      expect(value?.target).toMatchObject({ auth: { kind: 'bearer', token: '' } });
    }
  });

  test('can be needed of the source alone', async () => {
    const { value, diagnostics } = await load('mixed', { needsSecrets: ['source'] });
    expect(diagnostics).toEqual([]);
    expect(value?.source).toMatchObject({ auth: { token: 'of a variable' } });
    expect((await load('graph', { needsSecrets: ['source'] })).diagnostics).toMatchObject([
      { code: 'config/secret-missing', args: { key: 'source.token' } },
    ]);
  });

  test.each([
    ['literal', 'target.token', 4],
    ['header', 'target.headers.Authorization', 5],
  ])('written into the file works and warns: %s', async (name, key, line) => {
    const { value, diagnostics } = await load(name, { needsSecrets: true });
    expect(JSON.stringify(value?.target)).toContain('CANARY');
    expect(diagnostics).toMatchObject([{ code: 'config/literal-secret', args: { key }, at: [{ line }] }]);
    expect(diagnostics.map((diagnostic) => put(diagnostic).severity)).toEqual(['warning']);
    expect(JSON.stringify([diagnostics, diagnostics.map(put), value?.provenance])).not.toContain('CANARY');
  });
});

describe('a literal secret shows up nowhere', () => {
  const documents = {
    yaml: 'scope: all\ntarget:\n  kind: scim\n  url: https://a.example/scim\n  token: CANARY\n  headers: { x-key: CANARY }\n',
    json: '{ "scope": "all", "target": { "kind": "scim", "url": "https://a.example", "token": "CANARY" } }',
  };
  const said = async (text: string): Promise<string> => {
    const { value, diagnostics } = await loadSettings(naming('c'), createWorld({ files: { c: text } }));
    return JSON.stringify([diagnostics, diagnostics.map(put), value?.provenance]);
  };

  test.each([
    'target: { kind: scim, url: https://a.example, tokn: CANARY }',
    'target: { kind: scim, url: https://a.example, token: [CANARY] }',
    'target: { kind: scim, url: https://a.example, token: { env: { x: CANARY } } }',
    'target: { kind: scim, url: https://me:CANARY@a.example, auth: { kind: none } }',
    'target: { kind: scim, url: "me:CANARY@a.example", auth: { kind: none } }',
    // A missing space makes the line of the token part of the value above it.
    'target:\n  url: https://a.example\n  kind: scim\n    token:CANARY\n',
    'target:\n  kind: scim\n  auth: { kind: none }\n  url: https://a.example\n    token:CANARY\n',
    'target: { kind: scim, url: https://a.example, token:CANARY }',
    'target: { kind: scim, url: https://a.example, token CANARY: x }',
    'target:\n  token: CANARY "x": y\n',
    'target:\n  token: "x" CANARY\n',
    'target:\n  token: "CANARY\n',
    'target:\n  token: !CANARY x\n',
    'target:\n  token: *CANARY\n',
    '{ "target": { "token": "CANARY" "x": 1 } }',
  ])('in the message about %j', async (text) => {
    const words = await said(text);
    expect(words).toMatch(/"code":"(config|document)\//);
    expect(words).not.toContain('CANARY');
  });

  // A key is named in messages: where the secret has become one, nobody can tell.
  const isKeyNow = (text: string): boolean => {
    let found = false;
    visit(parseDocument(text, { uniqueKeys: false }), {
      Pair: (_, { key }) => {
        found ||= /^[\w$.-]*CANARY/.test(String(key));
      },
    });
    return found;
  };

  test('however the file is broken', async () => {
    const noise = fc.constantFrom(
      ...[
        '"',
        "'",
        ':',
        ' ',
        '\n',
        '\t',
        '{',
        '}',
        '[',
        ']',
        ',',
        '#',
        '&',
        '*',
        '!',
        '|',
        '>',
        '%',
        '@',
        '- ',
        '\\',
      ],
    );
    const texts = fc
      .tuple(fc.constantFrom(documents.yaml, documents.json), fc.nat(), noise, fc.nat(20))
      .map(([text, at, piece, cut]) => {
        const start = at % text.length;
        const broken = text.slice(0, start) + piece + text.slice(start + (cut % 4));
        return broken;
      })
      .filter((text) => text.includes('CANARY'));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(!isKeyNow(text));
        expect(await said(text)).not.toContain('CANARY');
      }),
      { numRuns: 300 },
    );
  });
});
