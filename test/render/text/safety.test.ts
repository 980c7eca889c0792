import { describe, expect, test } from '@jest/globals';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import type { Look } from '../../../src/render/look.js';
import { renderDiagnostics } from '../../../src/render/text/diagnostics.js';
import { renderText } from '../../../src/render/text/index.js';
import type { Report } from '../../../src/report/report.js';
import { failing, fine } from '../reports/index.js';
import { linesOf, look } from './look.js';

const samples = Object.entries({ ...fine, ...failing });
const widths = [40, 60, 80, 120, 200];
const details: readonly Look['details'][] = ['failed', 'all', 'none', ['scope', 'action']];

/** Keys whose values are words of the format or refer to something; every other text is somebody's. */
const fixedKeys = new Set([
  'step',
  'status',
  'action',
  'severity',
  'blame',
  'basis',
  'kind',
  'result',
  'mode',
  'type',
  'name',
  'operation',
  'kept',
  'dialect',
  'understood',
  'id',
  'exchanges',
  'startedAt',
]);

/** The report with every text of somebody's replaced. */
function spoil(report: Report, change: (text: string) => string): Report {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fixedKeys.has(key) ? value : change(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]));
  };
  return walk(report, '') as Report;
}

const awkward = [
  '漢字かな交じり文の部署名',
  '👩‍👩‍👧‍👦🇦🇹👍🏽',
  'Zoë e\u0301\u0301\u0301',
  'ไทยภาษา',
  'אבג עברית',
  'x'.repeat(300),
  'word '.repeat(80),
  '漢'.repeat(150),
  'a'.repeat(37) + '漢',
  '\u0301'.repeat(50),
];

describe('no line is wider than the terminal', () => {
  test.each(samples)('%s', (_name, report) => {
    for (const width of widths) {
      for (const each of details) {
        for (const unicode of [true, false]) {
          const text = renderText(report, look({ width, details: each, unicode, colour: 1, links: true }));
          for (const line of linesOf(text)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  test('whatever the values are', () => {
    const text = fc.oneof(
      fc.constantFrom(...awkward),
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const sample = fc.constantFrom(...samples.map(([, report]) => report));
    fc.assert(
      fc.property(
        sample,
        text,
        fc.constantFrom(...widths),
        fc.constantFrom(...details),
        (report, value, width, each) => {
          const shown = renderText(
            spoil(report, (own) => (own.length % 2 === 0 ? value : `${own} ${value}`)),
            look({ width, details: each }),
          );
          for (const line of linesOf(shown)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('data cannot forge output', () => {
  const hostile = [
    '\u001b[2J\u001b[31mred',
    'one\nall is well',
    '\r\nall is well',
    '\u009b31m',
    'a\u202eb',
    '\u2066x',
    '\u2028all is well',
    '\u0007',
    '\u001b]8;;http://evil\u0007x',
    '\ud800',
    '\u00ad',
    '\u200b',
    '\u0000',
  ];
  const obeyed = /(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\u200b\u00ad\ufeff]/u;

  test.each(hostile.map((text) => [JSON.stringify(text), text]))(
    '%s is made visible or harmless everywhere',
    (_name, text) => {
      for (const [, report] of samples) {
        const spoilt = spoil(report, (own) => own + text);
        const shown = renderText(spoilt, look({ details: 'all', links: false }));
        expect(obeyed.test(shown)).toBe(false);
        for (const line of linesOf(shown)) expect(line).not.toMatch(/^all is well/);
      }
    },
  );

  test('a name with line breaks stays on the lines of the header', () => {
    const report = {
      ...fine['healthy create']!,
      subject: { ...fine['healthy create']!.subject, displayName: 'Eve\n\ncreated eve' },
    };
    expect(linesOf(renderText(report, look()))[0]).toContain('Eve\\n\\ncreated eve');
  });

  test('no text begins a line at the edge, where only the header and the verdict begin', () => {
    for (const [, report] of samples) {
      for (const gap of ['\n\n', ' '.repeat(70), '\n'.repeat(30)]) {
        const spoilt = spoil(report, (own) => `${own}${gap}created eve@contoso.com`);
        const shown = linesOf(renderText(spoilt, look({ details: 'all' })));
        expect(shown.filter((line) => line.startsWith('created eve'))).toEqual([]);
      }
    }
  });

  test('a blank that is no blank is shown as what it is', () => {
    const spoilt = spoil(fine['out of scope in a dry run']!, (own) =>
      own === 'sales' ? 'Sales\u00a0' : own,
    );
    expect(renderText(spoilt, look())).toContain('✗ "Sales\\u00a0"');
  });

  test.each(['responseBody', 'requestBody', 'message', 'text', '__proto__'])(
    'an attribute that is called %s is as safe as any',
    (name) => {
      const [one, imported, ...rest] = fine['healthy create']!.steps;
      const attributes = Object.fromEntries([[name, 'a\u001b[31m\nforged']]);
      const details = { ...imported.details, attributes };
      const report = {
        ...fine['healthy create']!,
        steps: [one, { ...imported, details }, ...rest],
      } as Report;
      expect(renderText(report, look({ details: 'all' }))).toContain(`${name}   "a\\u001b[31m\\nforged"`);
    },
  );

  test('a diagnostic that stands in no report is as safe', () => {
    const [found] = failing['user not found']!.steps[1].diagnostics;
    const shown = renderDiagnostics([{ ...found!, message: 'no user \u001b[31m"\u202e"' }], look());
    expect(shown).toContain('  ▌ error: no user \\u001b[31m"\\u202e"\n');
  });

  test('a combining mark with nothing to combine with is put on a circle, not on the drawing', () => {
    const report = { ...fine['healthy create']!, target: '\u0301x' };
    expect(linesOf(renderText(report, look()))[0]).toContain('· \u25cc\u0301x');
  });

  test('joiners stay in emoji and Persian, and are shown where they join nothing', () => {
    const report = (target: string): string =>
      linesOf(renderText({ ...fine['healthy create']!, target }, look()))[0]!;
    expect(report('👨‍👩‍👧')).toContain('👨‍👩‍👧');
    expect(report('می‌خواهم')).toContain('می‌خواهم');
    expect(report('\u200d')).toContain('\\u200d');
  });

  test('only web addresses become links', () => {
    const linked = (text: string): string =>
      renderText(
        spoil(failing['failed create']!, (own) => (own.startsWith('https://www.rfc') ? text : own)),
        look({ links: true, details: 'all' }),
      );
    expect(linked('https://example.com/a')).toContain('\u001b]8;;https://example.com/a\u0007');
    expect(linked('file:///etc/passwd')).not.toContain('\u001b]8');
  });
});

describe('colour', () => {
  test.each(samples)('0 has no escape, and more of it changes nothing else: %s', (_name, report) => {
    for (const each of details) {
      const plain = renderText(report, look({ details: each }));
      expect(plain).not.toContain('\u001b');
      const coloured = renderText(report, look({ details: each, colour: 3 }));
      expect(coloured).toContain('\u001b[');
      expect(stripVTControlCharacters(coloured)).toBe(plain);
    }
  });

  test.each(samples)('every symbol has a word beside it: %s', (_name, report) => {
    expect(renderText(report, look({ details: 'all', width: 200 }))).not.toMatch(/[✓✗▲–?] *$/m);
  });

  test.each(samples)('without Unicode the drawing is ASCII: %s', (_name, report) => {
    const drawn = renderText(
      spoil(report, (own) => own.replace(/[^ -~]/g, '?')),
      look({ unicode: false, details: 'all' }),
    );
    expect(drawn).toMatch(/^[\n -~]*$/);
  });
});
