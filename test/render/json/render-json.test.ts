import { describe, expect, test } from '@jest/globals';
import { renderJson } from '../../../src/render/json/index.js';
import type { Report } from '../../../src/report/report.js';
import { failing, fine } from '../reports/index.js';

const samples = Object.entries({ ...fine, ...failing });

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  );
};

describe('a run in JSON', () => {
  test.each(samples)(
    'holds the whole report, indented by 2, with a line break at its end: %s',
    (_name, report) => {
      const text = renderJson(report);
      expect(JSON.parse(text)).toEqual(report);
      expect(text).toMatch(/^\{\n {2}"format"/);
      expect(text).toMatch(/\n\}\n$/);
    },
  );

  test('has its keys in the order of report.ts, whoever made the report', () => {
    const shuffled = reversed(fine['healthy create']!) as Report;
    const ordered = JSON.parse(renderJson(shuffled)) as Report;
    expect(Object.keys(ordered)).toEqual([
      'format',
      'tool',
      'subject',
      'dryRun',
      'mode',
      'clock',
      'seed',
      'source',
      'target',
      'diagnostics',
      'outcome',
      'steps',
      'modifiedProperties',
      'exchanges',
    ]);
    expect(Object.keys(ordered.steps[0])).toEqual([
      'step',
      'title',
      'status',
      'description',
      'details',
      'diagnostics',
      'exchanges',
      'startedAt',
      'durationMs',
    ]);
    expect(Object.keys(ordered.steps[4].details.attributes[0]!)).toEqual([
      'target',
      'source',
      'expression',
      'mapped',
      'previous',
      'operation',
      'sent',
      'stored',
      'kept',
      'reason',
      'trace',
      'at',
    ]);
    expect(Object.keys(ordered.steps[4].details.attributes[0]!.trace!)).toEqual([
      'text',
      'value',
      'note',
      'parts',
    ]);
  });

  test('keeps attributes in the order in which they came, which is the order of the service', () => {
    const [, imported] = fine['healthy create']!.steps;
    const ordered = JSON.parse(renderJson(fine['healthy create']!)) as Report;
    expect(Object.keys(ordered.steps[1].details.attributes)).toEqual(
      Object.keys(imported.details.attributes),
    );
  });

  test('puts keys that are not known behind the known ones', () => {
    const added = { later: 1, ...fine['healthy create']! };
    expect(Object.keys(JSON.parse(renderJson(added)) as object).at(-1)).toBe('later');
  });
});
