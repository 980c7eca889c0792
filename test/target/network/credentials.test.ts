import { describe, expect, test } from '@jest/globals';
import { networkEntries } from '../../../src/diagnostics/families/network.js';
import { noon, open } from './open-target.js';

const bearer = (token: string): ReturnType<typeof open> => open({ auth: { kind: 'bearer', token } });

const codesOf = (token: string): readonly string[] => bearer(token).diagnostics.map(({ code }) => code);

const jwt = (claims: unknown): string =>
  ['{"alg":"none"}', JSON.stringify(claims), 'sig']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

describe('a bearer token', () => {
  test.each([
    ['abc', []],
    ['Bearer abc', ['network/token-prefix']],
    ['bearer  abc', ['network/token-prefix']],
    [' abc\n', ['network/token-blanks']],
    ['\tBEARER abc ', ['network/token-blanks', 'network/token-prefix']],
    ['bearerabc', []],
  ])('pasted as %j', (token, codes) => {
    expect(codesOf(token)).toEqual(codes);
    expect(bearer(token).value).toBeDefined();
  });

  test.each(['', '  ', 'Bearer', 'Bearer '])('of which nothing is left is refused: %j', (token) => {
    expect(codesOf(token)).toEqual(['network/token-empty']);
    expect(bearer(token).value).toBeUndefined();
  });

  // RFC 7519 section 4.1.4: on or after "exp" it must not be accepted.
  test.each([
    [{ exp: noon / 1000 - 1 }, '2026-01-02T11:59:59Z'],
    [{ exp: noon / 1000 }, '2026-01-02T12:00:00Z'],
    [{ exp: 0 }, '1970-01-01T00:00:00Z'],
  ])('that says it has expired warns, with the time: %j', (claims, expiredAt) => {
    const { value, diagnostics } = bearer(jwt(claims));
    expect(value).toBeDefined();
    expect(diagnostics).toMatchObject([
      { code: 'network/token-expired', args: { target: 'scim.example.com', expiredAt } },
    ]);
  });

  test.each([[{ exp: noon / 1000 + 1 }], [{}], [{ exp: '1' }], [{ exp: -1e300 }], [null], [[1]]])(
    'that does not say so does not: %j',
    (claims) => {
      expect(codesOf(jwt(claims))).toEqual([]);
    },
  );

  test.each(['a.b.c', 'eyJ.####.x', `a.${Buffer.from('{').toString('base64url')}.c`])(
    'that only looks like a JSON Web Token is sent as it is: %s',
    (token) => {
      expect(codesOf(token)).toEqual([]);
    },
  );
});

describe('a header of the settings', () => {
  test.each(['Host', 'Content-Length', 'transfer-encoding', 'Proxy-Authorization', 'Expect'])(
    'that belongs to the connection is refused: %s',
    (name) => {
      const { value, diagnostics } = open({ headers: { [name]: 'x' } });
      expect(value).toBeUndefined();
      expect(diagnostics).toMatchObject([
        { code: 'network/reserved-header', args: { name, owner: 'transport' } },
      ]);
    },
  );

  test('that competes with the credential is refused', () => {
    const { value, diagnostics } = open({
      auth: { kind: 'bearer', token: 'abc' },
      headers: { Authorization: 'Token abc' },
    });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'network/reserved-header', args: { owner: 'credential' } }]);
  });

  test('may be the credential itself', () => {
    const { value } = open({ headers: { Authorization: 'Token abc-def-ghi' } });
    expect(value?.plan({ method: 'GET', path: '/Users' }).requestHeaders).toMatchObject({
      authorization: '***',
    });
  });
});

test('a file without an authority is refused', () => {
  const { value, diagnostics } = open({}, { ca: 'no certificate' });
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'network/bad-authority', args: { file: 'ca.pem' } }]);
});

test('every finding says what to do', () => {
  const args = {
    target: 'scim.example.com',
    expiredAt: '2026-01-02T12:00:00Z',
    file: 'ca.pem',
    problem: 'it is empty',
    name: 'Host',
    owner: 'transport',
  } as const;
  for (const entry of Object.values(networkEntries)) {
    expect(entry.message(args)).toMatch(/^\S.*\.$/);
    expect(entry.advice(args).length).toBeGreaterThan(0);
  }
});
