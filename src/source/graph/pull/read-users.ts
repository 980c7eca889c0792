import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import { isFine, type JsonObject, listOf, nextLinkOf, objectOf, textOf } from '../answers.js';
import { askUser } from '../directory/requests.js';
import type { Selection } from '../directory/selection.js';
import type { GraphClient, GraphReply } from '../graph-client.js';
import { askUsers } from './requests.js';

/** How far a list of users was read: enough to go on from there. */
export interface ListPosition {
  /** where the next page is; undefined at the beginning */
  readonly next: string | undefined;
  readonly users: readonly JsonObject[];
  /** properties that Graph refused, which are not asked for any more */
  readonly refused: readonly string[];
}

export const beginning: ListPosition = { next: undefined, users: [], refused: [] };

export interface UsersWanted {
  /** object ids; undefined for everybody */
  readonly ids: ReadonlySet<string> | undefined;
  readonly max: number;
  readonly selection: Selection;
  readonly from: ListPosition;
  /** told after each page, before the next is asked for, and when the list has to be begun anew */
  readonly onPage: (position: ListPosition) => Promise<void>;
}

export interface UsersRead extends Pick<ListPosition, 'users' | 'refused'> {
  /** why they could not be read; what was read is told to `onPage` */
  readonly diagnostics: readonly Diagnostic[];
}

/** Up to so many are asked for by their ids, twenty in a round trip: no more than three requests either way. */
const mostById = 60;

/**
 * Reads users with their managers. Few are asked for by id; for many it costs less to read the list of everybody and to keep them,
 * 999 a request. Where Graph refuses the request for a property that it may not know, it is asked without those.
 */
export async function readUsers(
  client: GraphClient,
  wanted: UsersWanted,
  signal: AbortSignal,
): Promise<UsersRead> {
  const { ids, max } = wanted;
  const few = ids === undefined ? undefined : [...ids].slice(0, max);
  if (few !== undefined && (ids?.size ?? 0) <= mostById)
    return readByIds(client, few, wanted.selection, signal);
  return readList(client, wanted, signal);
}

async function readByIds(
  client: GraphClient,
  ids: readonly string[],
  selection: Selection,
  signal: AbortSignal,
): Promise<UsersRead> {
  const replies = await client.batch(
    ids.map((id) => askUser(id, selection)),
    signal,
  );
  const bad = replies.find((reply) => !isFine(reply) && reply.status !== 404);
  if (bad !== undefined && mayBeProperty(bad) && selection.doubtful.length > 0) {
    const again = await readByIds(client, ids, { ...selection, doubtful: [] }, signal);
    return { ...again, refused: selection.doubtful };
  }
  if (bad !== undefined) return { users: [], refused: [], diagnostics: bad.diagnostics };
  const users = replies.map(objectOf).filter((user) => user !== undefined);
  return { users, refused: [], diagnostics: [] };
}

async function readList(
  client: GraphClient,
  { ids, max, selection, from, onPage }: UsersWanted,
  signal: AbortSignal,
): Promise<UsersRead> {
  let position = from;
  for (;;) {
    const { next, users, refused } = position;
    const first = askUsers(refused.length > 0 ? { ...selection, doubtful: [] } : selection);
    const reply = await client.send(next === undefined ? first : { ...first, path: next }, signal);
    if (!isFine(reply)) {
      const isFirst = next === undefined;
      if (isFirst && mayBeProperty(reply) && selection.doubtful.length > 0 && refused.length === 0) {
        position = { ...position, refused: selection.doubtful };
        continue;
      }
      // A link to a page does not live for ever.
      if (!isFirst && reply.status === 400 && position === from) {
        position = { ...beginning, refused };
        await onPage(position);
        continue;
      }
      return { users, refused, diagnostics: reply.diagnostics };
    }
    const page = listOf(reply).filter(({ id }) => ids === undefined || ids.has(textOf(id)));
    const all = [...users, ...page].slice(0, max);
    const following = nextLinkOf(reply);
    if (following !== undefined && following === next)
      return {
        users: all,
        refused,
        diagnostics: [diagnose('source/unfit-answer', { what: 'the next page of users' })],
      };
    const isEnough = all.length >= Math.min(max, ids?.size ?? Infinity);
    if (following === undefined || isEnough) return { users: all, refused, diagnostics: [] };
    position = { next: following, users: all, refused };
    await onPage(position);
  }
}

/** Unknown, not permitted, or not to be had in this way (graph-api reference, section 3). */
const mayBeProperty = ({ status }: GraphReply): boolean => status === 400 || status === 403 || status === 501;
