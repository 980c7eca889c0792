import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { writeEntry } from '../../src/init/write-yaml.js';

const value = fc.letrec((tie) => ({
  text: fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('true', '~', 'a: b', '# x', '- x', '1e3'),
  ),
  part: fc.oneof(
    { maxDepth: 3 },
    tie('text'),
    fc.boolean(),
    fc.array(tie('text'), { maxLength: 3 }),
    fc.dictionary(tie('text') as fc.Arbitrary<string>, tie('part'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).part;

// Source: YAML 1.2.2; read back by the parser that reads configurations.
test('whatever a flag or a configuration says is read back as it was', () => {
  fc.assert(
    fc.property(value, (part) => {
      const written = writeEntry('key', part as never).join('\n');
      expect(parse(written)).toEqual({ key: part });
    }),
  );
});

test('paths, addresses and plain words stand without quotes', () => {
  const target = {
    kind: 'scim',
    url: 'https://scim.contoso.com/scim/v2?aadOptscim062020',
    token: { env: 'SCIM_TOKEN' },
  };
  expect(writeEntry('target', target)).toEqual([
    'target:',
    '  kind: scim',
    '  url: https://scim.contoso.com/scim/v2?aadOptscim062020',
    '  token: { env: SCIM_TOKEN }',
  ]);
});
