const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const texts = (...names: readonly string[]): readonly object[] =>
  names.map((name) => ({ name, type: 'String' }));

const addressParts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'];
const addresses = ['work', 'home', 'other'].flatMap((type) =>
  addressParts.map((part) => `addresses[type eq "${type}"].${part}`),
);
const emails = ['work', 'home', 'other'].map((type) => `emails[type eq "${type}"].value`);
const phones = ['work', 'mobile', 'fax', 'home', 'other', 'pager'].map(
  (type) => `phoneNumbers[type eq "${type}"].value`,
);
const roles = ['display', 'type', 'value'].map((part) => `roles[primary eq "True"].${part}`);

// The live flags are not public: nothing but `id` is case-exact, and `userName` is required (decided in schema reference 7).
const id = { name: 'id', type: 'String', anchor: true, caseExact: true, mutability: 'ReadOnly' };

/**
 * The attributes that a non-gallery SCIM application offers as targets, those without a default row too (schema reference 7,
 * by analogy with gallery apps built on the generic set).
 */
export const targetAttributes: { readonly user: readonly object[]; readonly group: readonly object[] } = {
  user: [
    id,
    { name: 'userName', type: 'String', required: true },
    { name: 'active', type: 'Boolean' },
    ...texts('displayName', 'title', 'preferredLanguage', 'nickName', 'userType', 'locale', 'timezone'),
    ...texts('name.givenName', 'name.familyName', 'name.formatted'),
    ...texts('name.honorificPrefix', 'name.honorificSuffix'),
    ...texts(...emails, ...phones, ...addresses, ...roles, 'externalId'),
    ...texts(`${enterprise}:employeeNumber`, `${enterprise}:department`),
    ...texts(`${enterprise}:costCenter`, `${enterprise}:organization`, `${enterprise}:division`),
    { name: `${enterprise}:manager`, type: 'Reference' },
  ],
  group: [
    id,
    ...texts('displayName', 'externalId'),
    { name: 'members', type: 'Reference', multivalued: true },
  ],
};
