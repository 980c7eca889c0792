import { describe, expect, test } from '@jest/globals';
import { functions } from '../../src/expression/index.js';
import { evaluateCase } from './evaluate-case.js';

describe.each(functions.map((declaration) => [declaration.name, declaration] as const))(
  '%s',
  (_name, { examples }) => {
    test('has an example', () => {
      expect(examples.length).toBeGreaterThan(0);
    });

    test.each(examples.map((example) => [example.expression, example] as const))(
      '%s',
      (_expression, example) => {
        expect(evaluateCase({ attributes: {}, ...example })).toEqual(example.expected);
      },
    );
  },
);
