import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Exchange } from '../../src/exchanges/exchange.js';
import { createMask } from '../../src/exchanges/mask.js';

/** Without the mask's own character, with which a text could become a secret that it was not. */
const secret = fc
  .string({ minLength: 8, maxLength: 40, unit: 'grapheme' })
  .filter((text) => !text.includes('*'));

const ways: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => encodeURIComponent(text).replace(/%../g, (each) => each.toLowerCase()),
  (text) => new URLSearchParams({ a: text }).toString().slice(2),
  (text) => Buffer.from(text).toString('base64'),
  (text) => encodeURIComponent(encodeURIComponent(text)),
  (text) => JSON.stringify(text).slice(1, -1),
];

const canary = fc.tuple(
  secret,
  fc.constantFrom(...ways),
  fc.constantFrom('', ' ', '"', '=', '\n', '&', ': '),
);

function holding(text: string): Exchange {
  const json = { detail: text, [text]: [{ value: { nested: text } }] };
  const answer = { status: 400, headers: { location: `https://a.example/${text}`, 'x-said': text } };
  return {
    request: { method: 'POST', path: `/Users?filter=${text}`, body: json },
    url: `https://a.example/Users?filter=${text}`,
    requestHeaders: { 'x-tenant': text, authorization: `Bearer ${text}` },
    answer: { ...answer, body: JSON.stringify(json) },
    noAnswer: { kind: 'reset', message: `it said ${text}` },
    planned: false,
    durationMs: 0,
    before: [
      {
        request: { method: 'POST', path: '/token', body: `client_id=a&client_secret=${text}` },
        url: 'https://a.example/token',
        requestHeaders: {},
        answer: { ...answer, body: `<html>${text}</html>` },
        planned: false,
        durationMs: 0,
      },
    ],
  };
}

/** Every text of a value: strings and names of members. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...textsOf(member)]);
}

test('no known secret leaves in an exchange, in no form and at no place', () => {
  fc.assert(
    fc.property(canary, ([hidden, write, around]) => {
      const shown = createMask([hidden]).maskExchange(holding(`${around}${write(hidden)}${around}`));
      const texts = textsOf(shown);
      for (const way of ways) {
        expect(texts.filter((text) => text.includes(way(hidden)))).toEqual([]);
      }
    }),
  );
});

test('no known secret leaves in a text, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.array(secret, { minLength: 1, maxLength: 4 }), fc.string(), (secrets, around) => {
      const text = createMask(secrets).maskText(secrets.join(around));
      for (const each of secrets) expect(text).not.toContain(each);
    }),
  );
});

test('masking again changes nothing', () => {
  fc.assert(
    fc.property(secret, fc.constantFrom(...ways), (hidden, write) => {
      const mask = createMask([hidden]);
      const once = mask.maskExchange(holding(write(hidden)));
      expect(mask.maskExchange(once)).toEqual(once);
    }),
  );
});

test('data without a secret is left as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      const given = JSON.stringify({ displayName: body });
      const exchange = { ...holding('x'), answer: { status: 200, headers: {}, body: given } };
      expect(createMask(['0123-not-in-the-data-0123']).maskExchange(exchange).answer?.body).toBe(given);
    }),
  );
});
