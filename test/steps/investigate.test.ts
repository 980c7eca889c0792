import { describe, expect, test } from '@jest/globals';
import type { Exchange, TargetRequest } from '../../src/exchanges/exchange.js';
import { findConflict, readBack } from '../../src/steps/perform-action/investigate.js';
import type { Target } from '../../src/target/target.js';

// What may be asked beyond the service's own requests: design.md (--no-investigate) and the scim-client reference, section 5.

function play(...answers: (string | undefined)[]): Target & { readonly sent: TargetRequest[] } {
  const sent: TargetRequest[] = [];
  const exchangeOf = (request: TargetRequest): Exchange => ({
    request,
    url: '',
    requestHeaders: {},
    planned: false,
    durationMs: 0,
  });
  return {
    name: 'test',
    sent,
    plan: exchangeOf,
    send: (request) => {
      const body = answers[sent.length];
      sent.push(request);
      return Promise.resolve({
        ...exchangeOf(request),
        ...(body === undefined
          ? { noAnswer: { kind: 'reset', message: '' } as const }
          : { answer: { status: 200, headers: { 'content-type': 'application/scim+json' }, body } }),
      });
    },
  };
}

const list = (...users: readonly object[]): string =>
  JSON.stringify({ totalResults: users.length, Resources: users });
const values = [
  { attribute: 'userName', value: 'a@contoso.com' },
  { attribute: 'externalId', value: 'a' },
];
const { signal } = new AbortController();

describe('after a create that was refused as a conflict', () => {
  test('every request is a read that is marked as ours', async () => {
    const target = play(list(), list());
    await findConflict(values, target, signal);
    expect(target.sent.map(({ method, ours }) => [method, ours])).toEqual([
      ['GET', true],
      ['GET', true],
    ]);
  });

  test('an account that is found is named once, with its id and whether it is active', async () => {
    const found = { id: '7', userName: 'x', externalId: 'a', active: false };
    const { diagnostics } = await findConflict(values, play(list(found), list(found)), signal);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'action/conflict-account-found',
        args: {
          target: 'test',
          accounts: [{ id: '7', active: 'false', query: 'userName eq "a@contoso.com"' }],
        },
      }),
    ]);
  });

  test('nobody found is said, with the questions that were answered', async () => {
    const { diagnostics } = await findConflict(values, play(undefined, list()), signal);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'action/conflict-account-hidden',
        args: { target: 'test', queries: ['externalId eq "a"'] },
      }),
    ]);
  });

  test('without any answer nothing is claimed', async () => {
    expect((await findConflict(values, play(undefined, 'no JSON'), signal)).diagnostics).toEqual([]);
  });

  test('an interrupted run asks no more', async () => {
    const abort = new AbortController();
    abort.abort();
    const target = play(list(), list());
    await findConflict(values, target, abort.signal);
    expect(target.sent).toEqual([]);
  });
});

describe('after a write that was answered without a body', () => {
  test.each([
    ['the resource', JSON.stringify({ id: '7', userName: 'x' }), { id: '7', userName: 'x' }],
    ['no answer', undefined, undefined],
    ['a list', list(), undefined],
  ])('reading back gives %s', async (_name, body, stored) => {
    const target = play(body);
    const read = await readBack('7', target, signal);
    expect(read.stored).toEqual(stored);
    expect(target.sent).toEqual([{ method: 'GET', path: '/Users/7', ours: true }]);
  });
});
