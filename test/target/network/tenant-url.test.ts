import { describe, expect, test } from '@jest/globals';
import { readTenantFlags } from '../../../src/target/network/index.js';
import { openCleanly } from './open-target.js';

const filter = '/Users?filter=userName+eq+%22a%40b.example%22';

// scim-client reference, section 1: "join paths properly, keep other query parameters, strip the flags before sending".
describe('the URL of a request', () => {
  test.each([
    ['https://a.example', '/Users/1', 'https://a.example/Users/1'],
    ['https://a.example/', '/Users/1', 'https://a.example/Users/1'],
    ['https://a.example/scim/v2/', filter, `https://a.example/scim/v2${filter}`],
    ['https://a.example/scim/v2//', '/Users', 'https://a.example/scim/v2/Users'],
    ['https://a.example/scim?aadOptscim062020', filter, `https://a.example/scim${filter}`],
    ['https://a.example/scim/?AADOptSCIM062020=true', '/Users', 'https://a.example/scim/Users'],
    [
      'https://a.example/scim?AzureAdScimPatch2017&tenant=4%202',
      '/Users',
      'https://a.example/scim/Users?tenant=4%202',
    ],
    [
      'https://a.example/scim?tenant=42&aadOptscim062020',
      filter,
      `https://a.example/scim${filter}&tenant=42`,
    ],
    [
      'https://a.example/scim?attributes=a&x=1',
      '/Users?attributes=b',
      'https://a.example/scim/Users?attributes=b&x=1',
    ],
    ['https://a.example/scim#part?x=1', '/Users', 'https://a.example/scim/Users'],
    ['https://a.example:8443/scim', '/Users/{id}', 'https://a.example:8443/scim/Users/{id}'],
  ])('%s and %s', (url, path, joined) => {
    expect(openCleanly({ url }).plan({ method: 'GET', path }).url).toBe(joined);
  });
});

test.each([
  ['https://a.example/scim', 'a.example'],
  ['https://a.example:443/scim', 'a.example'],
  ['https://a.example:8443/scim', 'a.example:8443'],
])('a target is called by its host: %s', (url, name) => {
  expect(openCleanly({ url }).name).toBe(name);
});

// "Known issues and resolutions with SCIM 2.0 protocol compliance": the flags of the tenant URL.
test.each([
  ['https://a.example/scim', false, false],
  ['https://a.example/scim?aadOptscim062020', true, false],
  ['https://a.example/scim/?x=1&aadoptscim062020=', true, false],
  ['https://a.example/scim?AzureAdScimPatch2017', false, true],
  ['https://a.example/scim?aadOptscim062020&AzureAdScimPatch2017', true, true],
  ['https://a.example/aadOptscim062020?x=aadOptscim062020', false, false],
])('the flags of %s: optscim %s, patch2017 %s', (url, optscim, patch2017) => {
  expect(readTenantFlags(url)).toEqual({ optscim, patch2017 });
});
