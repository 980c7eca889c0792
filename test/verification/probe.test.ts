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
