import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { configurationJsonSchema } from '../../src/config/index.js';

const url = new URL('../../docs/provisionrc.schema.json', import.meta.url);
const example = readFileSync(new URL('../../.provisionrc.example', import.meta.url), 'utf8');

describe('the JSON Schema of a configuration', () => {
  test('in docs is the one that the code makes (UPDATE_DOCS=1 npm test -- test/config writes it)', () => {
    const made = `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE_DOCS === '1') writeFileSync(url, made);
    expect(JSON.parse(readFileSync(url, 'utf8'))).toEqual(JSON.parse(made));
  });

  const isValid = new Ajv2020({ strict: true }).compile(configurationJsonSchema());

  test('describes every key', () => {
    const bare: string[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, child] of Object.entries((node as { properties?: object }).properties ?? {})) {
        const isSecretForm = ['env', 'file', 'command'].includes(key);
        if (!isSecretForm && !('description' in (child as object))) bare.push(key);
      }
      Object.values(node).forEach(walk);
    };
    walk(configurationJsonSchema());
    expect(bare).toEqual([]);
  });

  test.each([
    ['the shipped example', parse(example) as unknown, true],
    ['a profile that changes one key', { profiles: { p: { target: { url: 'https://a.example' } } } }, true],
    ['a target that lacks its url', { target: { kind: 'scim' } }, false],
    ['an unknown key', { scop: 'all' }, false],
    ['an unknown key of a profile', { profiles: { p: { dryrun: true } } }, false],
    ['an unknown kind', { source: { kind: 'ldap' } }, false],
    ['a limit of nothing', { timeout: 0 }, false],
    [
      'a secret of two origins',
      { target: { kind: 'scim', url: 'u', token: { env: 'A', file: 'b' } } },
      false,
    ],
  ])('judges %s', (_, configuration, expected) => {
    expect(isValid(configuration)).toBe(expected);
  });
});
