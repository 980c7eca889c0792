import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../../../src/cli/eval/evaluate.js';
import { type Attributes, compile } from '../../../src/expression/index.js';
import type { Evaluation } from '../../../src/render/eval/index.js';

function evaluateText(text: string, attributes: Attributes = {}, mapping: string | null = null): Evaluation {
  const now = Date.parse('2024-05-06T07:08:09Z');
  return evaluate(compile(text).value!, attributes, { now, seed: 's', mapping }, []);
}

describe('an evaluation', () => {
  test('names clock and seed only where the expression asked for them', () => {
    expect(evaluateText('Now()')).toMatchObject({ clock: '2024-05-06T07:08:09.000Z', seed: null });
    expect(evaluateText('Guid()')).toMatchObject({ clock: null, seed: 's' });
    expect(evaluateText('[a]')).toMatchObject({ clock: null, seed: null });
  });

  test('gives every mapping randomness of its own', () => {
    const results = [null, 'userName', 'title'].map((mapping) => evaluateText('Guid()', {}, mapping).result);
    expect(new Set(results).size).toBe(3);
    expect(evaluateText('Guid()', {}, 'title').result).toBe(results[2]);
  });

  // "Redact": the value flows, logs show [Redact] in its place.
  test('holds no value that logs must not show', () => {
    const evaluation = evaluateText('Append(Redact([a]), "!")', { a: 'hidden' });
    expect(evaluation).toMatchObject({ result: '[Redact]', redacted: true });
    expect(JSON.stringify(evaluation)).not.toContain('hidden');
  });

  test('lists every candidate in order', () => {
    expect(evaluateText('SelectUniqueValue([a], [b])', { a: '1', b: '2' })).toMatchObject({
      result: '1',
      candidates: ['1', '2'],
    });
  });

  test('tells dropped and failed apart from null', () => {
    expect(evaluateText('[a]')).toMatchObject({ result: null, dropped: false, failed: false });
    expect(evaluateText('IgnoreFlowIfNullOrEmpty([a])')).toMatchObject({ dropped: true, failed: false });
    const failed = evaluateText('Item("a", 2)');
    expect(failed).toMatchObject({
      result: null,
      failed: true,
      diagnostics: [{ code: 'expression/position' }],
    });
  });
});
