import { describe, expect, test } from '@jest/globals';
import type { Exchange } from '../../src/exchanges/exchange.js';
import { createMask } from '../../src/exchanges/mask.js';

const exchange = (parts: Partial<Exchange>): Exchange => ({
  request: { method: 'GET', path: '/Users' },
  url: 'https://scim.example.com/Users',
  requestHeaders: {},
  planned: false,
  durationMs: 1,
  ...parts,
});

const bodyOf = (body: string, secrets: readonly string[] = []): string | undefined =>
  createMask(secrets).maskExchange(exchange({ answer: { status: 200, headers: {}, body } })).answer?.body;

const sentBody = (body: unknown): unknown =>
  createMask([]).maskExchange(exchange({ request: { method: 'PATCH', path: '/Users/1', body } })).request
    .body;

describe('by its name is hidden', () => {
  test.each([
    ['Authorization', 'Bearer abc', 'Bearer ***'],
    ['authorization', 'Basic YTpi', 'Basic ***'],
    ['authorization', 'abc def', '***'],
    ['proxy-authorization', 'Basic YTpi', 'Basic ***'],
    ['cookie', 'sid=1', '***'],
    ['x-api-key', 'k', '***'],
    ['x-auth-token', 't', '***'],
    // "How to use managed identities for App Service": the header proves that the caller runs there.
    ['X-IDENTITY-HEADER', 'h', '***'],
  ])('a header of a request: %s', (name, value, shown) => {
    const { requestHeaders } = createMask([]).maskExchange(exchange({ requestHeaders: { [name]: value } }));
    expect(requestHeaders).toEqual({ [name]: shown });
  });

  test('a header that is named as secret, in any letter case, also where it comes back', () => {
    const given = exchange({
      requestHeaders: { 'x-routing': 'abc', 'x-tenant': '42' },
      answer: { status: 200, headers: { 'x-routing': 'abc' }, body: '' },
    });
    const { requestHeaders, answer } = createMask([], ['X-Routing']).maskExchange(given);
    expect([requestHeaders, answer?.headers]).toEqual([
      { 'x-routing': '***', 'x-tenant': '42' },
      { 'x-routing': '***' },
    ]);
  });

  test('a header of an answer, but not its challenge', () => {
    const headers = { 'set-cookie': 'sid=1', 'www-authenticate': 'Bearer realm="scim"', etag: 'W/"1"' };
    const { answer } = createMask([]).maskExchange(exchange({ answer: { status: 401, headers, body: '' } }));
    expect(answer?.headers).toEqual({ ...headers, 'set-cookie': '***' });
  });

  test.each([
    ['https://a.example/Users?code=k3y&filter=a', 'https://a.example/Users?code=***&filter=a'],
    ['https://a.example/?api_key=1&sig=2#x', 'https://a.example/?api_key=***&sig=***#x'],
    ['https://a.example/cb?access_token=1', 'https://a.example/cb?access_token=***'],
    ['https://a.example/?attributes=password', 'https://a.example/?attributes=password'],
    // "Paging Microsoft Graph data in your app": it names a page, and is no credential.
    ['https://a.example/?$skiptoken=RFN&token=1', 'https://a.example/?$skiptoken=RFN&token=***'],
    ['https://a.example/?%24skiptoken=RFN', 'https://a.example/?%24skiptoken=RFN'],
  ])('a parameter of a URL: %s', (url, shown) => {
    expect(createMask([]).maskExchange(exchange({ url })).url).toBe(shown);
  });

  // RFC 6749 sections 5.1 and 2.3.1, RFC 7521 section 4.2.
  test('a token of a sign-in, in its answer and in its form', () => {
    expect(bodyOf('{"access_token":"a","refresh_token":"b","id_token":"c","expires_in":3600}')).toBe(
      '{"access_token":"***","refresh_token":"***","id_token":"***","expires_in":3600}',
    );
    expect(sentBody('grant_type=client_credentials&client_secret=a%2Bb&client_assertion=c&scope=x')).toBe(
      'grant_type=client_credentials&client_secret=***&client_assertion=***&scope=x',
    );
  });

  test('a token in JSON that was cut off', () => {
    expect(bodyOf('{"token_type":"Bearer", "access_token" : "a b\\"c')).toBe(
      '{"token_type":"Bearer", "access_token" : "***',
    );
  });

  // RFC 7643 section 4.1.1: password; RFC 7644 section 3.5.2: the three ways in which a PATCH can carry it.
  test.each([
    [
      { password: 'p', userName: 'a' },
      { password: '***', userName: 'a' },
    ],
    [
      { Operations: [{ op: 'Add', path: 'password', value: 'p' }] },
      { Operations: [{ op: 'Add', path: 'password', value: '***' }] },
    ],
    [
      {
        Operations: [
          { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:password', value: 'p' },
        ],
      },
      {
        Operations: [
          { op: 'replace', path: 'urn:ietf:params:scim:schemas:core:2.0:User:password', value: '***' },
        ],
      },
    ],
    [
      { Operations: [{ op: 'replace', value: { Password: 'p' } }] },
      { Operations: [{ op: 'replace', value: { Password: '***' } }] },
    ],
  ])('a password that is written: %j', (body, shown) => {
    expect(sentBody(body)).toEqual(shown);
  });

  // RFC 7643 section 5: a feature of the server with the word in its name.
  test('but not what only speaks of one', () => {
    const body = '{"changePassword":{"supported":true},"attributes":[{"name":"password"}],"password":null}';
    expect(bodyOf(body)).toBe(body);
  });
});

describe('a known secret', () => {
  const secret = 'p&ss/w"rd +1';

  test.each([
    ['as it is', secret],
    ['in a URL', encodeURIComponent(secret)],
    ['in a form', 'p%26ss%2Fw%22rd+%2B1'],
    ['in a URL with small letters', encodeURIComponent(secret).toLowerCase()],
    ['in a URL within a URL', encodeURIComponent(encodeURIComponent(secret))],
    ['in JSON', JSON.stringify(secret).slice(1, -1)],
    ['in HTML', 'p&amp;ss/w&quot;rd +1'],
    ['in base64', Buffer.from(secret).toString('base64')],
  ])('is hidden in text %s', (_where, written) => {
    expect(createMask([secret]).maskText(`before ${written} after`)).toBe('before *** after');
  });

  test('is hidden in JSON, also behind escapes', () => {
    expect(bodyOf('{"detail":"wrong: p&ss\\/w\\u0022rd +1","count":1}', [secret])).toBe(
      '{"detail":"wrong: ***","count":1}',
    );
  });

  test('is hidden in the name of a member, and as a number', () => {
    expect(bodyOf('{"12345678":12345678,"totalResults":1}', ['12345678'])).toBe(
      '{"***":"***","totalResults":1}',
    );
  });

  test('is hidden also in the first of two members with one name', () => {
    expect(bodyOf('{"detail":"hidden-value","detail":"a"}', ['hidden-value'])).toBe('{"detail":"a"}');
  });

  test('is hidden before another one that it holds', () => {
    expect(createMask(['secret-token', 'long-secret-token-2']).maskText('long-secret-token-2!')).toBe('***!');
  });

  test('is hidden in what came before', () => {
    const before = [exchange({ noAnswer: { kind: 'signIn', message: 'wrong: hidden-value' } })];
    const [first] = createMask(['hidden-value']).maskExchange(exchange({ before })).before ?? [];
    expect(first?.noAnswer?.message).toBe('wrong: ***');
  });

  // A short one may be part of ordinary data, which the steps decide on.
  test.each([
    ['{"title":"test"}', '{"title":"***"}'],
    ['{"detail":"bad token: test."}', '{"detail":"bad token: ***."}'],
    ['{"userName":"test@example.com","id":"test-1"}', '{"userName":"test@example.com","id":"test-1"}'],
  ])('of four to seven characters is hidden where it stands alone: %s', (body, shown) => {
    expect(bodyOf(body, ['test'])).toBe(shown);
  });
});

describe('what is no secret', () => {
  test('stays byte for byte', () => {
    const body = '{ "totalResults" : 1.0,\n "big": 12345678901234567890, "a": "\\u00fc" }';
    expect(bodyOf(body, ['some-secret'])).toBe(body);
  });

  test('keeps the shape of its exchange', () => {
    const given = exchange({
      request: { method: 'POST', path: '/Users', body: { userName: 'a', active: true, n: null, list: [1] } },
      answer: {
        status: 201,
        headers: { location: '/Users/1' },
        body: '{"id":"1"}',
        charsetFault: { kind: 'unknown', charset: 'x' },
      },
    });
    expect(createMask(['some-secret']).maskExchange(given)).toEqual(given);
    expect(createMask([]).maskExchange(exchange({})).request).not.toHaveProperty('body');
  });
});

test('a JSON Web Token is hidden, whoever it belongs to', () => {
  expect(createMask([]).maskText('sent eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln, refused')).toBe(
    'sent ***, refused',
  );
});

test('JSON of any depth is put up with', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  expect(JSON.parse(bodyOf(deep) ?? '')).toBeInstanceOf(Object);
});
