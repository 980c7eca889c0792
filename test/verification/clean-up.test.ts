import { describe, expect, test } from '@jest/globals';
import type { Exchange, TargetRequest } from '../../src/exchanges/exchange.js';
import { codesIn, idsOf, type Intervene, openContoso, verify } from './contoso-target.js';

// Brief of verify-target: the clean-up is always tried, also after Ctrl-C or a failure, and what could not be removed is
// said with its id.

const isWrite = ({ method }: TargetRequest): boolean => method === 'POST' || method === 'PATCH';
const lost = (exchange: Exchange): Exchange => {
  const { request, url, requestHeaders } = exchange;
  const noAnswer = { kind: 'reset', message: 'the connection broke off' } as const;
  return { request, url, requestHeaders, noAnswer, planned: false, durationMs: 0 };
};

/** Does something to the nth write. */
function atWrite(
  nth: number,
  act: (pass: () => Promise<Exchange>, request: TargetRequest) => Promise<Exchange>,
): Intervene {
  let count = 0;
  return (request, pass) => {
    if (!isWrite(request)) return undefined;
    count += 1;
    return count === nth ? act(pass, request) : undefined;
  };
}

/** As many as the bundled job makes: two creates and every change. */
const healthy = openContoso();
await verify(healthy);
const writes = healthy.sent.filter(isWrite).length;
const all = Array.from({ length: writes }, (_, index) => index + 1);

describe('the clean-up', () => {
  test('follows two creates and seven changes or more', () => {
    expect(writes).toBeGreaterThanOrEqual(9);
  });

  test.each(all)('removes everything when write %i is carried out and its answer is lost', async (nth) => {
    const target = openContoso(
      [],
      atWrite(nth, async (pass) => lost(await pass())),
    );
    const before = target.kept();
    const { leftBehind } = await verify(target);
    expect([target.kept(), leftBehind]).toEqual([before, []]);
  });

  test.each(all)('removes everything when write %i is interrupted', async (nth) => {
    const abort = new AbortController();
    const target = openContoso(
      [],
      atWrite(nth, async (pass) => {
        const exchange = await pass();
        abort.abort();
        return lost(exchange);
      }),
    );
    const before = target.kept();
    const verification = await verify(target, { signal: abort.signal });
    expect([target.kept(), verification.leftBehind]).toEqual([before, []]);
    expect(verification.diagnostics.map(({ code }) => code)).toEqual(['run/interrupted']);
    expect(idsOf(verification, 'fail')).toEqual([]);
  });

  test('is tried when a bug stops the verification', async () => {
    const target = openContoso(
      [],
      atWrite(2, () => Promise.reject(new Error('a bug'))),
    );
    const before = target.kept();
    await expect(verify(target)).rejects.toThrow('a bug');
    expect(target.kept()).toEqual(before);
  });

  test('says with its id what the target did not let it remove', async () => {
    const refuse: Intervene = (request, pass) =>
      request.method === 'DELETE'
        ? pass().then((exchange) => ({ ...exchange, answer: { status: 405, headers: {}, body: '' } }))
        : undefined;
    const verification = await verify(openContoso([], refuse));
    expect(verification.leftBehind.map(({ id }) => id)).toEqual(['new-2', 'new-1']);
    expect(idsOf(verification, 'fail')).toEqual(['deletion']);
    expect(codesIn(verification, 'deletion')).toEqual([
      'verification/delete-refused',
      'verification/delete-refused',
    ]);
    expect(verification.diagnostics.map(({ code }) => code)).toEqual([
      'verification/left-behind',
      'verification/left-behind',
    ]);
  });

  test('never touches an account that an answer claims and that has none of our values', async () => {
    const target = openContoso([], (request, pass) =>
      request.method === 'POST'
        ? pass().then((exchange) => ({
            ...exchange,
            answer: {
              status: 201,
              headers: { 'content-type': 'application/scim+json' },
              body: JSON.stringify({ id: 'stranger', userName: 'alice@contoso.com', active: true }),
            },
          }))
        : undefined,
    );
    const before = target.kept();
    const verification = await verify(target);
    expect(idsOf(verification, 'fail')).toEqual(['create']);
    expect(codesIn(verification, 'create')).toContain('verification/other-account');
    expect(target.sent.filter(({ path }) => path.includes('stranger'))).toEqual([]);
    expect(target.kept()).toEqual(before);
  });
});
