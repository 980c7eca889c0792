import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  assignedId,
  buildCreateRequest,
  buildDelete,
  buildLookup,
  buildPatchRequest,
  buildProbe,
  buildRead,
} from '../../src/scim/index.js';

const guid = '7f4bc1a7-285e-48ae-8202-5accb43efb0e';

// Source: scim-client reference, section 1 (encoding), 2 (operations) and 10 (groups).
const paths = [
  { path: '/Users?filter=externalId+eq+%22jo%22', request: buildLookup('Users', 'externalId', 'jo') },
  {
    path: '/Users?filter=userName+eq+%22jo%40example.org%22',
    request: buildLookup('Users', 'userName', 'jo@example.org'),
  },
  {
    path: '/Users?filter=emails%5Btype+eq+%22work%22%5D.value+eq+%22a%2Bb%22',
    request: buildLookup('Users', 'emails[type eq "work"].value', 'a+b'),
  },
  {
    path: '/Users?filter=urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber+eq+%227%22',
    request: buildLookup(
      'Users',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
      '7',
    ),
  },
  {
    path: '/Users?filter=userName+eq+%22a%5C%22b%5C%5Cc%22',
    request: buildLookup('Users', 'userName', 'a"b\\c'),
  },
  {
    path: '/Users?filter=userName+eq+%22%23%26%25+%C4%8D%22',
    request: buildLookup('Users', 'userName', '#&% č'),
  },
  {
    path: '/Groups?excludedAttributes=members&filter=displayName+eq+%22X%22',
    request: buildLookup('Groups', 'displayName', 'X'),
  },
  { path: `/Users?filter=userName+eq+%22${guid}%22`, request: buildProbe('Users', 'userName', guid) },
  {
    path: `/Groups?excludedAttributes=members&filter=displayName+eq+%22${guid}%22`,
    request: buildProbe('Groups', 'displayName', guid),
  },
  { path: '/Users/a%2Fb%3Fc', request: buildRead('Users', 'a/b?c') },
  { path: '/Groups/1?excludedAttributes=members', request: buildRead('Groups', '1') },
];

describe('request paths', () => {
  test.each(paths)('$path', ({ path, request }) => {
    expect(request).toEqual({ method: 'GET', path });
  });

  test('a value comes back as it went in, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { path } = buildLookup('Users', 'userName', value);
        const filter = new URLSearchParams(path.split('?')[1]).get('filter') ?? '';
        expect(JSON.parse(filter.replace('userName eq ', ''))).toBe(value);
      }),
    );
  });

  test('any id can be put into a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        expect(buildRead('Users', id).path).toMatch(/^\/Users\/[^/?#\s]*$/);
      }),
    );
  });
});

describe('writes', () => {
  test('a create posts its body to the collection', () => {
    expect(buildCreateRequest('Users', { a: 1 })).toEqual({ method: 'POST', path: '/Users', body: { a: 1 } });
  });

  test('a change and a delete address the resource', () => {
    expect(buildPatchRequest('Groups', '1', { a: 1 })).toEqual({
      method: 'PATCH',
      path: '/Groups/1',
      body: { a: 1 },
    });
    expect(buildDelete('Users', '1')).toEqual({ method: 'DELETE', path: '/Users/1' });
  });

  test('an id that a create will assign stands as {id}', () => {
    expect(buildPatchRequest('Users', assignedId, {}).path).toBe('/Users/{id}');
  });
});
