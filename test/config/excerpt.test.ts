import { describe, expect, test } from '@jest/globals';
import { configurationJsonSchema } from '../../src/config/index.js';
import { excerptOf } from '../../src/config/document/excerpt.js';

describe('an excerpt', () => {
  test('shows every key of a configuration and every fixed value', () => {
    const words = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, enum: values, const: value } = node as Record<string, unknown>;
      for (const word of [
        ...Object.keys(properties ?? {}),
        ...((values as string[] | undefined) ?? []),
        value,
      ]) {
        if (typeof word === 'string') words.add(word);
      }
      Object.values(node).forEach(walk);
    };
    walk(configurationJsonSchema());
    expect(words.size).toBeGreaterThan(50);
    for (const word of words) expect(excerptOf(`${word}: x`, 0)).toBe(`${word}: ·\n^`);
  });

  test.each([
    ['  token: abc  # old: def', 9, [], '  token: ···  # ···: ···\n         ^'],
    ['target: { tokn: abc }', 10, ['tokn'], 'target: { tokn: ··· }\n          ^'],
    ['"token" : "a b:c"', 10, [], '"token" : "· ·:·"\n          ^'],
    ['- secret', 2, [], '- ······\n  ^'],
  ])('hides what is no vocabulary: %s', (text, offset, visible, expected) => {
    expect(excerptOf(text, offset, visible)).toBe(expected);
  });
});
