import { describe, expect, test } from '@jest/globals';
import { describe as put } from '../../src/diagnostics/describe.js';
import { diagnose } from '../../src/diagnostics/diagnostic.js';
import { linkCauses, type StepFindings } from '../../src/provision/link-causes/index.js';
import type { AttributeChange, MatchAttempt } from '../../src/report/report.js';

const refusal = {
  target: 'scim.example',
  method: 'POST',
  path: '/Users',
  status: 400,
  detail: null as string | null,
  scimType: null,
  operations: [],
  suspects: [],
  asked: [],
};

const row = (
  target: string,
  source: AttributeChange['source'],
  mapped: string | null = null,
): AttributeChange => ({
  target,
  source,
  expression: null,
  mapped,
  previous: null,
  operation: mapped === null ? 'notSent' : 'add',
  sent: mapped,
  stored: null,
  kept: null,
  reason: '',
  trace: null,
  at: { file: 'schema.json', line: target.length },
});

const rows = [
  row('userName', { userPrincipalName: 'a@x.org' }, 'a@x.org'),
  row('title', { jobTitle: null }),
  row('phoneNumbers[type eq "work"].value', { telephoneNumber: null }),
  row('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', { department: null }),
];
const attempt = (value: string | null, result: MatchAttempt['result']): MatchAttempt => ({
  attribute: 'userName',
  value,
  result,
  ids: [],
});
const link = (more: Partial<StepFindings>) =>
  linkCauses({ attempts: [], rows, reactivates: false, diagnostics: [], ...more });

// Nulls are not provisioned ("Known limitations"); what a server says of a missing value is its own (RFC 7644 section 3.12).
describe('a refused create over an attribute without value', () => {
  test.each<[string, string, readonly string[], readonly (number | undefined)[]]>([
    ['names it by its name', "Attribute 'title' is required.", ['title', 'jobTitle'], [5]],
    ['names it in the plural of the schema', 'phoneNumber must not be empty', ['telephoneNumber'], [34]],
    ['names it without saying that it is missing', 'invalid department', ['department'], [69]],
    ['names what no mapping has', 'nickName is required', ['nickName is not in the mapping'], []],
    [
      'does not say which',
      'A required value is missing.',
      ['jobTitle', 'telephoneNumber', 'not say which'],
      [5, 34, 69],
    ],
  ])('%s', (_rule, detail, words, lines) => {
    const [found] = link({ diagnostics: [diagnose('action/rejected', { ...refusal, detail })] });
    expect(found!.code).toBe('action/value-missing');
    for (const word of words) expect(put(found!).message).toContain(word);
    expect(found!.at.map(({ line }) => line)).toEqual(lines);
  });

  test.each([
    ['is left alone where its words are about something else', { detail: 'The tenant is locked.' }],
    ['is left alone where it is an update', { detail: 'title is required', method: 'PATCH' }],
    [
      'is left alone where what it names was sent',
      { detail: 'userName is required', suspects: [{ op: null, path: 'userName', value: '"a"' }] },
    ],
    ['is left alone without words', { detail: null }],
  ])('%s', (_rule, more) => {
    const diagnostic = diagnose('action/rejected', { ...refusal, ...more });
    expect(link({ diagnostics: [diagnostic] })).toEqual([diagnostic]);
  });
});

describe('a conflict after an empty match', () => {
  const conflict = diagnose('action/conflict', { ...refusal, status: 409, inTheWay: [] });
  const account = {
    id: '7',
    active: 'false',
    query: 'userName eq "a"',
    reasons: ['inactive' as const],
    differs: null,
  };

  test('tells what was asked, and leaves out attributes without value', () => {
    const [found] = link({
      attempts: [attempt(null, 'none'), attempt('a', 'none')],
      diagnostics: [conflict],
    });
    expect(put(found!).message).toContain('nobody by userName eq "a", so');
  });

  test('advises on the account in the way before anything else', () => {
    const inTheWay = diagnose('action/conflict-account-found', { target: 'x', accounts: [account] });
    const [found, second] = link({ diagnostics: [conflict, inTheWay] });
    expect(put(found!).advice[0]?.text).toContain('inactive');
    expect(second).toEqual(inTheWay);
  });
});

test('a 404 names the query that found the account', () => {
  const gone = diagnose('action/account-gone', { ...refusal, method: 'PATCH', status: 404 });
  const [found] = link({ attempts: [attempt('a', 'one')], diagnostics: [gone] });
  expect(put(found!).message).toContain('found that account by userName eq "a"');
});

// "How provisioning works": a disabled account is enabled again when its user comes back.
test.each([
  [true, 'User is deactivated.', 'action/reactivation-refused'],
  [true, 'active must be a boolean', 'action/rejected'],
  [false, 'User is deactivated.', 'action/rejected'],
])('a refused update that reactivates: %s, "%s" is %s', (reactivates, detail, code) => {
  const diagnostic = diagnose('action/rejected', { ...refusal, method: 'PATCH', detail });
  expect(link({ reactivates, diagnostics: [diagnostic] }).map((one) => one.code)).toEqual([code]);
});
