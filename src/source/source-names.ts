import { findNearest } from '../diagnostics/nearest.js';
import type { GraphUser } from './source-directory.js';

/**
 * Where Microsoft Graph keeps an attribute of the source schema that has another name there: the path of properties, or
 * null for what Graph never gives. Source: Azure AD Graph migration table and Microsoft's SCIM validator, as gathered in
 * the reference on the synchronizationSchema, 6.1; names that are not listed are the same on both sides.
 */
const graphPaths: Readonly<Record<string, readonly (string | number)[] | null>> = {
  objectId: ['id'],
  telephoneNumber: ['businessPhones', 0],
  mobile: ['mobilePhone'],
  facsimileTelephoneNumber: ['faxNumber'],
  physicalDeliveryOfficeName: ['officeLocation'],
  dirSyncEnabled: ['onPremisesSyncEnabled'],
  immutableId: ['onPremisesImmutableId'],
  lastDirSyncTime: ['onPremisesLastSyncDateTime'],
  lastDirSyncDateTime: ['onPremisesLastSyncDateTime'],
  refreshTokensValidFromDateTime: ['signInSessionsValidFromDateTime'],
  deletionTimestamp: ['deletedDateTime'],
  deletedTimestamp: ['deletedDateTime'],
  userState: ['externalUserState'],
  userStateChangedOn: ['externalUserStateChangeDateTime'],
  signInNames: ['identities'],
  userIdentities: ['identities'],
  originalUserPrincipalName: ['userPrincipalName'],
  manager: ['manager', 'id'],
  thumbnailPhoto: null,
  'passwordProfile.password': null,
  assignedRoles: null,
  netId: null,
  alternativeSecurityIds: null,
};

/** Names that are the same on both sides: the reference on the synchronizationSchema, 6.2. */
const sameNames = new Set(
  `accountEnabled ageGroup city companyName consentProvidedForMinor country creationType department displayName
  employeeHireDate employeeId employeeLeaveDateTime employeeType givenName jobTitle legalAgeGroupClassification mail
  mailNickname onPremisesDistinguishedName onPremisesDomainName onPremisesSamAccountName onPremisesSecurityIdentifier
  onPremisesUserPrincipalName otherMails passwordPolicies postalCode preferredDataLocation preferredLanguage
  proxyAddresses securityIdentifier showInAddressList state streetAddress surname usageLocation userPrincipalName userType
  employeeOrgData.costCenter employeeOrgData.division`.split(/\s+/),
);

const extensionAttribute = /^extensionAttribute(?:1[0-5]|[1-9])$/;
const extensionAttributes = Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`);
const directoryExtension = /^extension_[0-9a-f]{32}_/i;

/** What Graph holds for a source attribute, and whether its name means anything to Graph. */
export interface SourceReading {
  readonly value: unknown;
  readonly readable: boolean;
  /** a name that differs in letter case alone, or the user's own extension that is nearest: probably what was meant */
  readonly probablyMeant: string | null;
  /** the name is that of a directory extension, or tries to be */
  readonly isExtension: boolean;
  /** false for an extension whose name cannot be one */
  readonly isWellFormed: boolean;
}

/** Reads a source attribute by the name that the schema gives it. Names are case-sensitive. */
export function readSourceAttribute(user: GraphUser, name: string): SourceReading {
  const path = Object.hasOwn(graphPaths, name) ? graphPaths[name] : pathOf(user, name);
  const value = path == null ? undefined : follow(user, path);
  const isExtension = name.toLowerCase().startsWith('extension_');
  const isWellFormed = !isExtension || directoryExtension.test(name);
  const facts = { isExtension, isWellFormed };
  if (value !== undefined || path === null) return { value, readable: true, probablyMeant: null, ...facts };
  const isKnown = sameNames.has(name) || Object.hasOwn(graphPaths, name) || extensionAttribute.test(name);
  const probablyMeant =
    findSpelling(user, name, isKnown) ?? (isExtension ? nearestExtension(user, name) : null);
  const readable = probablyMeant === null && (isKnown || (isExtension && isWellFormed));
  return { value, readable, probablyMeant, ...facts };
}

/** Whether Microsoft Graph never gives the attribute, so that it is empty for everybody. */
export function isNeverGiven(name: string): boolean {
  return Object.hasOwn(graphPaths, name) && graphPaths[name] === null;
}

/** A name that another one differs from in letter case alone, out of those that every user can have. */
export function findSourceName(name: string): string | undefined {
  const names = [...sameNames, ...Object.keys(graphPaths), ...extensionAttributes];
  return names.find((known) => known !== name && known.toLowerCase() === name.toLowerCase());
}

/** The same name in other letters: a property of the user, else a name that is known. */
function findSpelling(user: GraphUser, name: string, isKnown: boolean): string | undefined {
  const isIt = (other: string): boolean => other !== name && other.toLowerCase() === name.toLowerCase();
  return Object.keys(user).find(isIt) ?? (isKnown ? undefined : findSourceName(name));
}

/** The user's extension that a wrong one was probably meant to be: the same name of another application, or a slip. */
function nearestExtension(user: GraphUser, name: string): string | null {
  const own = new Map(
    Object.keys(user)
      .filter((key) => directoryExtension.test(key))
      .map((key) => [shortNameOf(key), key]),
  );
  const wanted = shortNameOf(name);
  const nearest = own.has(wanted) ? wanted : findNearest(wanted, [...own.keys()]);
  const isNumbered =
    nearest !== undefined && nearest !== wanted && withoutDigits(nearest) === withoutDigits(wanted);
  return nearest === undefined || isNumbered ? null : (own.get(nearest) ?? null);
}

/** The name that an application gave to its extension. */
const shortNameOf = (extension: string): string =>
  extension.replace(/^extension_(?:[0-9a-f-]{32,36}_)?/i, '').toLowerCase();

/** `region1` is no slip for `region2`. */
const withoutDigits = (name: string): string => name.replace(/\d+/g, '');
/** Where Microsoft Graph is asked for a source attribute. */
export type GraphPlace =
  /** a property to select; `sure` where Graph is known to have it and to give it to whoever may read users */
  | { readonly kind: 'property'; readonly name: string; readonly sure: boolean }
  /** the navigation property, to be expanded */
  | { readonly kind: 'manager' }
  /** computed here, read elsewhere, never given by Graph, or no name that could be asked for */
  | { readonly kind: 'none' };

/**
 * Finds what to ask Microsoft Graph for, so that `readSourceAttribute` finds the value. A name that differs from a known one in
 * letter case alone asks for the known one: it can then be named as what was meant.
 *
 * Source: reference on the synchronizationSchema, 6.1 and 6.2; graph-api reference, 4.5 for what needs a permission of its own.
 */
export function placeInGraph(name: string): GraphPlace {
  if (name === 'manager') return { kind: 'manager' };
  if (computed.has(name)) return { kind: 'none' };
  if (extensionAttribute.test(name)) return sureProperty('onPremisesExtensionAttributes');
  if (Object.hasOwn(graphPaths, name)) {
    const first = graphPaths[name]?.[0];
    return typeof first === 'string' ? sureProperty(first) : { kind: 'none' };
  }
  if (guarded.has(name)) return { kind: 'property', name, sure: false };
  if (sureNames.has(name)) return sureProperty(name.split('.')[0] ?? name);
  const alike = [...sureNames].find((known) => known.toLowerCase() === name.toLowerCase());
  if (alike !== undefined) return sureProperty(alike.split('.')[0] ?? alike);
  const [first = ''] = name.split('.');
  return /^[A-Za-z]\w*$/.test(first) ? { kind: 'property', name: first, sure: false } : { kind: 'none' };
}

/** Whether it is the name of a directory extension; such names are case-sensitive. */
export const isDirectoryExtension = (name: string): boolean => directoryExtension.test(name);

const computed = new Set(['IsSoftDeleted', 'appRoleAssignments']);
const guarded = new Set(['employeeLeaveDateTime', 'signInActivity', 'customSecurityAttributes']);
const sureNames = new Set([
  ...sameNames,
  ...Object.values(graphPaths).flatMap((path) =>
    typeof path?.[0] === 'string' && path[0] !== 'manager' ? [path[0]] : [],
  ),
  'onPremisesExtensionAttributes',
]);

const sureProperty = (name: string): GraphPlace => ({ kind: 'property', name, sure: true });

function pathOf(user: GraphUser, name: string): readonly string[] {
  if (extensionAttribute.test(name)) return ['onPremisesExtensionAttributes', name];
  return Object.hasOwn(user, name) ? [name] : name.split('.');
}

function follow(user: GraphUser, path: readonly (string | number)[]): unknown {
  let value: unknown = user;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
