import { createRandom, type Environment, type Expression, type Value } from '../../expression/index.js';
import type { LintedMapping } from './linted-mapping.js';

/**
 * Attributes in which different users are often equal. Source: what "Customize user provisioning attribute-mappings" says of
 * matching (only unique attributes make sense) holds for every other one: user principal name, object id, mail, employee id.
 */
const sharedByUsers = new Set(
  `accountEnabled ageGroup appRoleAssignments city companyName consentProvidedForMinor country creationType department
  displayName employeeHireDate employeeLeaveDateTime employeeType facsimileTelephoneNumber givenName IsSoftDeleted jobTitle
  legalAgeGroupClassification manager passwordPolicies physicalDeliveryOfficeName postalCode preferredDataLocation
  preferredLanguage showInAddressList state streetAddress surname telephoneNumber usageLocation userType
  employeeOrgData.costCenter employeeOrgData.division dirSyncEnabled`.split(/\s+/),
);
/** The display name of a group is the default matching attribute and must be unique ("Provision groups"). */
const sharedByGroups = new Set([
  'description',
  'mailEnabled',
  'securityEnabled',
  'dirSyncEnabled',
  'members',
]);

/**
 * Whether an expression gives one value to two users who differ. Found by evaluating it for two made-up users who differ in
 * one character of every unique attribute and in nothing else: what gives both the same text has cut off what is unique.
 */
export function givesTwoUsersOneValue(
  expression: Expression,
  kind: LintedMapping['kind'],
  isList: (name: string) => boolean,
): boolean {
  const shared = kind === 'User' ? sharedByUsers : sharedByGroups;
  const [one, other] = ['1', '2'].map((mark) => {
    const values = expression.attributes.map((name): [string, Value] => [
      name,
      sample(name, mark, shared, isList),
    ]);
    return expression.evaluate(Object.fromEntries(values), environment());
  });
  if (one?.kind !== 'value' || other?.kind !== 'value' || one.value === null) return false;
  return JSON.stringify(toJson(one.value)) === JSON.stringify(toJson(other.value));
}

function sample(
  name: string,
  mark: string,
  shared: ReadonlySet<string>,
  isList: (name: string) => boolean,
): Value {
  if (name === 'accountEnabled') return true;
  if (name === 'IsSoftDeleted') return false;
  const text = shared.has(name) ? 'Maximilian' : `maximiliane.musterfrau-beispiel${mark}@contoso.com`;
  return isList(name) ? [`SMTP:${text}`, `smtp:alias.${text}`] : text;
}

const environment = (): Environment => ({ now: Date.UTC(2024, 0, 1), random: createRandom('lint') });

const toJson = (value: Value): unknown => (typeof value === 'bigint' ? String(value) : value);
