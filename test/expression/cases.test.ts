import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { evaluateCase, type ExpressionCase } from './evaluate-case.js';

const own = new URL('../cases/expressions/', import.meta.url);
const shared = new URL('../../../shared/data/expressions/sample-cases.json', import.meta.url);

const readCases = (file: URL): readonly ExpressionCase[] =>
  JSON.parse(readFileSync(file, 'utf8')) as readonly ExpressionCase[];

describe.each(readdirSync(own).map((file) => [file]))('%s', (file) => {
  test.each(readCases(new URL(file, own)).map((one) => [one.id, one] as const))('%s', (_id, one) => {
    expect(evaluateCase(one)).toEqual(one.expected);
  });
});

describe('the sample cases of the reference', () => {
  if (!existsSync(shared)) {
    test.skip('skipped: ../shared/data is not here', () => undefined);
    return;
  }
  test.each(readCases(shared).map((one) => [one.id, one] as const))('%s', (_id, one) => {
    expect(evaluateCase(one)).toEqual(one.expected);
  });
});
