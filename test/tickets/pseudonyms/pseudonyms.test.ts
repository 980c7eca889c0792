import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createReplacement, type Directory, maskDirectory } from '../../../src/tickets/pseudonyms/index.js';

const replace = createReplacement('a key', []);
const kindsOf = (text: string): string =>
  Array.from(text)
    .map((letter) =>
      /\p{Lu}/u.test(letter) ? 'A' : /\p{L}/u.test(letter) ? 'a' : /\p{N}/u.test(letter) ? '9' : letter,
    )
    .join('');

describe('words', () => {
  test.each([
    'Alice',
    'alice.archer2@contoso.com',
    'Žofie Šťastná',
    'Иван',
    '山田太郎',
    '+43 1 5501',
    'Uwe+Events',
  ])('%s keeps length, kinds of characters and punctuation, and is another text', (text) => {
    const replaced = replace(text);
    expect(kindsOf(replaced)).toBe(kindsOf(text));
    expect(replaced).not.toBe(text);
  });

  test('a word is the same pseudonym in every letter case', () => {
    expect(replace('ALICE').toLowerCase()).toBe(replace('alice'));
    expect(replace('Иван').toLowerCase()).toBe(replace('иван'));
  });

  test('marks of format stay', () => {
    const guest = replace('kira_kovac_fabrikam.com#EXT#@contoso.onmicrosoft.com');
    expect(guest).toMatch(/^\w{4}_\w{5}_\w{8}\.com#EXT#@\w{7}\.onmicrosoft\.com$/);
    expect(replace('SMTP:alice@contoso.com')).toBe(`SMTP:${replace('alice@contoso.com')}`);
  });

  test('kept words stay in any letter case', () => {
    const keeping = createReplacement('a key', ['@contoso.com']);
    expect(keeping('alice@Contoso.com')).toBe(`${replace('alice')}@Contoso.com`);
  });

  test('a GUID becomes a GUID, Default Access stays', () => {
    const id = '00000000-0000-4000-8000-0000000000a1';
    expect(replace(id)).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(replace(id)).not.toBe(id);
    expect(replace('00000000-0000-0000-0000-000000000000')).toBe('00000000-0000-0000-0000-000000000000');
  });

  test('another key gives other pseudonyms', () => {
    expect(createReplacement('another', [])('alexandra')).not.toBe(replace('alexandra'));
  });

  test('different texts stay different, so that who was unique stays unique', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        fc.pre(one !== other);
        expect(replace(one)).not.toBe(replace(other));
      }),
      { numRuns: 2000 },
    );
    const names = Array.from({ length: 1000 }, (_none, at) => `user${String(at)}@contoso.com`);
    expect(new Set(names.map(replace)).size).toBe(1000);
  });
});

describe('a directory', () => {
  const file = new URL('../../../fixtures/contoso/directory.json', import.meta.url);
  const directory = JSON.parse(readFileSync(file, 'utf8')) as Directory & {
    users: Record<string, unknown>[];
  };
  const masked = maskDirectory(directory, replace, new Set(['employeeType'])) as typeof directory;
  const text = JSON.stringify(masked);

  test('no id, name, address or number of a person is left', () => {
    const personal = directory.users.flatMap((user) =>
      ['id', 'userPrincipalName', 'displayName', 'mail', 'employeeId', 'streetAddress'].map(
        (name) => user[name],
      ),
    );
    const left = personal.filter(
      (value) => typeof value === 'string' && value.length > 3 && text.includes(`"${value}"`),
    );
    expect(left).toEqual([]);
  });

  test('what filters and expressions live on is left', () => {
    for (const name of ['department', 'country', 'accountEnabled', 'employeeType']) {
      expect(masked.users.map((user) => user[name])).toEqual(directory.users.map((user) => user[name]));
    }
  });

  test('references lead to the same people', () => {
    const managersOf = ({ users }: typeof directory): number[] =>
      users.map(({ manager }) =>
        users.findIndex(({ id }) => id === (manager as { id?: string } | undefined)?.id),
      );
    expect(managersOf(masked)).toEqual(managersOf(directory));
    const assigned = ({ users, servicePrincipal }: typeof directory): number[] =>
      (servicePrincipal?.appRoleAssignedTo as { principalId: string }[]).map(({ principalId }) =>
        users.findIndex(({ id }) => id === principalId),
      );
    expect(assigned(masked)).toEqual(assigned(directory));
  });

  test('a date of a person moves within its month, a time of the directory stays', () => {
    const { users } = maskDirectory(
      {
        users: [{ employeeHireDate: '2024-03-17T00:00:00Z', createdDateTime: '2024-03-17T08:00:00Z' }],
        deletedUsers: [],
        groups: [],
        servicePrincipal: undefined,
      },
      replace,
      new Set(),
    );
    expect(users[0]?.employeeHireDate).toMatch(/^2024-03-(0[1-9]|1\d|2[0-8])T00:00:00Z$/);
    expect(users[0]?.createdDateTime).toBe('2024-03-17T08:00:00Z');
  });
});
