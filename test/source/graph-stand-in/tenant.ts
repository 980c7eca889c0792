import { type JsonObject, objectsOf, textOf } from './answer.js';

/** A directory fixture, as `provision-user` reads one. */
export interface DirectoryFixture {
  readonly users?: unknown;
  readonly deletedUsers?: unknown;
  readonly groups?: unknown;
  readonly servicePrincipal?: unknown;
}

/** What the stand-in knows: everything by Graph's names. */
export interface StandInTenant {
  readonly users: readonly JsonObject[];
  readonly deletedUsers: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  readonly servicePrincipals: readonly JsonObject[];
  readonly jobs: readonly JsonObject[];
  /** of each job the same */
  readonly schema: unknown;
}

export interface TenantParts {
  readonly directory: DirectoryFixture;
  /** left out: one job that runs as it should */
  readonly jobs?: readonly JsonObject[] | undefined;
  readonly schema?: unknown;
  /** besides that of the directory */
  readonly servicePrincipals?: readonly JsonObject[] | undefined;
}

export const standInJobId = 'scim.11111111222243338444555555555555.aaaaaaaa-0000-4000-8000-000000000011';

/** A job that runs every 40 minutes, and went well (shape: graph-api reference, 4.2). */
export const healthyJob: JsonObject = {
  id: standInJobId,
  templateId: 'scim',
  schedule: { expiration: null, interval: 'PT40M', state: 'Active' },
  status: {
    code: 'Active',
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    lastExecution: {
      activityIdentifier: 'aaaaaaaa-0000-4000-8000-000000000012',
      state: 'Succeeded',
      error: null,
      timeBegan: '2026-11-24T11:00:00Z',
      timeEnded: '2026-11-24T11:01:00Z',
    },
    quarantine: null,
    progress: [],
  },
  synchronizationJobSettings: [],
};

export function openTenant({ directory, jobs, schema, servicePrincipals }: TenantParts): StandInTenant {
  const own = objectsOf([directory.servicePrincipal]);
  return {
    users: objectsOf(directory.users),
    deletedUsers: objectsOf(directory.deletedUsers),
    groups: objectsOf(directory.groups),
    servicePrincipals: [...own, ...(servicePrincipals ?? [])],
    jobs: jobs ?? [healthyJob],
    schema: schema ?? {},
  };
}

export const findUser = ({ users }: StandInTenant, key: string): JsonObject | undefined =>
  users.find((user) => sameText(user.id, key) || sameText(user.userPrincipalName, key));

/** Groups that hold the object directly. */
export const groupsOf = ({ groups }: StandInTenant, id: string): readonly JsonObject[] =>
  groups.filter((group) => objectsOf(group.members).some((member) => member.id === id));

/** Groups that hold the object, directly or through others. */
export function allGroupsOf(tenant: StandInTenant, id: string): readonly JsonObject[] {
  const found = new Set<JsonObject>();
  const climb = (below: string): void => {
    for (const group of groupsOf(tenant, below)) {
      if (found.has(group)) continue;
      found.add(group);
      climb(textOf(group.id));
    }
  };
  climb(id);
  return [...found];
}

/** The user's assignments, with those of groups of which he is an immediate member (graph-api reference, 4.6). */
export function assignmentsOf(tenant: StandInTenant, id: string): readonly JsonObject[] {
  const principals = new Set([id, ...groupsOf(tenant, id).map((group) => group.id)]);
  return tenant.servicePrincipals
    .flatMap((principal) => objectsOf(principal.appRoleAssignedTo))
    .filter(({ principalId }) => principals.has(principalId));
}

const sameText = (value: unknown, wanted: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === wanted.toLowerCase();
