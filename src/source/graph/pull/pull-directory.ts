import { type Checked, diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import { severityOf } from '../../../diagnostics/describe.js';
import { type JsonObject, textOf } from '../answers.js';
import type { Application } from '../application/find-application.js';
import { openGraphDirectory } from '../directory/open-graph-directory.js';
import { askAssignedTo } from '../directory/requests.js';
import { planSelection } from '../directory/selection.js';
import { readAll } from '../directory/whole-list.js';
import type { GraphClient } from '../graph-client.js';
import { assembleDirectory, type PulledDirectory } from './assemble-directory.js';
import { findGroup } from './find-group.js';
import { type GroupWithMembers, readGroups } from './read-groups.js';
import { type ListPosition, readUsers, type UsersRead } from './read-users.js';

/** Whose users are wanted, and how far an earlier attempt came. */
export interface PullRequest {
  readonly application: Application;
  /** source attributes that will be read, by the names of the schema */
  readonly needs: readonly string[];
  /** user principal names */
  readonly upns: readonly string[];
  /** names or ids of groups, whose direct members are wanted */
  readonly groups: readonly string[];
  /** wanted besides these: everybody assigned, or everybody */
  readonly all: 'assigned' | 'all' | undefined;
  /** of the members and of everybody so many at most */
  readonly max: number;
  readonly from: ListPosition;
  readonly onPage: (position: ListPosition) => Promise<void>;
}

/** Reads users and all that decides about them. Named users who are not to be found are errors, beside a value or not. */
export async function pullDirectory(
  client: GraphClient,
  request: PullRequest,
  signal: AbortSignal,
): Promise<Checked<PulledDirectory>> {
  const { application } = request;
  const refuse = (diagnostics: readonly Diagnostic[]): Checked<never> => ({ value: undefined, diagnostics });
  const named = await readNamed(client, request, signal);
  if (named.diagnostics.some(isError)) return refuse(named.diagnostics);
  const assigned = await readAll(client, askAssignedTo(application.id), signal);
  if (assigned.refused !== undefined) return refuse(assigned.refused.diagnostics);
  const ofGroups = assigned.items.filter(({ principalType }) => principalType === 'Group').map(principalOf);
  const groups = await readGroups(client, ofGroups, signal);
  if (groups.diagnostics.length > 0) return refuse(groups.diagnostics);
  const members = await readMembers(client, request.groups, signal);
  if (members.value === undefined) return refuse(members.diagnostics);
  const many = await readMany(
    client,
    request,
    members.value,
    listAssigned(assigned.items, groups.groups),
    signal,
  );
  const noticed = [...named.diagnostics, ...many.diagnostics, ...explainRefused(many.refused)];
  if (noticed.some(isError)) return refuse(noticed);
  const users = [...new Map([...named.users, ...many.users].map((user) => [textOf(user.id), user])).values()];
  const value = assembleDirectory({
    users,
    deletedUsers: named.deletedUsers,
    groups: groups.groups,
    application,
    assignedTo: assigned.items,
  });
  return { value, diagnostics: noticed };
}

async function readNamed(
  client: GraphClient,
  { upns, needs }: PullRequest,
  signal: AbortSignal,
): Promise<Record<'users' | 'deletedUsers', JsonObject[]> & { diagnostics: Diagnostic[] }> {
  const directory = openGraphDirectory(client, { needs, servicePrincipal: undefined });
  const read = {
    users: [] as JsonObject[],
    deletedUsers: [] as JsonObject[],
    diagnostics: [] as Diagnostic[],
  };
  for (const upn of upns) {
    const {
      users,
      diagnostics,
      probablyMeant = [],
    } = await directory.find({ by: 'upn', value: upn }, signal);
    read.diagnostics.push(...diagnostics);
    for (const { user, deleted } of users) (deleted ? read.deletedUsers : read.users).push(user);
    if (users.length === 0 && !diagnostics.some(isError))
      read.diagnostics.push(diagnose('pull/unknown-user', { upn, probablyMeant }));
    if (read.diagnostics.some(isError)) break;
  }
  return read;
}

/** Object ids of the direct members of all the groups; undefined where there are no groups. */
async function readMembers(
  client: GraphClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<Checked<readonly string[]>> {
  const ids: string[] = [];
  for (const name of names) {
    const found = await findGroup(client, name, signal);
    if (found.value === undefined) return { value: undefined, diagnostics: found.diagnostics };
    ids.push(found.value);
  }
  const read = await readGroups(client, ids, signal);
  if (read.diagnostics.length > 0) return { value: undefined, diagnostics: read.diagnostics };
  const wanted = read.groups.filter(({ group }) => ids.includes(textOf(group.id)));
  return { value: wanted.flatMap(({ users }) => users), diagnostics: [] };
}

async function readMany(
  client: GraphClient,
  { all, groups, max, needs, from, onPage }: PullRequest,
  members: readonly string[],
  assigned: readonly string[],
  signal: AbortSignal,
): Promise<UsersRead> {
  if (all === undefined && groups.length === 0) return { users: [], refused: [], diagnostics: [] };
  const ids = all === 'all' ? undefined : new Set([...members, ...(all === 'assigned' ? assigned : [])]);
  return readUsers(client, { ids, max, selection: planSelection(needs), from, onPage }, signal);
}

/** Who is assigned himself, or as an immediate member of an assigned security group. */
function listAssigned(assignedTo: readonly JsonObject[], groups: readonly GroupWithMembers[]): string[] {
  const direct = assignedTo.filter(({ principalType }) => principalType === 'User').map(principalOf);
  const principals = new Set(assignedTo.map(principalOf));
  const assigned = groups.filter(
    ({ group }) => principals.has(textOf(group.id)) && group.securityEnabled !== false,
  );
  return [...direct, ...assigned.flatMap(({ users }) => users)];
}

const principalOf = ({ principalId }: JsonObject): string => textOf(principalId);

const explainRefused = (properties: readonly string[]): Diagnostic[] =>
  properties.length === 0 ? [] : [diagnose('pull/properties-left-out', { properties })];

const isError = (diagnostic: Diagnostic): boolean => severityOf(diagnostic) === 'error';
