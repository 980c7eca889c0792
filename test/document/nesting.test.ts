import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { measureNesting } from '../../src/document/nesting.js';

test.each([
  ['nothing', '', 0],
  ['a scalar', '1', 0],
  ['siblings', '[{}, {}, [[]]]', 3],
  ['brackets in a text', '["[[[[", "a\\"[[["]', 1],
  ['a text that does not end hides its line alone', '["\n[[', 3],
  ['brackets in comments', '[ // [[[[\n /* [[[ */ {} ]', 2],
  ['a comment that does not end', '[ /* [[[', 1],
  ['a slash that begins no comment', '/[/[', 2],
  ['closing ones too many', ']]][[', 2],
])('%s', (_, text, nesting) => {
  expect(measureNesting(text)).toBe(nesting);
});

test('for JSON it is the depth of the value', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(measureNesting(JSON.stringify(value, null, 1))).toBe(depth(value));
    }),
  );
});
