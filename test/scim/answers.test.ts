import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describe as describeDiagnostic } from '../../src/diagnostics/describe.js';
import type { Answer } from '../../src/exchanges/exchange.js';
import { diagnoseAnswer, readList, readResource, readScimError } from '../../src/scim/index.js';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';
const page = '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please</body></html>';

const answer = (body: unknown, status = 200, type = 'application/scim+json'): Answer => ({
  status,
  headers: { 'content-type': type },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const list = (...resources: unknown[]): unknown => ({
  schemas: [listSchema],
  totalResults: resources.length,
  Resources: resources,
});
const unfit = (problem: unknown): unknown => ({ kind: 'unfit', problem });
const shape = (
  attribute: string,
  expected: string,
  found: string,
  resourceId: string | null = '1',
): unknown => unfit({ kind: 'wrongShape', resourceId, attribute, expected, found });

// Source: scim-client reference 11 and 14 (ListResponse); errors reference 4.
const lists = [
  { name: 'an empty list', body: list(), reading: { kind: 'list', resources: [], totalResults: 0 } },
  {
    name: 'totalResults 0 without Resources',
    body: { schemas: [listSchema], totalResults: 0 },
    reading: { kind: 'list', resources: [], totalResults: 0 },
  },
  {
    name: 'totalResults 0 with Resources null',
    body: { totalResults: 0, Resources: null },
    reading: { kind: 'list', resources: [], totalResults: 0 },
  },
  {
    name: 'one resource, totalResults missing',
    body: { Resources: [{ id: '1' }] },
    reading: { kind: 'list', resources: [{ id: '1', raw: { id: '1' } }], totalResults: null },
  },
  {
    name: 'totalResults as text, names in another letter case',
    body: { totalresults: '7', resources: [{ Id: '1' }] },
    reading: { kind: 'list', resources: [{ id: '1', raw: { Id: '1' } }], totalResults: 7 },
  },
  {
    name: 'unassigned attributes of the right names',
    body: list({ id: '1', emails: null, name: null, [enterprise]: null, roles: [] }),
    reading: {
      kind: 'list',
      resources: [{ id: '1', raw: { id: '1', emails: null, name: null, [enterprise]: null, roles: [] } }],
      totalResults: 1,
    },
  },
  {
    name: 'results counted but not there',
    body: { totalResults: 2 },
    reading: unfit({ kind: 'missingResources', totalResults: 2 }),
  },
  {
    name: 'neither Resources nor a count',
    body: { schemas: [listSchema] },
    reading: unfit({ kind: 'missingResources', totalResults: null }),
  },
  {
    name: 'Resources that is one object',
    body: { totalResults: 1, Resources: { id: '1' } },
    reading: shape('Resources', 'array', 'object', null),
  },
  {
    name: 'a bare list',
    body: [{ id: '1' }],
    reading: unfit({ kind: 'notListResponse', found: 'array', members: [] }),
  },
  {
    name: 'some other API',
    body: { data: [], paging: {} },
    reading: unfit({ kind: 'notListResponse', found: 'object', members: ['data', 'paging'] }),
  },
  { name: 'no id', body: list({ userName: 'a' }), reading: unfit({ kind: 'missingId' }) },
  { name: 'a dot segment as id', body: list({ id: '..' }), reading: unfit({ kind: 'missingId' }) },
  { name: 'a number as id', body: list({ id: 7 }), reading: shape('id', 'string', 'number', null) },
  { name: 'a text as resource', body: list('1'), reading: shape('Resources[0]', 'object', 'string', null) },
  {
    name: 'emails as object',
    body: list({ id: '1', emails: {} }),
    reading: shape('emails', 'array', 'object'),
  },
  {
    name: 'emails as texts',
    body: list({ id: '1', emails: ['a@b'] }),
    reading: shape('emails[0]', 'object', 'string'),
  },
  {
    name: 'phoneNumbers as text',
    body: list({ id: '1', PhoneNumbers: '1' }),
    reading: shape('phoneNumbers', 'array', 'string'),
  },
  { name: 'name as text', body: list({ id: '1', name: 'a' }), reading: shape('name', 'object', 'string') },
  {
    name: 'active as text',
    body: list({ id: '1', active: 'True' }),
    reading: shape('active', 'boolean', 'string'),
  },
  {
    name: 'manager as text',
    body: list({ id: '1', [enterprise]: { manager: 'm' } }),
    reading: shape(`${enterprise}:manager`, 'object', 'string'),
  },
  {
    name: 'a flattened manager as text',
    body: list({ id: '1', [`${enterprise}:manager`]: 'm' }),
    reading: shape(`${enterprise}:manager`, 'object', 'string'),
  },
];

describe('readList', () => {
  test.each(lists)('$name', ({ body, reading }) => {
    expect(readList(answer(body))).toEqual(reading);
  });

  test.each([
    {
      name: 'a sign-in page',
      given: answer(page, 200, 'text/html; charset=utf-8'),
      problem: { kind: 'html', status: 200, excerpt: 'Sign in' },
    },
    {
      name: 'a page that calls itself JSON',
      given: answer(page),
      problem: { kind: 'html', status: 200, excerpt: 'Sign in' },
    },
    {
      name: 'plain text',
      given: answer('OK', 200, 'text/plain'),
      problem: { kind: 'notJson', status: 200, excerpt: 'OK' },
    },
    { name: 'no body', given: answer(' \n'), problem: { kind: 'empty', status: 200 } },
    {
      name: 'a 404 for no result',
      given: answer({ status: '404', detail: 'nobody' }, 404),
      problem: { kind: 'wrongStatus', status: 404, error: { status: 404, scimType: null, detail: 'nobody' } },
    },
    {
      name: 'a redirect',
      given: answer('', 302),
      problem: { kind: 'wrongStatus', status: 302, error: null },
    },
  ])('$name is unfit', ({ given, problem }) => {
    expect(readList(given)).toEqual({ kind: 'unfit', problem });
  });

  test('reads JSON behind a byte order mark', () => {
    expect(readList(answer(`\uFEFF${JSON.stringify(list())}`)).kind).toBe('list');
  });

  test('classifies any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 100, max: 599 }), (body, status) => {
        expect(['list', 'unfit']).toContain(readList(answer(body, status)).kind);
        expect(['resource', 'none', 'unfit']).toContain(readResource(answer(body, status)).kind);
      }),
    );
  });
});

// Source: scim-client reference 2 (good answers), 11 and 12.
describe('readResource', () => {
  test.each([
    {
      name: 'a resource after a create',
      given: answer({ id: '1' }, 201),
      reading: { kind: 'resource', resource: { id: '1', raw: { id: '1' } } },
    },
    { name: 'no content', given: answer('', 204), reading: { kind: 'none' } },
    { name: 'an empty body', given: answer('', 200), reading: { kind: 'none' } },
    {
      name: 'a list of two',
      given: answer(list({ id: '1' }, { id: '2' })),
      reading: unfit({ kind: 'severalResources', count: 2 }),
    },
    { name: 'a bare list', given: answer([]), reading: unfit({ kind: 'severalResources', count: 0 }) },
    { name: 'a text', given: answer('"ok"'), reading: unfit({ kind: 'notResource', found: 'string' }) },
    { name: 'no id', given: answer({ userName: 'a' }, 201), reading: unfit({ kind: 'missingId' }) },
    {
      name: 'a conflict',
      given: answer({ scimType: 'uniqueness', status: 409, detail: 'taken' }, 409),
      reading: unfit({
        kind: 'wrongStatus',
        status: 409,
        error: { status: 409, scimType: 'uniqueness', detail: 'taken' },
      }),
    },
  ])('$name', ({ given, reading }) => {
    expect(readResource(given)).toEqual(reading);
  });
});

// Source: RFC 7644 section 3.12 and, for other bodies, RFC 9457 and SCIM 1.1 section 3.9.
describe('readScimError', () => {
  test.each([
    {
      name: 'the status as text',
      given: answer({ status: '400', scimType: 'invalidValue', detail: 'd' }, 400),
      error: { status: 400, scimType: 'invalidValue', detail: 'd' },
    },
    {
      name: 'problem+json',
      given: answer({ type: 'about:blank', title: 'Forbidden', status: 403 }, 403),
      error: { status: 403, scimType: null, detail: 'Forbidden' },
    },
    {
      name: 'SCIM 1.1',
      given: answer({ Errors: [{ description: 'old', code: '404' }] }, 404),
      error: { status: 404, scimType: null, detail: 'old' },
    },
    {
      name: 'a nested error',
      given: answer({ error: { code: 'x', message: 'm' } }, 500),
      error: { status: null, scimType: null, detail: 'm' },
    },
    {
      name: 'a page',
      given: answer(page, 502, 'text/html'),
      error: { status: null, scimType: null, detail: 'Sign in' },
    },
    {
      name: 'plain text, at most 200 characters of it',
      given: answer(`a\n${'b'.repeat(300)}`, 500),
      error: { status: null, scimType: null, detail: `a ${'b'.repeat(197)}…` },
    },
    { name: 'an empty body', given: answer('', 500), error: undefined },
    { name: 'a success', given: answer({ detail: 'fine' }), error: undefined },
  ])('$name', ({ given, error }) => {
    expect(readScimError(given)).toEqual(error);
  });
});

// Source: errors reference 2 and 4 for the words of the service.
describe('diagnoseAnswer', () => {
  const get = { method: 'GET', path: '/Users?filter=x' } as const;
  const prefix = 'SystemForCrossDomainIdentityManagement';

  test.each([
    { problem: { kind: 'html', status: 200, excerpt: 'Sign in' }, code: 'answer/html' },
    { problem: { kind: 'notJson', status: 200, excerpt: null }, code: 'answer/not-json' },
    { problem: { kind: 'empty', status: 200 }, code: 'answer/empty' },
    {
      problem: { kind: 'notListResponse', found: 'array', members: [] },
      code: 'answer/not-list-response',
    },
    { problem: { kind: 'missingResources', totalResults: 2 }, code: 'answer/missing-resources' },
    { problem: { kind: 'notResource', found: 'string' }, code: 'answer/not-resource' },
    { problem: { kind: 'missingId' }, code: 'answer/missing-id' },
    {
      problem: {
        kind: 'wrongShape',
        resourceId: '1',
        attribute: 'emails',
        expected: 'array',
        found: 'object',
      },
      code: 'answer/wrong-shape',
    },
  ] as const)('$code is ServiceIncompatible and says what to do', ({ problem, code }) => {
    const described = describeDiagnostic(diagnoseAnswer(problem, get));
    expect(described.code).toBe(code);
    expect(described.service).toEqual([`${prefix}ServiceIncompatible`]);
    expect(described.message).toContain('GET /Users?filter=x');
    expect(described.advice.length).toBeGreaterThan(0);
  });

  test.each([
    { method: 'GET', path: '/Users?filter=x', status: 404, word: `${prefix}ServiceIncompatible` },
    { method: 'GET', path: '/Users?filter=x', status: 400, word: `${prefix}ServiceIncompatible` },
    { method: 'GET', path: '/Users/1', status: 404, word: 'InvalidAnchor' },
    { method: 'PATCH', path: '/Users/1', status: 404, word: 'InvalidAnchor' },
    { method: 'POST', path: '/Users', status: 400, word: `${prefix}ServiceIncompatible` },
    { method: 'POST', path: '/Users', status: 409, word: `${prefix}ServiceIncompatibleFiltering` },
    { method: 'PATCH', path: '/Users/1', status: 409, word: `${prefix}ServiceIncompatibleFiltering` },
    { method: 'PATCH', path: '/Users/1', status: 405, word: 'MethodNotAllowed' },
    { method: 'PATCH', path: '/Users/1', status: 501, word: 'NotImplemented' },
    { method: 'PATCH', path: '/Users/1', status: 415, word: 'UnprocessableEntity' },
    { method: 'GET', path: '/Users?filter=x', status: 429, word: 'TooManyRequests' },
    { method: 'GET', path: '/Users?filter=x', status: 401, word: 'Unauthorized' },
    { method: 'GET', path: '/Users?filter=x', status: 503, word: 'InternalServerError' },
  ] as const)('$method $path with $status is $word', ({ method, path, status, word }) => {
    const problem = { kind: 'wrongStatus', status, error: null } as const;
    expect(describeDiagnostic(diagnoseAnswer(problem, { method, path })).service).toEqual([word]);
  });

  test('several resources for one are MultipleEntriesInResponse', () => {
    const problem = { kind: 'severalResources', count: 2 } as const;
    const described = describeDiagnostic(diagnoseAnswer(problem, { method: 'GET', path: '/Groups/1' }));
    expect(described.service).toEqual([`${prefix}MultipleEntriesInResponse`]);
  });

  test('a noTarget is explained as the element that should have been created', () => {
    const error = { status: 400, scimType: 'noTarget', detail: 'no' };
    const problem = { kind: 'wrongStatus', status: 400, error } as const;
    const [first] = describeDiagnostic(diagnoseAnswer(problem, { method: 'PATCH', path: '/Users/1' })).advice;
    expect(first?.text).toContain('created');
  });
});
