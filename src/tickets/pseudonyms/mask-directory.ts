import type { ReplaceWords } from './replace-words.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** A directory in the shapes of Microsoft Graph, as a source fixture holds it. */
export interface Directory {
  readonly users: readonly JsonObject[];
  readonly deletedUsers: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  readonly servicePrincipal: JsonObject | undefined;
}

/** Properties that tell of the organisation, not of a person; filters and expressions live on their exact values. */
const organisational = new Set(
  `accountEnabled ageGroup companyName consentProvidedForMinor costCenter country creationType department division
  employeeType externalUserState groupTypes jobTitle passwordPolicies preferredDataLocation preferredLanguage
  principalType resourceProvisioningOptions securityEnabled usageLocation userType visibility`
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
);

/** When the directory did something, which is no one's secret. */
const systemTimes =
  /^(?:created|deleted|renewed|expiration|lastPasswordChange|onPremisesLastSync|refreshTokensValidFrom|signInSessionsValidFrom)\w*DateTime$/i;
const isoDate = /^(\d{4}-\d\d)-(\d\d)(T.*)?$/;
const everyMonthHas = 28;

/**
 * The directory with pseudonyms for every personal value, ids and display names of principals and managers included. Kept are
 * properties of the organisation, booleans, numbers, the application with its roles, and `keepAttributes`. Dates of a person
 * move within their month.
 * @param keepAttributes properties of users by Graph's name, such as those that scoping filters test
 */
export function maskDirectory(
  { users, deletedUsers, groups, servicePrincipal }: Directory,
  replace: ReplaceWords,
  keepAttributes: ReadonlySet<string>,
): Directory {
  const keep = new Set([...organisational, ...[...keepAttributes].map((name) => name.toLowerCase())]);
  const mask = (object: JsonObject): JsonObject => maskObject(object, replace, keep);
  return {
    users: users.map(mask),
    deletedUsers: deletedUsers.map(mask),
    groups: groups.map(mask),
    servicePrincipal: servicePrincipal && maskPrincipals(servicePrincipal, replace),
  };
}

function maskObject(object: JsonObject, replace: ReplaceWords, keep: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      const stays = name.startsWith('@') || keep.has(name.toLowerCase()) || systemTimes.test(name);
      return [name, stays ? value : maskValue(value, replace, keep)];
    }),
  );
}

function maskValue(value: unknown, replace: ReplaceWords, keep: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return maskText(value, replace);
  if (Array.isArray(value)) return value.map((item: unknown) => maskValue(item, replace, keep));
  if (typeof value === 'object' && value !== null) return maskObject(value as JsonObject, replace, keep);
  return value;
}

function maskText(text: string, replace: ReplaceWords): string {
  const date = isoDate.exec(text);
  if (date === null) return replace(text);
  const [, month = '', day = '', time = ''] = date;
  const moved = (Number(replace(day)) % everyMonthHas) + 1;
  return `${month}-${String(moved).padStart(2, '0')}${time}`;
}

/** The application is no person; who is assigned to it is. */
function maskPrincipals(servicePrincipal: JsonObject, replace: ReplaceWords): JsonObject {
  const { appRoleAssignedTo } = servicePrincipal;
  if (!Array.isArray(appRoleAssignedTo)) return servicePrincipal;
  const personal = ['id', 'principalId', 'principalDisplayName'];
  return {
    ...servicePrincipal,
    appRoleAssignedTo: appRoleAssignedTo.map((assignment: unknown) =>
      typeof assignment === 'object' && assignment !== null
        ? Object.fromEntries(
            Object.entries(assignment).map(([name, value]: [string, unknown]) => [
              name,
              personal.includes(name) && typeof value === 'string' ? replace(value) : value,
            ]),
          )
        : assignment,
    ),
  };
}
