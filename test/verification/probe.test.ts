import { expect, test } from '@jest/globals';
import { openContoso, verify } from './contoso-target.js';

// Errors reference, section 4: 401 of the probe; what is known of the token beforehand belongs to the advice.
test('a refused probe says that the token is past its end, as a run does', async () => {
  const target = { ...openContoso(['unauthorized']), tokenExpiredAt: '2026-11-01T00:00:00Z' };
  const { requirements } = await verify(target);
  const refused = requirements.find(({ id }) => id === 'credentials');
  expect(refused?.verdict).toBe('fail');
  expect(JSON.stringify(refused?.diagnostics)).toContain('2026-11-01');
});

// RFC 7643 sections 4.1.1 and 4.1.2: letter case is compared on who was found by his own letters.
test('letter case is not tested where the account is not found at all, and says so', async () => {
  let isCreated = false;
  const target = openContoso([], (request, pass) => {
    isCreated ||= request.method === 'POST';
    if (!isCreated || !request.path.startsWith('/Users?filter=')) return undefined;
    return pass().then((exchange) => ({
      ...exchange,
      answer: { status: 200, headers: {}, body: '{"totalResults":0,"Resources":[]}' },
    }));
  });
  const { requirements } = await verify(target);
  const letterCase = requirements.find(({ id }) => id === 'letterCase');
  expect([letterCase?.verdict, letterCase?.evidence]).toEqual([
    'notTested',
    ['the account was not found by its own letters'],
  ]);
});
