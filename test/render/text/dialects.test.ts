import { expect, test } from '@jest/globals';
import { renderText } from '../../../src/render/text/index.js';
import { fine } from '../reports/index.js';
import { look } from './look.js';

// Design, section 1: `--details dialects` shows both PATCH bodies.
const show = (width: number): string[] =>
  renderText(fine['update with a normalised value']!, look({ details: ['dialects'], width })).split('\n');

test('a wide terminal shows both bodies of a PATCH side by side', () => {
  expect(show(140).some((line) => line.includes('"op": "Replace"') && line.includes('"op": "replace"'))).toBe(
    true,
  );
});

test('a narrow one shows them one below the other', () => {
  const lines = show(60);
  const first = lines.findIndex((line) => line.includes('"op": "Replace"'));
  const second = lines.findIndex((line) => line.includes('"op": "replace"'));
  expect([first > 0, second > first]).toEqual([true, true]);
  expect(lines.some((line) => line.includes('"Replace"') && line.includes('"replace"'))).toBe(false);
});

test('what the answers suggest stands below, with what it rests on', () => {
  const text = show(140).join('\n');
  expect(text).toContain('✓ understood: answered with 200, and every value arrived');
  expect(text).toContain('not known: not sent in this run');
});
