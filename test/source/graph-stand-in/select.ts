import { type JsonObject, isObject } from './answer.js';
import { UnsupportedQuery } from './filter.js';

// Graph reference, "Get a user": what comes without $select.
const userDefault =
  'businessPhones displayName givenName id jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName'.split(
    ' ',
  );

/** Properties that users of Graph have although the fixture may not, as far as the requests of the tool name them. */
const userProperties = new Set([
  ...userDefault,
  ...`accountEnabled ageGroup city companyName country creationType deletedDateTime department employeeHireDate employeeId
  employeeLeaveDateTime employeeOrgData employeeType externalUserState externalUserStateChangeDateTime faxNumber identities
  legalAgeGroupClassification mailNickname manager onPremisesDistinguishedName onPremisesDomainName
  onPremisesExtensionAttributes onPremisesImmutableId onPremisesLastSyncDateTime onPremisesSamAccountName
  onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies postalCode
  preferredDataLocation proxyAddresses securityIdentifier showInAddressList signInSessionsValidFromDateTime state
  streetAddress usageLocation userType`.split(/\s+/),
]);

/**
 * What $select leaves of an object. A name that no object of the kind has is refused, as Graph does; a directory extension without
 * value is left out of the answer, everything else is null.
 */
export function select(object: JsonObject, names: string | undefined, kind: Kind): JsonObject {
  if (names === undefined) {
    return kind.type === 'user' ? pick(object, userDefault) : withoutLists(object);
  }
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !kind.properties.has(name));
  if (unknown !== undefined)
    throw new UnsupportedQuery(
      `Could not find a property named '${unknown}' on type 'microsoft.graph.${kind.type}'.`,
    );
  return pick(object, wanted);
}

export interface Kind {
  readonly type: 'user' | 'group' | 'servicePrincipal';
  readonly properties: ReadonlySet<string>;
}

/** What the objects of a kind can have. */
export function kindOf(type: Kind['type'], objects: readonly JsonObject[]): Kind {
  const own = objects.flatMap((object) => Object.keys(object));
  const more = { user: userProperties, group: groupProperties, servicePrincipal: principalProperties }[type];
  return { type, properties: new Set([...own, ...more]) };
}

const groupProperties =
  `id displayName securityEnabled mailEnabled description mail mailNickname onPremisesSyncEnabled
  onPremisesSamAccountName proxyAddresses`.split(/\s+/);
const principalProperties =
  'id appId displayName appRoles appRoleAssignmentRequired accountEnabled tags'.split(' ');

const pick = (object: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = object[name] ?? null;
      return value === null && name.startsWith('extension_') ? [] : [[name, value]];
    }),
  );

/** Navigation properties do not come by themselves. */
const withoutLists = (object: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(object).filter(([name]) => name !== 'members' && name !== 'appRoleAssignedTo'),
  );

/** The names in `manager($select=id,displayName)`; undefined where the manager is not asked for. */
export function readExpand(expand: string | undefined): { readonly names: string | undefined } | undefined {
  if (expand === undefined) return undefined;
  const found = /^manager(?:\(\$select=([^()]*)\))?$/.exec(expand);
  if (found === null) throw new UnsupportedQuery(`$expand=${expand} is none of ours.`);
  return { names: found[1] };
}

export const managerIdOf = ({ manager }: JsonObject): string | undefined =>
  isObject(manager) && typeof manager.id === 'string' ? manager.id : undefined;
