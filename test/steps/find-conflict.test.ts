import { describe, expect, test } from '@jest/globals';
import { parseAttributePath } from '../../src/scim/index.js';
import { findConflict, type SentValue } from '../../src/steps/perform-action/find-conflict.js';
import { filterOf, list, playTarget } from './played-target.js';

// What may be asked beyond the service's own requests: design.md (--no-investigate). What can hide an account: the reference on
// errors, ServiceIncompatibleFiltering ("check case, inactive users excluded from results, other unique attribute").

const sent = (attribute: string, value: string, matching = false): SentValue => ({
  attribute,
  path: parseAttributePath(attribute)!,
  value,
  matching,
});
const values = [
  sent('userName', 'Ada@contoso.com', true),
  sent('externalId', 'ada'),
  sent('emails[type eq "work"].value', 'ada.l@contoso.com'),
];
const { signal } = new AbortController();

/** A target that finds an account by these filters and by no others. */
const finding = (account: object, ...filters: readonly string[]) =>
  playTarget((request) => (filters.includes(filterOf(request)) ? list(account) : list()));

const investigate = async (target: ReturnType<typeof playTarget>) =>
  (await findConflict(values, 'Ada Lovelace', target, signal)).diagnostics;

describe('after a create that was refused as a conflict', () => {
  test('every request is a read that is marked as ours, and there are at most twelve', async () => {
    const target = playTarget(() => list());
    await findConflict(values, 'Ada Lovelace', target, signal);
    expect(target.sent.every(({ method, ours }) => method === 'GET' && ours)).toBe(true);
    expect(target.sent.length).toBeLessThanOrEqual(12);
  });

  test('first what was sent, then inactive accounts, the display name, and other letter case', async () => {
    const target = playTarget(() => list());
    await investigate(target);
    expect(target.sent.map(filterOf)).toEqual([
      'userName eq "Ada@contoso.com"',
      'externalId eq "ada"',
      'emails.value eq "ada.l@contoso.com"',
      'userName eq "Ada@contoso.com" and active eq false',
      'displayName eq "Ada Lovelace"',
      'userName eq "ada@contoso.com"',
      'userName eq "ADA@CONTOSO.COM"',
      'externalId eq "ADA"',
      'emails.value eq "ADA.L@CONTOSO.COM"',
    ]);
  });

  const account = { id: '7', userName: 'Ada@contoso.com', active: true };
  test.each([
    {
      name: 'other letter case',
      account: { ...account, userName: 'ADA@contoso.com' },
      by: 'displayName eq "Ada Lovelace"',
      reasons: ['letterCase'],
      differs: 'userName "ADA@contoso.com"',
    },
    {
      name: 'an inactive account',
      account: { ...account, active: false },
      by: 'userName eq "Ada@contoso.com" and active eq false',
      reasons: ['inactive'],
      differs: null,
    },
    {
      name: 'a renamed account, by another matching attribute',
      account: { ...account, userName: 'ada.byron@contoso.com', externalId: 'ada' },
      by: 'externalId eq "ada"',
      reasons: ['renamed', 'otherAttribute'],
      differs: 'userName "ada.byron@contoso.com"',
    },
    {
      name: 'an address that another account has',
      account: { id: '7', emails: [{ type: 'home', value: 'ada.l@contoso.com' }] },
      by: 'emails.value eq "ada.l@contoso.com"',
      reasons: ['otherAttribute'],
      differs: null,
    },
    {
      name: 'an account that the same query finds now',
      account,
      by: 'userName eq "Ada@contoso.com"',
      reasons: ['nowFound'],
      differs: null,
    },
  ])('$name is said to be the reason', async ({ account: found, by, reasons, differs }) => {
    const active = 'active' in found ? String(found.active) : 'not told';
    expect(await investigate(finding(found, by))).toEqual([
      expect.objectContaining({
        code: 'action/conflict-account-found',
        args: { target: 'test', accounts: [{ id: '7', active, query: by, reasons, differs }] },
      }),
    ]);
  });

  test('somebody of the same display name without any of the values is not taken for the reason', async () => {
    const stranger = { id: '9', userName: 'ada.other@fabrikam.com', displayName: 'Ada Lovelace' };
    const [diagnostic] = await investigate(finding(stranger, 'displayName eq "Ada Lovelace"'));
    expect(diagnostic?.code).toBe('action/conflict-account-hidden');
  });

  test('an account that two values find is named once', async () => {
    const both = { ...account, externalId: 'ada' };
    const [diagnostic] = await investigate(
      finding(both, 'userName eq "Ada@contoso.com"', 'externalId eq "ada"'),
    );
    expect(diagnostic?.args).toMatchObject({
      accounts: [{ id: '7', query: 'userName eq "Ada@contoso.com"' }],
    });
  });

  test('nobody found is said, with the questions that were answered', async () => {
    const [only] = [sent('externalId', 'a', true)];
    const target = playTarget((_request, index) => (index === 0 ? undefined : list()));
    const { diagnostics } = await findConflict([only], undefined, target, signal);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'action/conflict-account-hidden',
        args: { target: 'test', queries: ['externalId eq "a" and active eq false', 'externalId eq "A"'] },
      }),
    ]);
  });

  test('without any usable answer nothing is claimed', async () => {
    expect(await investigate(playTarget((_request, index) => (index === 0 ? undefined : 'no JSON')))).toEqual(
      [],
    );
  });

  test('an interrupted run asks no more', async () => {
    const abort = new AbortController();
    abort.abort();
    const target = playTarget(() => list());
    await findConflict(values, undefined, target, abort.signal);
    expect(target.sent).toEqual([]);
  });
});
