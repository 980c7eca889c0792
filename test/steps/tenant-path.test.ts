import { describe, expect, test } from '@jest/globals';
import { baseOf, baseOfRedirect, suggestBases } from '../../src/steps/test-connection/tenant-path.js';

const host = 'https://api.contoso.com';

// "Tutorial: develop a SCIM endpoint": the service appends /Users to the tenant URL; /scim is usual, not needed.
describe('after a 404 these base URLs are worth a try, the likeliest first', () => {
  test.each([
    ['with a collection at its end', '/scim/Users', ['/scim']],
    ['with a user at its end', '/scim/users/42', ['/scim']],
    ['with a segment twice', '/scim/scim', ['/scim']],
    ['with several segments twice', '/app/scim/v2/scim/v2', ['/app/scim/v2']],
    ['with nothing', '', ['/scim', '/scim/v2']],
    ['without scim', '/api', ['/api/scim', '/api/scim/v2']],
    ['with scim', '/api/scim', ['/api/scim/v2', '/api']],
    ['with a version', '/scim/v2', ['/scim', '']],
  ])('%s', (_name, path, tries) => {
    expect(suggestBases(host + path)).toEqual(tries.map((each) => host + each));
  });

  test('a fixture has none', () => {
    expect(suggestBases('target.json')).toEqual([]);
  });
});

describe('what a target URL must be to go where a redirect leads', () => {
  const from = `${host}/scim/Users?filter=x`;
  test.each([
    ['another path', '/api/v2/Users', `${host}/api/v2`],
    [
      'another host, with the query',
      'https://eu.contoso.com/scim/Users?filter=x',
      'https://eu.contoso.com/scim',
    ],
    ['a slash at the end', '/scim/Users/', `${host}/scim`],
    ['a page to sign in', 'https://login.contoso.com/', null],
    ['what is no URL', 'https://', null],
  ])('%s', (_name, location, base) => {
    expect(baseOfRedirect(from, location, '/Users?filter=x')).toBe(base);
  });
});

test('the base URL of a request is what stands before its path', () => {
  expect(baseOf(`${host}/scim/Users/Users?filter=x`, '/Users?filter=x')).toBe(`${host}/scim/Users`);
});
