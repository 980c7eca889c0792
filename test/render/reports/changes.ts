import type { AttributeChange, DialectBody } from '../../../src/report/report.js';

/** A row of an attribute mapping that adds a value. */
export function change(
  target: string,
  sent: string,
  from: string,
  rest: { readonly [K in keyof AttributeChange]?: AttributeChange[K] } = {},
): AttributeChange {
  return {
    target,
    source: from === '' ? {} : { [from]: sent },
    expression: null,
    mapped: sent,
    previous: null,
    operation: 'add',
    sent,
    stored: sent,
    kept: rest.stored === null ? null : 'same',
    reason: 'the target has no value',
    trace: null,
    at: { file: 'contoso.schema.json', line: 120, column: 9 },
    ...rest,
  };
}

export const createdAttributes: readonly AttributeChange[] = [
  change('userName', 'alice@contoso.com', 'userPrincipalName', {
    expression: 'ToLower([userPrincipalName], )',
    trace: {
      text: 'ToLower([userPrincipalName], )',
      value: 'alice@contoso.com',
      note: '',
      parts: [{ text: '[userPrincipalName]', value: 'Alice@contoso.com', note: '', parts: [] }],
    },
  }),
  change('active', 'True', 'IsSoftDeleted', { expression: 'Not([IsSoftDeleted])' }),
  change('displayName', 'Alice Ähre', 'displayName'),
  change('name.givenName', 'Alice', 'givenName'),
  change('name.familyName', 'Ähre', 'surname'),
  change('emails[type eq "work"].value', 'alice@contoso.com', 'mail'),
  change('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department', 'Sales', 'department'),
  change('phoneNumbers[type eq "mobile"].value', '', 'mobile', {
    mapped: null,
    sent: null,
    stored: null,
    operation: 'none',
    reason: 'nothing to send: the value is null',
  }),
];

const patchOf = (Operations: readonly object[]): DialectBody['requests'] => [
  {
    method: 'PATCH',
    path: '/Users/2819c223',
    body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations },
  },
];

const phone = { path: 'phoneNumbers[type eq "work"].value', value: '+43 1 5551' };

/** A PATCH of a title and a telephone number in both dialects (scim-client reference, 7.2). */
export const bothDialects: readonly DialectBody[] = [
  {
    dialect: 'default',
    spoken: true,
    requests: patchOf([
      { op: 'Replace', path: 'title', value: 'Lead Engineer' },
      { op: 'Replace', ...phone },
    ]),
    understood: 'yes',
    evidence: 'answered with 200, and every value arrived',
  },
  {
    dialect: 'compliant',
    spoken: false,
    requests: patchOf([
      { op: 'replace', ...phone },
      { op: 'replace', value: { title: 'Lead Engineer' } },
    ]),
    understood: 'unknown',
    evidence: 'not sent in this run',
  },
];
