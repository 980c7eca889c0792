import { describe as group, expect, test } from '@jest/globals';
import { loadSettings } from '../../src/config/index.js';
import { describe } from '../../src/diagnostics/describe.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { faultCases } from './fault-cases.js';
import { createWorld, naming } from './world.js';

const summarize = ({ code, at: [place] }: Diagnostic): string =>
  place?.line === undefined ? `${code} -` : `${code} ${place.line}:${place.column ?? 0}`;

const sayAll = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics
    .map(describe)
    .flatMap(({ message, advice }) => [message, ...advice.map(({ text }) => text)])
    .join('\n');

group('a faulty configuration', () => {
  test.each(faultCases)('$name', async ({ file = 'c.yaml', profile, text, faults, says = [] }) => {
    const world = createWorld({ files: { [file]: text } });
    const { value, diagnostics } = await loadSettings(naming(file, { profile }), world);
    expect(value).toBeUndefined();
    expect(diagnostics.map(summarize)).toEqual(faults);
    for (const words of says) expect(sayAll(diagnostics)).toContain(words);
    for (const { at } of diagnostics) expect(at[0]?.file).toBe(file);
  });

  test('shows the line with a caret below the mistyped key', async () => {
    const world = createWorld({ files: { 'c.yaml': 'source:\n  kind: fixture\n  pahts: x\n' } });
    const { diagnostics } = await loadSettings(naming('c.yaml'), world);
    expect(sayAll(diagnostics)).toContain('  pahts: ·\n  ^');
  });

  test('that is nested without end is refused, in YAML as in JSON', async () => {
    for (const text of ['['.repeat(100_000), `a: ${'['.repeat(100_000)}`, `{"a":${'['.repeat(100_000)}`]) {
      const { diagnostics } = await loadSettings(naming('c'), createWorld({ files: { c: text } }));
      expect(diagnostics.map(({ code }) => code)).toEqual(['document/syntax']);
    }
  });

  test('whose aliases multiply without end is refused', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, row) => `a${row}: &a${row} [${`*a${row - 1},`.repeat(row && 9)}]`,
    );
    const world = createWorld({ files: { c: rows.join('\n') } });
    const { diagnostics } = await loadSettings(naming('c'), world);
    expect(diagnostics.map(({ code }) => code)).toEqual(['document/syntax']);
    expect(sayAll(diagnostics)).toContain('more than 10000 values');
  });

  test('that was named but is not there is told as such', async () => {
    const { diagnostics } = await loadSettings(naming('gone.yaml'), createWorld({ files: {} }));
    expect(diagnostics).toEqual([
      {
        code: 'document/unreadable',
        args: { what: 'the configuration', file: 'gone.yaml', reason: 'there is no such file' },
        at: [{ file: 'gone.yaml' }],
      },
    ]);
  });
});
