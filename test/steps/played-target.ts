import type { Exchange, TargetRequest } from '../../src/exchanges/exchange.js';
import type { Target } from '../../src/target/target.js';

/** A target that answers each request as it is told, `undefined` for no answer, and remembers what it was asked. */
export function playTarget(
  answer: (request: TargetRequest, index: number) => string | undefined,
): Target & { readonly sent: TargetRequest[] } {
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
      const body = answer(request, sent.length);
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

/** A ListResponse. */
export const list = (...users: readonly object[]): string =>
  JSON.stringify({ totalResults: users.length, Resources: users });

/** The filter of a query. */
export const filterOf = ({ path }: TargetRequest): string =>
  new URLSearchParams(path.split('?')[1]).get('filter') ?? '';
