import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { decodeText, readJson } from '../../src/document/index.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = '{\n  "a": [1, { "b/c": "x", "~": null }],\n  "q\\"t": true\n}\n';

describe('a JSON document', () => {
  test.each([
    ['', 1, 1],
    ['/a', 2, 8],
    ['/a/0', 2, 9],
    ['/a/1/b~1c', 2, 21],
    ['/a/1/~0', 2, 31],
    ['/q"t', 3, 11],
    ['/a/7/x', 2, 8],
  ])('the place of %s', (pointer, line, column) => {
    expect(readJson(text, 'f.json', 'the file').value?.locate(pointer)).toEqual({
      file: 'f.json',
      pointer,
      line,
      column,
    });
  });

  test('places are the same as those of a general parser', () => {
    const pathsOf = (
      value: unknown,
      path: readonly (string | number)[] = [],
    ): (readonly (string | number)[])[] => {
      if (typeof value !== 'object' || value === null) return [path];
      const parts: [string | number, unknown][] = Array.isArray(value)
        ? [...value.entries()]
        : Object.entries(value);
      return [path, ...parts.flatMap(([key, part]) => pathsOf(part, [...path, key]))];
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const json = JSON.stringify(value, null, indent);
        const document = readJson(json, 'f', 'the file').value;
        const tree = parseTree(json)!;
        for (const path of pathsOf(value)) {
          const pointer = path
            .map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
            .join('');
          const offset = findNodeAtLocation(tree, [...path])!.offset;
          const lines = json.slice(0, offset).split('\n');
          expect(document?.locate(pointer)).toMatchObject({
            line: lines.length,
            column: (lines.at(-1)?.length ?? 0) + 1,
          });
        }
      }),
    );
  });

  test.each([
    ['{"a": 1,}', 'document/syntax', 1, 9],
    ['{\n  "a" 1\n}', 'document/syntax', 2, 7],
    ['// c\n{}', 'document/syntax', 1, 1],
  ])('%j is refused at the place', (broken, code, line, column) => {
    const { value, diagnostics } = readJson(broken, 'f', 'the file');
    expect([value, diagnostics[0]?.code, diagnostics[0]?.at]).toEqual([
      undefined,
      code,
      [{ file: 'f', line, column }],
    ]);
  });

  test('comments are read where they are allowed', () => {
    const document = readJson('// c\n{ "a": 1, }', 'f', 'the file', true).value;
    expect([document?.value, document?.locate('/a')]).toEqual([
      { a: 1 },
      { file: 'f', pointer: '/a', line: 2, column: 8 },
    ]);
  });

  test('any text gives a value or a diagnostic', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (any, comments) => {
        const { value, diagnostics } = readJson(any, 'f', 'the file', comments);
        expect((value === undefined) === diagnostics.length > 0).toBe(true);
      }),
    );
  });
});

describe('bytes are text', () => {
  const utf16 = (order: 'le' | 'be', mark: boolean): Uint8Array => {
    const marked = `${mark ? '\ufeff' : ''}{"a":"ž"}`;
    const units = Array.from(marked, (character) => character.charCodeAt(0));
    return Uint8Array.from(
      units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
    );
  };
  test.each([
    ['UTF-8', bytes('{"a":"ž"}')],
    ['UTF-8 with a mark', bytes('\ufeff{"a":"ž"}')],
    ['UTF-16LE with a mark', utf16('le', true)],
    ['UTF-16BE with a mark', utf16('be', true)],
    ['UTF-16LE without a mark', utf16('le', false)],
    ['UTF-16BE without a mark', utf16('be', false)],
  ])('%s', (_name, encoded) => {
    expect(decodeText(encoded, 'f', 'the file').value).toBe('{"a":"ž"}');
  });

  test.each([
    ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0xfe), 'document/encoding'],
    ['nothing', new Uint8Array(), 'document/empty'],
    ['blanks only', bytes(' \n'), 'document/empty'],
  ])('%s: %s', (_name, encoded, code) => {
    expect(decodeText(encoded, 'f', 'the file').diagnostics[0]?.code).toBe(code);
  });
});
