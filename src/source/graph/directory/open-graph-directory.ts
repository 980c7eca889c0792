import type {
  AssignmentsFound,
  DirectoryUser,
  Found,
  GraphUser,
  SourceDirectory,
  UserSelector,
} from '../../source-directory.js';
import { exchangesOf, isObject, textOf } from '../answers.js';
import { findDeleted } from './find-deleted.js';
import { findUser } from './find-user.js';
import type { GraphClient, GraphReply } from '../graph-client.js';
import { openGroups } from './open-groups.js';
import { type AssignedApplication, askMembership, readAssignments } from './read-assignments.js';
import { searchUsers } from './search-users.js';
import { planSelection } from './selection.js';

export interface GraphDirectoryOptions {
  /** source attributes that will be read, by the names of the schema */
  readonly needs: readonly string[];
  /** the same for groups; left out where no run about a group reads any */
  readonly groupNeeds?: readonly string[];
  /** undefined where nobody asks about assignments: they are unknown then */
  readonly servicePrincipal: AssignedApplication | undefined;
}

/**
 * Users and groups of a tenant, over Microsoft Graph. A user costs one round trip: his attributes, his assignments and his groups come in one
 * $batch, his manager comes with him. What was read once is not asked for again.
 */
export function openGraphDirectory(
  client: GraphClient,
  { needs, groupNeeds = [], servicePrincipal }: GraphDirectoryOptions,
): SourceDirectory {
  const selection = planSelection(needs);
  const managers = new Map<string, GraphUser>();
  const memberships = new Map<string, readonly GraphReply[]>();
  const along = (key: string): ReturnType<typeof askMembership> =>
    servicePrincipal === undefined ? [] : askMembership(key, servicePrincipal);

  const findOne = async (
    selector: Exclude<UserSelector, { by: 'search' }>,
    signal: AbortSignal,
  ): Promise<Found> => {
    const key = selector.value.trim();
    const manager = selector.by === 'id' ? managers.get(key) : undefined;
    if (manager !== undefined) return found([manager], []);
    const reading = await findUser(client, selector, selection, along(key), signal);
    const { user, exchanges, diagnostics } = reading;
    if (user === undefined) {
      if (!reading.isMissing) return found([], exchanges, diagnostics);
      const deleted = await findDeleted(client, selector, selection, signal);
      return { ...deleted, hidden: none, exchanges: [...exchanges, ...deleted.exchanges] };
    }
    // Graph takes either for the other, and a name that is not his own must not select a user.
    const own = textOf(selector.by === 'id' ? user.id : user.userPrincipalName);
    if (own.toLowerCase() !== key.toLowerCase())
      return { ...found([], exchanges), probablyMeant: [textOf(user.userPrincipalName)] };
    memberships.set(textOf(user.id), reading.along);
    if (isObject(user.manager) && reading.isWhole) managers.set(textOf(user.manager.id), user.manager);
    return found([user], exchanges, diagnostics);
  };

  const find = async (selector: UserSelector, signal: AbortSignal): Promise<Found> => {
    if (selector.by !== 'search') return findOne(selector, signal);
    const hits = await searchUsers(client, selector.value, signal);
    const [first, ...others] = hits.users;
    if (first === undefined || others.length > 0 || needs.length === 0) return hits;
    const whole = await findOne({ by: 'id', value: textOf(first.user.id) }, signal);
    return { ...whole, hidden: hits.hidden, exchanges: [...hits.exchanges, ...whole.exchanges] };
  };

  const assignments = async (user: DirectoryUser, signal: AbortSignal): Promise<AssignmentsFound> => {
    if (servicePrincipal === undefined)
      return { assignments: { known: false }, diagnostics: [], exchanges: [] };
    const id = textOf(user.user.id);
    const stored = memberships.get(id);
    const replies =
      stored ?? (user.deleted ? [] : await client.batch(askMembership(id, servicePrincipal), signal));
    memberships.set(id, replies);
    const read = await readAssignments(client, servicePrincipal, user, replies, signal);
    return stored === undefined ? { ...read, exchanges: [...exchangesOf(replies), ...read.exchanges] } : read;
  };

  const groups = openGroups(client, { needs: groupNeeds, servicePrincipal });
  return { name: client.name, find, assignments, groups };
}

const none = { disabled: 0, deleted: 0 };

const found = (
  users: readonly GraphUser[],
  exchanges: Found['exchanges'],
  diagnostics: Found['diagnostics'] = [],
): Found => ({
  users: users.map((user) => ({ user, deleted: false })),
  hidden: none,
  diagnostics,
  exchanges,
});
