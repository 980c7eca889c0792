const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

type Row = readonly [target: string, source: string, matchingPriority?: number];

// What starts with a bracket is a direct mapping, everything else an expression.
const userRows: readonly Row[] = [
  ['userName', '[userPrincipalName]', 1],
  ['active', 'Switch([IsSoftDeleted], , "False", "True", "True", "False")'],
  ['displayName', '[displayName]'],
  ['title', '[jobTitle]'],
  ['emails[type eq "work"].value', '[mail]'],
  ['preferredLanguage', '[preferredLanguage]'],
  ['name.givenName', '[givenName]'],
  ['name.familyName', '[surname]'],
  ['name.formatted', 'Join(" ", [givenName], [surname])'],
  ['addresses[type eq "work"].formatted', '[physicalDeliveryOfficeName]'],
  ['addresses[type eq "work"].streetAddress', '[streetAddress]'],
  ['addresses[type eq "work"].locality', '[city]'],
  ['addresses[type eq "work"].region', '[state]'],
  ['addresses[type eq "work"].postalCode', '[postalCode]'],
  ['addresses[type eq "work"].country', '[country]'],
  ['phoneNumbers[type eq "work"].value', '[telephoneNumber]'],
  ['phoneNumbers[type eq "mobile"].value', '[mobile]'],
  ['phoneNumbers[type eq "fax"].value', '[facsimileTelephoneNumber]'],
  ['externalId', '[mailNickname]'],
  [`${enterprise}:employeeNumber`, '[employeeId]'],
  [`${enterprise}:department`, '[department]'],
  [`${enterprise}:manager`, '[manager]'],
];

const groupRows: readonly Row[] = [
  ['displayName', '[displayName]', 1],
  ['externalId', '[objectId]'],
  ['members', '[members]'],
];

/**
 * The attribute mappings of a non-gallery SCIM application as Graph writes them: 22 for users, 3 for groups. No export is
 * public; the table of schema reference 7 puts them together from tutorials of gallery apps built on the generic set. Flow
 * type and behaviour are Graph's defaults (inferred there).
 */
export const defaultRows = { user: userRows.map(writeRow), group: groupRows.map(writeRow) };

function writeRow([targetAttributeName, expression, matchingPriority = 0]: Row): object {
  const source = expression.startsWith('[')
    ? { type: 'Attribute', name: expression.slice(1, -1), expression }
    : { type: 'Function', name: expression.slice(0, expression.indexOf('(')), expression };
  return { targetAttributeName, matchingPriority, source };
}
