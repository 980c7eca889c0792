import { describe, expect, test } from '@jest/globals';
import type { Answer, Exchange } from '../../src/exchanges/exchange.js';
import type { AttributeFlow } from '../../src/job/index.js';
import type { MemberChange } from '../../src/report/report.js';
import { buildLookup, buildMembersRead, parseAttributePath } from '../../src/scim/index.js';
import { judgeLookup } from '../../src/steps/match-user/judge-lookup.js';
import { checkMembers } from '../../src/steps/perform-action/check-members.js';
import { noMembers } from '../../src/steps/perform-action/map-members.js';

const exchange = (request: Exchange['request'], answer: Answer): Exchange => ({
  request,
  url: '',
  requestHeaders: {},
  planned: false,
  durationMs: 0,
  answer,
});
const ok = (body: unknown): Answer => ({ status: 200, headers: {}, body: JSON.stringify(body) });
const flow = { target: 'displayName', path: parseAttributePath('displayName')! } as AttributeFlow;

describe('a group that comes with its members although they are excluded', () => {
  // scim-client reference 10 (read) and 11: ...MultipleEntriesInResponse
  test.each([
    ['members', [{ value: 'u1' }], ['group/members-returned']],
    ['an empty list', [], []],
    ['none', undefined, []],
  ])('%s', (_name, members, codes) => {
    const request = buildLookup('Groups', 'displayName', 'Crew');
    const answer = ok({ totalResults: 1, Resources: [{ id: 'g', displayName: 'Crew', members }] });
    const target = { name: 'test', collection: 'Groups' } as const;
    const judged = judgeLookup(exchange(request, answer), flow, 'Crew', target);
    expect([judged.result, judged.diagnostics.map(({ code }) => code)]).toEqual(['one', codes]);
  });
});

describe('the members that the target lists after a change', () => {
  const change = (targetId: string, operation: MemberChange['operation']): MemberChange => ({
    member: targetId,
    sourceId: targetId,
    targetId,
    operation,
    reason: '',
  });
  const changes = [change('new', 'add'), change('old', 'remove')];
  const held = ['old', 'other'];
  const cases = [
    { name: 'as it should be', now: ['other', 'new'], codes: [] },
    { name: 'all are gone', now: [], codes: ['group/members-lost', 'group/members-not-kept'] },
    { name: 'another one is gone', now: ['new'], codes: ['group/members-lost'] },
    { name: 'nothing was done', now: ['old', 'other'], codes: ['group/members-not-kept'] },
    { name: 'somebody joined meanwhile', now: ['other', 'new', 'fast'], codes: [] },
  ];
  const check = (stored: unknown, exchanges: readonly Exchange[]): string[] =>
    checkMembers(
      { ...noMembers, changes, held },
      { outcome: 'done', stored, exchanges, diagnostics: [], id: 'g' },
      { target: 'test', group: 'Crew' },
    ).map(({ code }) => code);
  const read = exchange(buildMembersRead('g'), ok({}));

  test.each(cases)('$name', ({ now, codes }) => {
    expect(check({ id: 'g', members: now.map((value) => ({ value })) }, [read])).toEqual(codes);
  });

  test('a read without members says that there are none', () => {
    expect(check({ id: 'g' }, [read])).toEqual(['group/members-lost', 'group/members-not-kept']);
  });

  test('the answer to a write need not list them, so nothing is claimed', () => {
    expect(check({ id: 'g' }, [{ ...read, request: { method: 'PATCH', path: '/Groups/g' } }])).toEqual([]);
    expect(check(undefined, [])).toEqual([]);
  });
});
