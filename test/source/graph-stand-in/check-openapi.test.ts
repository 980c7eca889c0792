import { describe, expect, test } from '@jest/globals';
import { readCall } from './answer.js';
import { hasDescription, openCheck } from './check-openapi.js';

const check = openCheck();
const checked = hasDescription ? test : test.skip;
const job = '/servicePrincipals/1/synchronization/jobs/scim.1.2';

// Expected: Microsoft's description of Graph and the notes on it, graph-api reference, section 8.
describe('a request is checked against the description of Graph', () => {
  checked.each([
    ['GET', '/users/1?$select=id,extension_0123456789abcdef0123456789abcdef_x&$expand=manager', undefined],
    ['GET', '/users(%27$a@b.c%27)?$select=id', undefined],
    ['GET', "/servicePrincipals(appId='1')/synchronization/jobs", undefined],
    ['GET', '/groups/1/members/microsoft.graph.group?$select=id', undefined],
    ['GET', `${job}/schema`, undefined],
    [
      'POST',
      `${job}/provisionOnDemand`,
      { parameters: [{ ruleId: '1', subjects: [{ objectId: '2', objectTypeName: 'User' }] }] },
    ],
  ])('%s %s is right', (method, url, body) => {
    expect(check(readCall(method, url, {}, body))).toEqual([]);
  });

  checked.each([
    ['an unknown path', 'GET', '/applications/1', undefined],
    ['another method', 'POST', '/users', {}],
    ['a query that the path does not take', 'GET', '/users/1?$filter=x', undefined],
    ['a property that there is none of', 'GET', '/users?$select=telephone', undefined],
    ['a body of another shape', 'POST', `${job}/provisionOnDemand`, { parameters: 'x' }],
  ])('%s is wrong', (_name, method, url, body) => {
    expect(check(readCall(method, url, {}, body))).not.toEqual([]);
  });
});
