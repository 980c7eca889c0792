import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openFixtureSource } from '../../src/source/fixture/index.js';
import type { UserSelector } from '../../src/source/source-directory.js';

const { signal } = new AbortController();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (value: unknown, file = 'f.json') =>
  openFixtureSource([{ bytes: bytes(typeof value === 'string' ? value : JSON.stringify(value)), file }]);
const contoso = (file: string) =>
  openFixtureSource([
    { bytes: readFileSync(new URL(`../../fixtures/contoso/${file}`, import.meta.url)), file },
  ]);

const user = { id: '1', userPrincipalName: 'alice@contoso.com' };

describe('a source fixture comes in every shape of Graph', () => {
  test.each([
    ['a tenant', { users: [user] }],
    ['an array of users', [user]],
    ['a Graph list', { '@odata.context': 'x', value: [user] }],
    ['one user', user],
    ['one user a line', `${JSON.stringify(user)}\n{"id":"2"}\n`],
    ['one user a line, blank lines between', `${JSON.stringify(user)}\r\n\r\n{"id":"2"}`],
    ['deleted users', { deletedUsers: [user] }],
  ])('%s', async (_name, value) => {
    const found = await open(value).value!.find({ by: 'upn', value: 'ALICE@contoso.com' }, signal);
    expect(found.users.map(({ user: one }) => one.id)).toEqual(['1']);
  });

  test('several files are taken together', async () => {
    const files = [{ users: [user] }, [{ id: '2', userPrincipalName: 'bob@contoso.com' }]];
    const source = openFixtureSource(
      files.map((value, at) => ({ bytes: bytes(JSON.stringify(value)), file: `${at}.json` })),
    );
    expect((await source.value!.find({ by: 'id', value: '2' }, signal)).users).toHaveLength(1);
  });

  test.each([
    'directory.json',
    'users-only.ndjson',
    'users-bare-array.json',
    'single-user.json',
    'graph-list.json',
  ])('the bundled %s is read', (file) => {
    expect(contoso(file).diagnostics).toEqual([]);
  });
});

describe('what is no source fixture is refused, with its place', () => {
  test.each([
    ['a schema', { synchronizationRules: [] }, 'source/not-users'],
    ['a target', { Resources: [] }, 'source/not-users'],
    ['an error answer', { error: { code: 'x' } }, 'source/not-users'],
    ['a bare value', '7', 'source/not-users'],
    ['users that are no array', { users: {} }, 'source/not-users'],
    ['a user without a name', { users: [user, { displayName: 'x' }] }, 'source/not-a-user'],
    ['null among the users', [user, null], 'source/not-a-user'],
    ['broken JSON', '{"users": [}', 'document/syntax'],
    ['an empty file', '', 'document/empty'],
  ])('%s', (_name, value, code) => {
    const { value: source, diagnostics } = open(value);
    expect([source, diagnostics[0]?.code]).toEqual([undefined, code]);
    expect(diagnostics[0]?.at[0]?.file).toBe('f.json');
  });

  test('any JSON is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const opened = open(value);
        expect((opened.value === undefined) === opened.diagnostics.length > 0).toBe(true);
      }),
    );
  });
});

describe('finding users', () => {
  const source = contoso('directory.json').value!;
  const names = async (selector: UserSelector): Promise<unknown[]> =>
    (await source.find(selector, signal)).users.map(({ user: one }) => one.userPrincipalName);
  const search = (value: string): Promise<unknown[]> => names({ by: 'search', value });

  test.each([
    ['first name', 'Alice', ['alice@contoso.com']],
    ['last name, any letter case', 'archer', ['alice@contoso.com']],
    ['display name, two words in any order', 'archer alice', ['alice@contoso.com']],
    ['user principal name', 'dave@', ['dave@contoso.com']],
    ['without diacritics', 'zofie šťastná', ['zofie.stastna@contoso.com']],
    ['nobody', 'no such person', []],
    ['blanks only', '   ', []],
  ])('by %s', async (_name, text, wanted) => {
    expect(await search(text)).toEqual(wanted);
  });

  test('disabled and deleted users are left out of a search, and counted', async () => {
    const found = await source.find({ by: 'search', value: 'ines' }, signal);
    expect([found.users, found.hidden]).toEqual([[], { disabled: 1, deleted: 0 }]);
  });

  test('a deleted user is found by id, and told apart', async () => {
    const found = await source.find({ by: 'id', value: '00000000-0000-4000-8000-0000000000bd' }, signal);
    expect(found.users.map(({ deleted }) => deleted)).toEqual([true]);
  });
});
