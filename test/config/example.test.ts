import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { configurationJsonSchema, loadSettings } from '../../src/config/index.js';
import { createWorld, naming } from './world.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${root}.provisionrc.example`, 'utf8');

const load = async (content: string, profile?: string) =>
  loadSettings(naming('.provisionrc.yaml', { profile }), {
    ...createWorld({ files: {} }),
    cwd: root,
    readFile: () => Promise.resolve(new TextEncoder().encode(content)),
  });

/** The commented block that begins with a line, with its marks taken away. */
const uncomment = (first: string): string => {
  const block = text.slice(text.indexOf(`# ${first}\n`)).split(/\n\n/, 1)[0] ?? '';
  return block.replace(/^# ?/gm, '');
};

describe('.provisionrc.example', () => {
  test('works as it stands with the bundled fixtures', async () => {
    const { value, diagnostics } = await load(text);
    expect(diagnostics).toEqual([]);
    const { schema, source, target } = value!;
    expect([source?.kind, target?.kind]).toEqual(['fixture', 'fixture']);
    const files = [
      schema,
      source?.kind === 'fixture' && source.path,
      target?.kind === 'fixture' && target.path,
    ];
    for (const file of files) expect(file !== undefined && file !== false && existsSync(file)).toBe(true);
    expect((await load(text, 'preview')).value?.dryRun).toBe(true);
  });

  test('shows every key', () => {
    const keys = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      Object.keys((node as { properties?: object }).properties ?? {}).forEach((key) => keys.add(key));
      Object.values(node).forEach(walk);
    };
    walk(configurationJsonSchema());
    expect([...keys].filter((key) => !text.includes(`${key}:`) && !text.includes(key))).toEqual([]);
    expect(keys.size).toBeGreaterThan(35);
  });

  test('has a Graph source that is valid once uncommented', async () => {
    const { value, diagnostics } = await load(uncomment('source:'));
    expect(diagnostics).toEqual([]);
    expect(value?.source).toMatchObject({ kind: 'graph', auth: { kind: 'client-secret' } });
  });

  test.each([
    ['token', /^ {2}auth:[^\n]*\n( {4}.*\n)*/gm],
    ['basic', /^ {2}(token:.*|auth:( {4,}#.*\n( {4}.*\n)*| \{ kind: none.*))\n?/gm],
  ])('has a SCIM target that is valid once uncommented: %s', async (_, others) => {
    const { value, diagnostics } = await load(uncomment('target:').replace(others, ''));
    expect(diagnostics).toEqual([]);
    expect(value?.target).toMatchObject({ kind: 'scim', headers: { 'x-tenant': '42' } });
  });
});
