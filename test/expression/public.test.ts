import { describe, expect, test } from '@jest/globals';
import {
  compileExpression,
  DROPPED,
  evaluateExpression,
  ExpressionError,
} from '../../src/expression/public.js';

function errorOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('evaluateExpression', () => {
  test.each([
    ['[a]', { a: 'x' }, 'x'],
    ['[a]', { a: ['x', 1] }, ['x', '1']],
    ['IsNull([a])', {}, true],
    ['Count([a])', { a: ['x'] }, 1],
    ['CBool(1)', {}, true],
    ['NumFromDate("2012-01-01T23:00:00Z")', {}, 129699324000000000n],
    ['[a]', {}, null],
    ['[constructor]', {}, null],
    ['[hasOwnProperty]', Object.create({ hasOwnProperty: 'inherited' }) as object, null],
    ['IgnoreFlowIfNullOrEmpty([a])', {}, DROPPED],
    ['SelectUniqueValue([a], "y")', { a: 'x' }, 'x'],
  ])('%s of %j', (text, attributes, expected) => {
    expect(evaluateExpression(text, attributes as Record<string, unknown>)).toEqual(expected);
  });

  test.each([
    ['a Date', new Date('2021-07-02T15:33:38Z')],
    ['ISO text', '2021-07-02T15:33:38Z'],
    ['ISO text without a zone, which is UTC', '2021-07-02T15:33:38'],
    ['ISO text with an offset', '2021-07-02T17:33:38+02:00'],
  ])('takes the clock as %s', (_what, now) => {
    expect(evaluateExpression('Now()', {}, { now })).toBe('7/2/2021 3:33:38 PM');
  });

  test('without a clock it is now', () => {
    const before = Date.now();
    const seconds = evaluateExpression('DateDiff("s", CDate("1970-01-01"), Now())', {});
    expect(Number(seconds)).toBeGreaterThanOrEqual(Math.floor(before / 1000));
    expect(Number(seconds)).toBeLessThanOrEqual(Math.floor(Date.now() / 1000));
  });

  test('the same seed gives the same random text, no seed a new one', () => {
    const seeded = (seed: string) => evaluateExpression('Guid()', {}, { seed });
    expect(seeded('a')).toBe(seeded('a'));
    expect(seeded('a')).not.toBe(seeded('b'));
    expect(evaluateExpression('Guid()', {})).not.toBe(evaluateExpression('Guid()', {}));
  });

  test.each([
    ['Append([a]', {}, {}, 'expression/unclosed', { start: 6, end: 7 }],
    ['Append("x", CDate([a]))', { a: 'soon' }, {}, 'expression/date', { start: 12, end: 22 }],
    ['Now()', {}, { now: 'soon' }, 'expression/clock', { start: 0, end: 0 }],
    ['Now()', {}, { now: new Date(NaN) }, 'expression/clock', { start: 0, end: 0 }],
  ])('%s throws an ExpressionError with code and span', (text, attributes, options, code, span) => {
    const error = errorOf(() => evaluateExpression(text, attributes, options));
    expect(error).toBeInstanceOf(ExpressionError);
    expect(error).toMatchObject({ name: 'ExpressionError', code, span });
    expect((error as Error).message).not.toBe('');
  });
});

describe('compileExpression', () => {
  test('is compiled once and evaluated many times', () => {
    const expression = compileExpression('Join(" ", [givenName], [surname])');
    expect(expression.attributes).toEqual(['givenName', 'surname']);
    expect(expression.evaluate({ givenName: 'Ann', surname: 'Lee' })).toBe('Ann Lee');
    expect(expression.evaluate()).toBe('');
  });

  test('refuses faulty text', () => {
    expect(errorOf(() => compileExpression('Nope('))).toBeInstanceOf(ExpressionError);
  });

  test.each([[undefined], [null], [42], [{}], [Symbol('x')]])('refuses %p, which is no text', (given) => {
    const error = errorOf(() => compileExpression(given as string));
    expect(error).toMatchObject({ name: 'ExpressionError', code: 'expression/empty' });
    expect(errorOf(() => evaluateExpression(given as string))).toBeInstanceOf(ExpressionError);
  });
});
