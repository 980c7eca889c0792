import { describe, expect, test } from '@jest/globals';
import type { Exchange, TargetRequest } from '../../src/exchanges/exchange.js';
import { contoso } from '../provision/contoso.js';
import { codesIn, type Intervene, openContoso, verify } from './contoso-target.js';

const answered = (exchange: Exchange, status: number, body: unknown): Exchange => ({
  ...exchange,
  answer: {
    status,
    headers: { 'content-type': 'application/scim+json' },
    body: body === null ? '' : JSON.stringify(body),
  },
});

const listOf = (...resources: object[]): object => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: resources.length,
  Resources: resources,
});

/** Answers a change with success, and makes none of it. */
const swallow =
  (isMeant: (request: TargetRequest) => boolean): Intervene =>
  (request, pass) =>
    request.method === 'PATCH' && isMeant(request)
      ? pass().then((exchange) => answered(exchange, 204, null))
      : undefined;

/** A target to which the fitting changes never come. */
function deaf(isMeant: (request: TargetRequest) => boolean) {
  const swallowing = swallow(isMeant);
  return openContoso([], (request, pass) => {
    const nowhere = (): Promise<Exchange> =>
      Promise.resolve({ request, url: '', requestHeaders: {}, planned: false, durationMs: 0 });
    return swallowing(request, request.method === 'PATCH' ? nowhere : pass);
  });
}

const activity = ({ body }: TargetRequest): string | undefined =>
  /"path":"active","value":"?(true|false)/i.exec(JSON.stringify(body))?.[1]?.toLowerCase();

/** A target whose queries by a filter are answered otherwise once an account was created. */
function searching(result: (filter: string) => object | undefined) {
  let isCreated = false;
  return openContoso([], (request, pass) => {
    isCreated ||= request.method === 'POST';
    const query = decodeURIComponent(request.path.replaceAll('+', ' '));
    if (!isCreated || request.method !== 'GET' || !query.includes(' eq ')) return undefined;
    const given = result(query);
    return given === undefined ? undefined : pass().then((exchange) => answered(exchange, 200, given));
  });
}

// scim-client reference, 11: values are stored and returned as sent.
describe('a change that is accepted and not made', () => {
  test('of values', async () => {
    const verification = await verify(deaf((request) => activity(request) === undefined));
    expect(codesIn(verification, 'defaultDialect')).toContain('verification/not-applied');
  });

  test('of an account that is to be disabled', async () => {
    const verification = await verify(deaf((request) => activity(request) === 'false'));
    expect(codesIn(verification, 'disable')).toEqual(['verification/still-active']);
  });

  test('of an account that is to be enabled', async () => {
    const verification = await verify(deaf((request) => activity(request) === 'true'));
    expect(codesIn(verification, 'enable')).toEqual(['verification/still-disabled']);
  });
});

// scim-client reference, 4: a look-up by the matching attribute, with the check that the target honoured the filter.
describe('a query after the create', () => {
  test('that does not find the account', async () => {
    const verification = await verify(searching(() => listOf()));
    expect(codesIn(verification, 'foundAgain')).toContain('verification/not-found-again');
  });

  test('that finds somebody of another name', async () => {
    const strangers = [1, 2].map((id) => ({ id: String(id), userName: `somebody${String(id)}@contoso.com` }));
    const own = 'provision-user-check-00000000-0000-4000-8000-000000000001';
    const verification = await verify(
      searching((query) => (query.toLowerCase().includes(own) ? undefined : listOf(...strangers))),
    );
    expect(codesIn(verification, 'filter')).toContain('verification/finds-strangers');
  });
});

// The two are our own requirements: what cannot be found again is not written, and what is not tried is said.
describe('a mapping', () => {
  test('without a matching attribute: nothing is written', async () => {
    const target = openContoso();
    const verification = await verify(target, { job: { ...contoso, matching: [] } });
    expect(verification.diagnostics.map(({ code }) => code)).toContain('verification/no-matching-attribute');
    expect(target.sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('that gives the artificial user no value is named', async () => {
    // A manager is an account of his own and no text, so the artificial user has none at first.
    const { expression } = contoso.flows.find(({ type }) => type === 'Reference')!;
    const flows = contoso.flows.map((flow) =>
      flow.target === 'displayName' ? { ...flow, expression } : flow,
    );
    const { diagnostics } = await verify(openContoso(), { job: { ...contoso, flows } });
    expect(diagnostics).toMatchObject([{ code: 'verification/not-exercised' }]);
  });
});
