import type { AttributeChange } from '../../../src/report/report.js';

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
