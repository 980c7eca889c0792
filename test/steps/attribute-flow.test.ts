import { describe, expect, test } from '@jest/globals';
import type { Value } from '../../src/expression/index.js';
import type { AttributeFlow } from '../../src/job/index.js';
import { parseAttributePath } from '../../src/scim/index.js';
import { compareValues } from '../../src/steps/perform-action/compare-values.js';
import { convertValue } from '../../src/steps/perform-action/convert-value.js';

const flow = (more: Partial<AttributeFlow> = {}): AttributeFlow => ({
  target: 'title',
  path: parseAttributePath('title')!,
  type: 'String',
  multivalued: false,
  caseExact: false,
  required: false,
  mutability: 'ReadWrite',
  anchor: false,
  kind: 'Direct',
  expression: null,
  defaultValue: null,
  definitionDefault: null,
  flowType: 'Always',
  flowBehavior: 'FlowWhenChanged',
  matchingPriority: 0,
  form: 'plain',
  dependsOnSoftDeleted: false,
  pointer: '',
  ...more,
});

describe('a mapped value is converted to the type of its target', () => {
  // Expected values: the reference on the pipeline, 8.2.
  test.each<[string, Exclude<Value, null>, Partial<AttributeFlow>, unknown]>([
    ['text stays text', 'x', {}, { json: 'x', text: 'x' }],
    ['a boolean as text', true, {}, { json: 'True', text: 'True' }],
    ['True to a Boolean', 'True', { type: 'Boolean' }, { json: true, text: 'True' }],
    ["a Boolean keeps the row's own text", 'false', { type: 'Boolean' }, { json: false, text: 'false' }],
    ['1 to a Boolean', '1', { type: 'Boolean' }, { json: true, text: '1' }],
    ['a boolean to a Boolean', false, { type: 'Boolean' }, { json: false, text: 'False' }],
    ['digits to an Integer', '42', { type: 'Integer' }, { json: 42, text: '42' }],
    ['a number to an Integer', 42n, { type: 'Integer' }, { json: 42, text: '42' }],
    ['one value to a list', 'x', { multivalued: true }, { json: ['x'], text: ['x'] }],
    ['a list to a list', ['x', 'y'], { multivalued: true }, { json: ['x', 'y'], text: ['x', 'y'] }],
    ['a list of one to a single value', ['x'], {}, { json: 'x', text: 'x' }],
  ])('%s', (_name, value, more, wire) => {
    expect(convertValue(value, flow(more))).toEqual({ kind: 'value', wire });
  });

  test.each<[string, Exclude<Value, null>, Partial<AttributeFlow>, unknown]>([
    ['several values to one', ['x', 'y'], {}, { kind: 'severalValues', values: ['x', 'y'] }],
    ['text to a Boolean', 'yes', { type: 'Boolean' }, { kind: 'wrongType', text: 'yes' }],
    ['text to an Integer', '4 2', { type: 'Integer' }, { kind: 'wrongType', text: '4 2' }],
    [
      'a number too big to be exact',
      '9007199254740993',
      { type: 'Integer' },
      { kind: 'wrongType', text: '9007199254740993' },
    ],
  ])('%s does not fit', (_name, value, more, result) => {
    expect(convertValue(value, flow(more))).toEqual(result);
  });
});

describe('a mapped value is compared with what the target holds', () => {
  // Expected values: the reference on the pipeline, 8.3, and on the SCIM client, 7.3 and 7.4.
  const list = { multivalued: true };
  const cases: readonly [string, Exclude<Value, null>, unknown, Partial<AttributeFlow>, string, unknown?][] =
    [
      ['the same', 'x', 'x', {}, 'equal'],
      ['other letters only', 'X', 'x', {}, 'equal'],
      ['other letters only, caseExact', 'X', 'x', { caseExact: true }, 'replace', 'X'],
      ['another value', 'y', 'x', {}, 'replace', 'y'],
      ['the target has none', 'x', undefined, {}, 'add', 'x'],
      ['the target has null', 'x', null, {}, 'add', 'x'],
      ['the target has an empty text', 'x', '', {}, 'add', 'x'],
      ['the target has an empty list', 'x', [], {}, 'add', 'x'],
      ['empty text against nothing', '', undefined, {}, 'equal'],
      ['empty text against a value', '', 'x', {}, 'replace', ''],
      ['booleans by value', 'True', true, { type: 'Boolean' }, 'equal'],
      ['a boolean kept as text', 'True', 'true', { type: 'Boolean' }, 'equal'],
      ['another boolean', 'False', true, { type: 'Boolean' }, 'replace', false],
      ['numbers by value', '42', 42, { type: 'Integer' }, 'equal'],
      ['lists as sets', ['y', 'x'], ['x', 'y'], list, 'equal'],
      ['only missing values are added', ['x', 'y'], ['x', 'z'], list, 'add', ['y']],
      ['nothing is ever removed from a list', ['x'], ['x', 'z'], list, 'equal'],
      ['elements with a value', ['x'], [{ value: 'x', type: 'a' }], list, 'equal'],
      [
        'assertive roles: the same set',
        ['{"primary":false,"type":"W","display":"E","value":"e"}'],
        [{ value: 'e' }],
        { ...list, form: 'assertiveRoles' },
        'equal',
      ],
      [
        'assertive roles: one too many in the target replaces the list',
        ['{"primary":false,"type":"W","display":"E","value":"e"}'],
        [{ value: 'e' }, { value: 'old' }],
        { ...list, form: 'assertiveRoles' },
        'replace',
        ['{"primary":false,"type":"W","display":"E","value":"e"}'],
      ],
      [
        'complex roles: one too many in the target stays',
        ['{"id":"1","value":"e","displayName":"E"}'],
        [{ value: 'e' }, { value: 'old' }],
        { ...list, form: 'complexRoles' },
        'equal',
      ],
    ];
  // Jest takes a parameter that a row lacks for its callback.
  test.each(cases.map((row) => [row[0], row] as const))(
    '%s',
    (_name, [, value, current, more, kind, json]) => {
      const converted = convertValue(value, flow(more));
      if (converted.kind !== 'value') throw new Error(converted.kind);
      const difference = compareValues(converted.wire, current, flow(more));
      expect(difference.kind).toBe(kind);
      if (difference.kind !== 'equal') expect(difference.wire.json).toEqual(json);
    },
  );
});
