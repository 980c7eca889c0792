import { expect, test } from '@jest/globals';
import { asksForPassword } from '../../src/exchanges/challenge.js';
import type { Exchange } from '../../src/exchanges/exchange.js';

const answered = (status: number, challenge: string | undefined, authorization?: string): Exchange => ({
  request: { method: 'GET', path: '/Users' },
  url: 'https://scim.example.com/Users',
  requestHeaders: authorization === undefined ? {} : { authorization },
  answer: { status, headers: challenge === undefined ? {} : { 'www-authenticate': challenge }, body: '' },
  planned: false,
  durationMs: 1,
});

// RFC 9110 section 11.6.1: several challenges in one line, parameters separated by commas as well.
test.each([
  [true, 401, 'Basic realm="scim"', 'Bearer ***'],
  [true, 401, 'basic', undefined],
  [true, 401, 'Digest realm="a, Bearer b", nonce="c", Basic realm="x", charset="UTF-8"', 'Bearer ***'],
  [false, 401, 'Basic realm="scim"', 'Basic ***'],
  [false, 401, 'Bearer realm="scim", Basic realm="scim"', 'Bearer ***'],
  [false, 401, 'Bearer error="invalid_token", error_description="Basic is not what we want"', 'Bearer ***'],
  [false, 401, 'Bearer scope="x", basic="y"', 'Bearer ***'],
  [false, 401, undefined, 'Bearer ***'],
  [false, 403, 'Basic realm="scim"', 'Bearer ***'],
])('a target asks for a password: %s for %s with %s, after %s', (asks, status, challenge, sent) => {
  expect(asksForPassword(answered(status, challenge, sent))).toBe(asks);
});
