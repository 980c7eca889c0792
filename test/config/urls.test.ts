import { describe, expect, test } from '@jest/globals';
import { loadSettings } from '../../src/config/index.js';
import { createWorld, naming } from './world.js';

const codesOf = async (rest: string, allowInsecureHttp?: boolean): Promise<readonly string[]> => {
  const world = createWorld({ files: { c: `target:\n  kind: scim\n  ${rest}\n` } });
  const request = naming('c', { flags: { allowInsecureHttp } });
  return (await loadSettings(request, world)).diagnostics.map(({ code }) => code);
};

// design.md: "a bearer token goes to plain http only on loopback"; what loopback is: RFC 1122 3.2.1.3, RFC 4291 2.5.3, RFC 6761 6.3.
describe('a credential over plain http', () => {
  test.each(['localhost', 'localhost:8080', 'scim.localhost', '127.0.0.1', '127.9.9.9:1', '[::1]:8080'])(
    'goes to this machine: %s',
    async (host) => {
      expect(await codesOf(`url: http://${host}/scim\n  token: { env: T }`)).toEqual([]);
    },
  );

  test.each(['a.example', '10.0.0.1', '127.0.0.1.example', 'localhost.example', 'notlocalhost', '[::2]'])(
    'does not go to %s',
    async (host) => {
      expect(await codesOf(`url: http://${host}/scim\n  token: { env: T }`)).toEqual([
        'config/insecure-http',
      ]);
      expect(await codesOf(`url: http://${host}/scim\n  token: { env: T }`, true)).toEqual([]);
      expect(await codesOf(`url: http://${host}/scim\n  auth: { kind: none }`)).toEqual([]);
    },
  );

  test('in a header is one too', async () => {
    const target = 'url: http://a.example\n  auth: { kind: none }\n  headers: { X-Api-Key: { env: T } }';
    expect(await codesOf(target)).toEqual(['config/insecure-http']);
  });
});

describe('a URL', () => {
  test.each([
    ['"https://a.example/scim "', false],
    ['" https://a.example/scim"', false],
    ['"https://a.exa mple/scim"', false],
    ['a.example/scim', false],
    ['ftp://a.example', false],
    ['https://', false],
    ['https://me@a.example', false],
    ['HTTPS://a.example', true],
    ['https://a.example:8443/scim/v2/?aadOptscim062020', true],
  ])('%s can be used: %s', async (url, isUsable) => {
    expect(await codesOf(`url: ${url}\n  auth: { kind: none }`)).toEqual(isUsable ? [] : ['config/bad-url']);
  });
});
