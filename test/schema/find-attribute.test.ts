import { describe, expect, test } from '@jest/globals';
import { findAttribute, type ObjectDefinition } from '../../src/schema/index.js';
import { readValue } from './documents.js';

const scim = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function define(name: string, ...attributes: readonly string[]): ObjectDefinition {
  const objects = [{ name, attributes: attributes.map((attribute) => ({ name: attribute })) }];
  return readValue({ directories: [{ objects }] }).value!.directories[0]!.objects[0]!;
}

describe('the definition of an attribute', () => {
  // Case: schema reference 7 ("compare paths without regard to case") for SCIM, 6.2 ("case-sensitive") for Entra ID.
  test.each([
    ['exact', scim, ['userName'], 'userName', 'userName'],
    ['exact before near', scim, ['username', 'userName'], 'userName', 'userName'],
    [
      'SCIM in other case',
      scim,
      ['emails[type eq "other"].Value'],
      'emails[type eq "other"].value',
      'emails[type eq "other"].Value',
    ],
    [
      'blanks in a filter',
      scim,
      ['emails[type eq "work"].value'],
      'emails[ type  eq "work" ].value',
      'emails[type eq "work"].value',
    ],
    [
      'blanks inside quotes count',
      scim,
      ['emails[type eq "my work"].value'],
      'emails[type eq "mywork"].value',
      undefined,
    ],
    ['Entra ID in other case', 'User', ['mailNickname'], 'mailnickname', undefined],
    ['outer blanks', 'User', ['mail'], ' mail ', 'mail'],
    ['none', scim, ['userName'], 'title', undefined],
  ] as const)('%s', (_, object, attributes, wanted, found) => {
    expect(findAttribute(define(object, ...attributes), wanted)?.name).toBe(found);
  });

  test('without a definition there is none', () => {
    expect(findAttribute(undefined, 'userName')).toBeUndefined();
  });
});
