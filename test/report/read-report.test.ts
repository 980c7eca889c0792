import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportEntries } from '../../src/diagnostics/families/report.js';
import { renderJson } from '../../src/render/json/index.js';
import { renderText } from '../../src/render/text/index.js';
import { readReport } from '../../src/report/read-report.js';
import type { Report, ValueTrace } from '../../src/report/report.js';
import { failing, fine } from '../render/reports/index.js';

const samples = Object.entries({ ...fine, ...failing });
const healthy = fine['healthy create']!;
const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown) => readReport(bytesOf(value), 'run.json');
const codesOf = (value: unknown): readonly string[] => read(value).diagnostics.map(({ code }) => code);

describe('reading a saved report', () => {
  test.each(samples)('gives back what was saved: %s', (_name, report) => {
    expect(readReport(bytesOf(renderJson(report)), 'run.json')).toEqual({ value: report, diagnostics: [] });
  });

  test('reads what a redirection of Windows PowerShell saved, UTF-16 with a byte order mark', () => {
    const saved = Buffer.from(`\ufeff${renderJson(healthy)}`, 'utf16le');
    expect(readReport(saved, 'run.json').value).toEqual(healthy);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{"format":', 'document/syntax'],
    ['an empty file', '', 'document/empty'],
    ['a list', [], 'report/not-a-report'],
    ['null', 'null', 'report/not-a-report'],
    ['an exported schema', { synchronizationRules: [] }, 'report/not-a-report'],
    ['another format', { format: { name: 'other', version: '1.0' } }, 'report/not-a-report'],
    ['a newer major version', { ...healthy, format: { ...healthy.format, version: '2.0' } }, 'report/newer'],
    [
      'a version that is none',
      { ...healthy, format: { ...healthy.format, version: 'latest' } },
      'report/damaged',
    ],
    ['a version that is missing', { ...healthy, format: { name: healthy.format.name } }, 'report/damaged'],
    ['a step that is missing', { ...healthy, steps: healthy.steps.slice(0, 4) }, 'report/damaged'],
    ['a list that is null', { ...healthy, exchanges: null }, 'report/damaged'],
  ])('refuses %s', (_name, document, code) => {
    expect(codesOf(document)).toEqual([code]);
  });

  test('takes a newer minor version and keys that it does not know', () => {
    const newer = { ...healthy, format: { ...healthy.format, version: '1.7' }, later: { state: 'Active' } };
    expect(read(newer)).toEqual({ value: newer, diagnostics: [] });
  });

  test('names the place of the damage by pointer, line and column', () => {
    const damaged = renderJson(healthy).replace('"dryRun": false', '"dryRun": "no"');
    const [found] = readReport(bytesOf(damaged), 'run.json').diagnostics;
    expect(found?.at).toEqual([{ file: 'run.json', pointer: '/dryRun', line: 15, column: 13 }]);
    expect(found?.args).toMatchObject({ expected: 'true or false', actual: '"no"', more: 0 });
  });

  test('tells a few places of many, and how many there are besides', () => {
    const hollow = { format: healthy.format };
    const { diagnostics } = read(hollow);
    expect(diagnostics).toHaveLength(3);
    expect(diagnostics[0]?.args).toMatchObject({ more: 10 });
  });

  test('bottomless nesting is refused', () => {
    const nested = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bottomless = JSON.stringify({ ...healthy, later: 0 }).replace('"later":0', `"later":${nested}`);
    expect(codesOf(bottomless)).toEqual(['document/too-deep']);
  });

  test('an expression nested hundreds deep is read and shown', () => {
    let trace: ValueTrace = { text: '[a]', value: 'x', note: '', parts: [] };
    for (let level = 0; level < 480; level++)
      trace = { text: 'Trim()', value: 'x', note: '', parts: [trace] };
    const [one, two, three, four, five] = healthy.steps;
    const attributes = five.details.attributes.map((change) => ({ ...change, trace }));
    const deep: Report = {
      ...healthy,
      steps: [one, two, three, four, { ...five, details: { ...five.details, attributes } }],
    };
    const shown = readReport(bytesOf(renderJson(deep)), 'run.json').value;
    expect(shown).toEqual(deep);
    expect(
      renderText(shown!, { colour: 0, unicode: true, width: 80, links: false, details: 'all' }),
    ).toContain('[a]');
  });

  test('every message names the file and what to do', () => {
    const args = {
      file: 'run.json',
      name: null,
      version: '2.0',
      known: '1.0',
      pointer: '',
      expected: 'a',
      actual: 'b',
      more: 2,
    };
    for (const entry of Object.values(reportEntries)) {
      expect(entry.message(args)).toContain('run.json');
      expect(entry.advice(args).length).toBeGreaterThan(0);
    }
  });
});

describe('a damaged report', () => {
  const paths = samples.flatMap(([, report]) => pathsOf(report).map((path) => ({ report, path })));

  test('is either shown in every way or refused with a diagnostic', () => {
    const json = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>('', -1, null, [], {}, true, [null], '\u001b[31m'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.option(json, { nil: undefined }),
        fc.boolean(),
        ({ report, path }, value, remove) => {
          const changed = structuredClone(report);
          change(changed, path, remove ? undefined : value);
          const { value: shown, diagnostics } = read(changed);
          if (shown === undefined) {
            expect(diagnostics.length).toBeGreaterThan(0);
            return;
          }
          expect(JSON.parse(renderJson(shown))).toEqual(JSON.parse(JSON.stringify(changed)));
          for (const details of ['failed', 'all', 'none'] as const) {
            const look = { colour: 0, unicode: true, width: 80, links: false, details } as const;
            expect(renderText(shown, look)).toMatch(/\n$/);
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  test('that was cut off anywhere is refused', () => {
    const whole = JSON.stringify(healthy);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readReport(bytesOf(whole).slice(0, length), 'run.json').value).toBeUndefined();
      }),
    );
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function change(report: Report, path: Path, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], report);
  const key = path.at(-1)!;
  if (value !== undefined) (parent as Record<string | number, unknown>)[key] = value;
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent as object, key);
}
