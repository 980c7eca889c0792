import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/exchanges/exchange.js';
import { noticeAnswer } from '../../src/scim/index.js';

const codesFor = (answer: Partial<Answer>): string[] =>
  noticeAnswer({
    request: { method: 'GET', path: '/Users?filter=a' },
    url: 'https://scim.example.com/Users',
    requestHeaders: {},
    answer: { status: 200, headers: { 'content-type': 'application/scim+json' }, body: '{}', ...answer },
    planned: false,
    durationMs: 1,
  }).map(({ code }) => code);

const as = (type: string): Partial<Answer> => ({ headers: { 'content-type': type } });

// scim-client reference, section 11: "Content-Type: application/scim+json; application/json works in practice; warn only".
describe('the media type of an answer', () => {
  test.each<[string, Partial<Answer>]>([
    ['what SCIM asks for', as('application/scim+json')],
    ['what SCIM asks for, with a charset and in other letters', as('Application/SCIM+json; charset=utf-8')],
    ['plain JSON, which works in practice', as('application/json; charset=utf-8')],
    ['none, for there is no body', { status: 204, headers: {}, body: '' }],
    ['that of a page, which is told as what it is', { ...as('text/html'), body: '<html></html>' }],
    ['that of an error, which may be anybody’s', { ...as('application/problem+json'), status: 400 }],
  ])('is put up with in silence: %s', (_name, answer) => {
    expect(codesFor(answer)).toEqual([]);
  });

  test.each<[string, Partial<Answer>]>([
    ['text', as('text/plain')],
    ['a page', as('text/html')],
    ['none', { headers: {} }],
    ['one of a 201', { ...as('text/json'), status: 201 }],
  ])('is warned of where the body is JSON all the same: %s', (_name, answer) => {
    expect(codesFor(answer)).toEqual(['answer/media-type']);
  });
});

// RFC 8259 section 8.1: JSON between systems is UTF-8.
test.each(['unknown', 'unfit'] as const)('a charset that is %s is warned of, at any status', (kind) => {
  expect(codesFor({ status: 400, charsetFault: { kind, charset: 'x' } })).toEqual(['answer/charset']);
});
