import type { Example } from '../declaration.js';

const source = 'section 6, Replace';

/** One example for each form of Replace. */
export const examples: readonly Example[] = [
  {
    expression: 'Replace([BusinessTitle],"Product Developer", , , "Software Engineer", , )',
    attributes: { BusinessTitle: 'Senior Product Developer' },
    expected: 'Senior Software Engineer',
    source,
  },
  {
    expression: 'Replace([UserID],"<username>", , , , , "<username>@contoso.com")',
    attributes: { UserID: 'jsmith' },
    expected: 'jsmith@contoso.com',
    source,
  },
  {
    expression:
      'Replace([tel], , "\\\\+(?<isdCode>\\\\d* )(?<phoneNumber>\\\\d{10})", , "${phoneNumber}", , )',
    attributes: { tel: '+91 9998887777' },
    expected: '9998887777',
    source,
  },
  {
    expression: String.raw`Replace([line], ,"(?<streetNumber>^\\d*)","streetNumber", "888", , )`,
    attributes: { line: '545 Tremont Street' },
    expected: '888 Tremont Street',
    source,
  },
  {
    expression: String.raw`Replace([tel], , "\\+(?<isd>\\d* )(?<number>\\d{10})", "number" , , [mobile], )`,
    attributes: { mobile: '+91 8887779999' },
    expected: '8887779999',
    source,
  },
];
