import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import type { AppRole, Assignment, AssignmentsFound, DirectoryUser } from '../../source-directory.js';
import { isFine, type JsonObject, textOf } from '../answers.js';
import { findNested } from './find-nested.js';
import type { GraphClient, GraphReply, GraphRequest } from '../graph-client.js';
import { askAllGroups, askAssignedTo, askAssignmentsOfUser, askDirectGroups } from './requests.js';
import { readAll, readOn, type WholeList } from './whole-list.js';

/** The application as the assignments need it. */
export interface AssignedApplication {
  /** object id of the service principal */
  readonly id: string;
  readonly displayName: string;
  readonly appRoles: readonly AppRole[];
}

/** What tells a user's assignments: asked along with the user, the order matters. */
export const askMembership = (key: string, application: AssignedApplication): readonly GraphRequest[] => [
  askAssignmentsOfUser(key, application.id),
  askDirectGroups(key),
  askAllGroups(key),
];

/**
 * The user's assignments to the application, direct ones and those of groups of which he is an immediate member. Where nothing else
 * assigns him, assigned groups that hold him through other groups are named.
 *
 * Source: graph-api reference, 4.6 and section 7: everybody's assignments say the same and need a lesser permission; the assignment
 * of a deleted user stays on record there.
 */
export async function readAssignments(
  client: GraphClient,
  application: AssignedApplication,
  { user, deleted }: DirectoryUser,
  replies: readonly GraphReply[],
  signal: AbortSignal,
): Promise<AssignmentsFound> {
  const id = textOf(user.id);
  const [own, direct, all] = replies;
  if (deleted || own === undefined || direct === undefined)
    return readOfDeleted(client, application, id, signal);
  const groups = await readOn(client, direct, askDirectGroups(id), signal);
  const records = await readRecords(client, application, id, own, groups.items, signal);
  const exchanges = [...groups.exchanges, ...records.exchanges];
  if (records.refused !== undefined) return unknown(records.refused.diagnostics, exchanges);
  const assignments = records.items.map((record) => describe(record, groups.items));
  const byGroup = assignments.filter(({ via }) => via.kind === 'group');
  const blind = groups.refused !== undefined && (byGroup.length > 0 || !isFine(own));
  const noticed = blind ? [diagnose('source/groups-unread', { application: application.displayName })] : [];
  const mayBeNested = assignments.length === 0 && all !== undefined && groups.refused === undefined;
  const every = mayBeNested ? await readOn(client, all, askAllGroups(id), signal) : undefined;
  const nested =
    every === undefined
      ? { nested: [], exchanges: [] }
      : await findNested(
          client,
          application.id,
          { direct: groups.items, all: every.items },
          records.everybody,
          signal,
        );
  return {
    assignments: known(application, assignments, nested.nested),
    diagnostics: noticed,
    exchanges: [...exchanges, ...(every?.exchanges ?? []), ...nested.exchanges],
  };
}

async function readOfDeleted(
  client: GraphClient,
  application: AssignedApplication,
  id: string,
  signal: AbortSignal,
): Promise<AssignmentsFound> {
  const everybody = await readAll(client, askAssignedTo(application.id), signal);
  if (everybody.refused !== undefined) return unknown(everybody.refused.diagnostics, everybody.exchanges);
  const his = everybody.items.filter(({ principalId }) => principalId === id);
  return {
    assignments: known(
      application,
      his.map((record) => describe(record, [])),
      [],
    ),
    diagnostics: [],
    exchanges: everybody.exchanges,
  };
}

type Records = WholeList & { readonly everybody?: readonly JsonObject[] };

/** The user's own list; where reading it is not permitted, his part of everybody's. */
async function readRecords(
  client: GraphClient,
  application: AssignedApplication,
  id: string,
  own: GraphReply,
  groups: readonly JsonObject[],
  signal: AbortSignal,
): Promise<Records> {
  if (own.status !== 403) return readOn(client, own, askAssignmentsOfUser(id, application.id), signal);
  const everybody = await readAll(client, askAssignedTo(application.id), signal);
  const ids = new Set([id, ...groups.map((group) => textOf(group.id))]);
  const items = everybody.items.filter(({ principalId }) => ids.has(textOf(principalId)));
  return { ...everybody, items, everybody: everybody.items };
}

function describe(record: JsonObject, groups: readonly JsonObject[]): Assignment {
  const appRoleId = textOf(record.appRoleId);
  if (record.principalType !== 'Group') return { appRoleId, via: { kind: 'direct' } };
  const id = textOf(record.principalId);
  const group = groups.find((candidate) => candidate.id === id);
  const displayName = textOf(group?.displayName ?? record.principalDisplayName ?? id);
  // Graph lists the assignment of a group at its immediate members alone, so it counts unless the group is seen to be none of security.
  return {
    appRoleId,
    via: { kind: 'group', id, displayName, securityEnabled: group?.securityEnabled !== false },
  };
}

/** Assignments as they were read, each once. */
export const known = (
  { appRoles, displayName }: AssignedApplication,
  assignments: readonly Assignment[],
  nested: Extract<AssignmentsFound['assignments'], { known: true }>['nested'],
): AssignmentsFound['assignments'] => ({
  known: true,
  assignments: [...new Map(assignments.map((one) => [JSON.stringify(one), one])).values()],
  nested,
  appRoles,
  application: displayName,
});

/** Assignments that could not be read, and why. */
export const unknown = (
  diagnostics: readonly Diagnostic[],
  exchanges: readonly Exchange[],
): AssignmentsFound => ({
  assignments: { known: false },
  diagnostics,
  exchanges,
});
