const texts = (...names: readonly string[]): readonly object[] =>
  names.map((name) => ({ name, type: 'String' }));
const typed = (type: string, ...names: readonly string[]): readonly object[] =>
  names.map((name) => ({ name, type }));

const extensionAttributes = Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`);

/**
 * The attributes of users and groups on the Entra side: every name of schema reference 6.1 and 6.2 that stands for a plain
 * value or a reference. Which of them the live definition lists is not public (assumed: all); types are those of the published
 * Salesforce definition where it has the attribute, else those of the Graph property.
 */
export const sourceAttributes: { readonly user: readonly object[]; readonly group: readonly object[] } = {
  user: [
    { name: 'objectId', type: 'String', anchor: true },
    ...typed('Boolean', 'IsSoftDeleted', 'accountEnabled', 'dirSyncEnabled', 'showInAddressList'),
    ...texts('userPrincipalName', 'originalUserPrincipalName', 'displayName', 'givenName', 'surname', 'mail'),
    ...texts('mailNickname', 'jobTitle', 'department', 'companyName', 'employeeId', 'employeeType'),
    ...texts('employeeOrgData.costCenter', 'employeeOrgData.division', 'physicalDeliveryOfficeName'),
    ...texts('streetAddress', 'city', 'state', 'postalCode', 'country', 'usageLocation', 'preferredLanguage'),
    ...texts('preferredDataLocation', 'telephoneNumber', 'mobile', 'facsimileTelephoneNumber'),
    ...texts('userType', 'userState', 'creationType', 'ageGroup', 'consentProvidedForMinor'),
    ...texts('legalAgeGroupClassification', 'immutableId', 'onPremisesDistinguishedName'),
    ...texts('onPremisesDomainName', 'onPremisesSamAccountName', 'onPremisesSecurityIdentifier'),
    ...texts('onPremisesUserPrincipalName', 'securityIdentifier', 'passwordPolicies'),
    ...texts(...extensionAttributes),
    ...typed('DateTime', 'employeeHireDate', 'employeeLeaveDateTime', 'lastDirSyncTime'),
    ...typed('DateTime', 'refreshTokensValidFromDateTime', 'deletionTimestamp', 'userStateChangedOn'),
    { name: 'passwordProfile.password', type: 'String', mutability: 'WriteOnly' },
    { name: 'otherMails', type: 'String', multivalued: true },
    { name: 'proxyAddresses', type: 'String', multivalued: true },
    { name: 'manager', type: 'Reference' },
    { name: 'appRoleAssignments', type: 'Reference' },
  ],
  group: [
    { name: 'objectId', type: 'String', anchor: true },
    ...texts('displayName', 'description', 'mail', 'mailNickname', 'onPremisesSamAccountName'),
    ...typed('Boolean', 'dirSyncEnabled', 'mailEnabled', 'securityEnabled'),
    { name: 'proxyAddresses', type: 'String', multivalued: true },
    { name: 'members', type: 'Reference', multivalued: true },
  ],
};
