import { describe, expect, test } from '@jest/globals';
import { carryOver } from '../../src/pull/index.js';

const folders = { from: '/home/a', to: '/home/a/pulled' };

interface Case {
  readonly name: string;
  readonly owner: 'source' | 'target';
  readonly part: object;
  readonly carried: object;
  readonly needsNaming: boolean;
  readonly secrets: readonly string[];
}

// Expected: design, "Configuration" (paths, secrets; what a found configuration may name).
const cases: readonly Case[] = [
  {
    name: 'a literal secret becomes a reference',
    owner: 'target',
    part: { kind: 'scim', url: 'https://a.b', auth: { kind: 'basic', user: 'u', password: 'literal' } },
    carried: {
      kind: 'scim',
      url: 'https://a.b',
      auth: { kind: 'basic', user: 'u', password: { env: 'SCIM_PASSWORD' } },
    },
    needsNaming: false,
    secrets: ['target.auth.password'],
  },
  {
    name: 'a header is a secret by its name',
    owner: 'target',
    part: { kind: 'scim', url: 'https://a.b', headers: { 'x-api-key': 'literal', 'x-tenant': '42' } },
    carried: {
      kind: 'scim',
      url: 'https://a.b',
      headers: { 'x-api-key': { env: 'SCIM_HEADER_X_API_KEY' }, 'x-tenant': '42' },
    },
    needsNaming: false,
    secrets: ['target.headers.x-api-key'],
  },
  {
    name: 'a reference to a variable stays',
    owner: 'source',
    part: { kind: 'graph', auth: 'token', token: { env: 'ANY' } },
    carried: { kind: 'graph', auth: 'token', token: { env: 'ANY' } },
    needsNaming: false,
    secrets: [],
  },
  {
    name: 'a file outside of the new folder is found from there',
    owner: 'source',
    part: { kind: 'graph', auth: 'certificate', certificate: { file: './app.pem' } },
    carried: { kind: 'graph', auth: 'certificate', certificate: { file: '../app.pem' } },
    needsNaming: true,
    secrets: [],
  },
  {
    name: 'a file inside of the new folder too',
    owner: 'target',
    part: { kind: 'fixture', path: 'pulled/target.json' },
    carried: { kind: 'fixture', path: './target.json' },
    needsNaming: false,
    secrets: [],
  },
  {
    name: 'a program is run only where the configuration is named',
    owner: 'target',
    part: { kind: 'scim', url: 'https://a.b', token: { command: ['./bin/token', '-x'] } },
    carried: { kind: 'scim', url: 'https://a.b', token: { command: ['../bin/token', '-x'] } },
    needsNaming: true,
    secrets: [],
  },
];

describe('a part of a configuration, in another folder', () => {
  test.each(cases)('$name', ({ owner, part, carried, needsNaming, secrets }) => {
    const made = carryOver(owner, part, folders);
    expect(made.part).toEqual(carried);
    expect(made.needsNaming).toBe(needsNaming);
    expect(made.diagnostics.map(({ args }) => (args as { key: string }).key)).toEqual(secrets);
  });
});
