import { describe, expect, test } from '@jest/globals';
import { describeExpressions } from '../../../src/cli/topics/expressions.js';
import { describeFunction } from '../../../src/cli/topics/functions.js';
import { families, functions, signatureOf } from '../../../src/expression/index.js';

describe('help on the language', () => {
  test('every function is in one family', () => {
    const names = families.flatMap((family) => family.functions.map(({ name }) => name));
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  test('lists every function, no line wider than 125 columns', () => {
    const text = describeExpressions();
    for (const { name } of functions) expect(text).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(125);
  });

  test.each(functions.map((declaration) => [declaration.name, declaration] as const))(
    '%s has its signature, its parameters and its examples',
    (_name, declaration) => {
      const text = describeFunction(declaration);
      expect(text.startsWith(`${signatureOf(declaration)}\n`)).toBe(true);
      for (const { name } of declaration.parameters) expect(text).toContain(`\n  ${name} `);
      for (const { expression } of declaration.examples)
        expect(text).toContain(`\n  ${expression.split('\n').join('\n  ')}\n`);
    },
  );
});
