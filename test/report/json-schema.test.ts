import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { format } from 'prettier';
import { reportJsonSchema } from '../../src/report/json-schema.js';
import { failing, fine } from '../render/reports/index.js';
import { expectStored } from './stored.js';

const validate = new Ajv({ allErrors: true, strict: true }).compile(reportJsonSchema());
const samples = Object.entries({ ...fine, ...failing });
const [, sample] = samples[0]!;

describe('the JSON Schema of a report', () => {
  test('is what docs/report.schema.json holds', async () => {
    const made = await format(JSON.stringify(reportJsonSchema()), { parser: 'json', printWidth: 110 });
    expectStored(new URL('../../docs/report.schema.json', import.meta.url), made);
  });

  test.each(samples)('accepts: %s', (_name, report) => {
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('accepts further keys anywhere, for keys are added from one version to the next (design, "The report")', () => {
    const added = { ...sample, later: 1, subject: { ...sample.subject, later: [] } };
    expect(validate(added)).toBe(true);
  });

  test.each([
    ['another format', { ...sample, format: { name: 'other/report', version: '1.0' } }],
    ['four steps', { ...sample, steps: sample.steps.slice(1) }],
    ['steps in another order', { ...sample, steps: sample.steps.toReversed() }],
    ['null for a list', { ...sample, diagnostics: null }],
    ['an unknown action', { ...sample, outcome: { ...sample.outcome, action: 'upsert' } }],
    ['a missing summary', { ...sample, outcome: { ...sample.outcome, summary: undefined } }],
  ])('refuses: %s', (_name, document) => {
    expect(validate(JSON.parse(JSON.stringify(document)))).toBe(false);
  });

  // Design, section 1, "The report".
  test.each([
    'format',
    'tool',
    'subject',
    'dryRun',
    'mode',
    'clock',
    'seed',
    'diagnostics',
    'outcome',
    'steps',
    'modifiedProperties',
    'exchanges',
  ])('requires the key %s of the design', (key) => {
    const rest = Object.fromEntries(Object.entries(sample).filter(([name]) => name !== key));
    expect(validate(rest)).toBe(false);
  });
});
