import { diagnose } from '../../../diagnostics/diagnostic.js';
import type { DirectoryUser, Found, UserSelector } from '../../source-directory.js';
import { exchangesOf, isFine, type JsonObject, listOf, objectOf, textOf } from '../answers.js';
import type { GraphClient } from '../graph-client.js';
import { askByAddress, askDeletedById, askDeletedByName } from './requests.js';
import type { Selection } from './selection.js';

/**
 * Looks for a user whom Graph does not have among the deleted ones, and for whoever has the wanted name as an address: that one is
 * not him, but was probably meant.
 *
 * Source: graph-api reference, 4.4 and 4.8; that the id stands before the name of a deleted user is reported, not documented.
 */
export async function findDeleted(
  client: GraphClient,
  selector: Exclude<UserSelector, { by: 'search' }>,
  selection: Selection,
  signal: AbortSignal,
): Promise<Omit<Found, 'hidden'>> {
  const wanted = selector.value.trim();
  const requests =
    selector.by === 'id'
      ? [askDeletedById(wanted, selection)]
      : [askDeletedByName(wanted, selection), askByAddress(wanted)];
  const [bin, addresses] = await client.batch(requests, signal);
  if (bin === undefined) throw new Error('a batch gave no reply');
  const deleted = selector.by === 'id' ? [objectOf(bin) ?? {}] : listOf(bin);
  const users = deleted
    .filter((user) => isHim(user, selector.by, wanted))
    .map((user): DirectoryUser => ({ user, deleted: true }));
  const isRead = isFine(bin) || bin.status === 404 || (selector.by === 'id' && bin.status === 400);
  return {
    users,
    diagnostics: isRead ? [] : [diagnose('source/recycle-bin-unread', { status: bin.status ?? null })],
    exchanges: exchangesOf([bin, ...(addresses === undefined ? [] : [addresses])]),
    probablyMeant: listOf(addresses)
      .map((user) => textOf(user.userPrincipalName))
      .filter((name) => name !== '' && !sameText(name, wanted)),
  };
}

function isHim(user: JsonObject, by: 'id' | 'upn', wanted: string): boolean {
  const id = textOf(user.id);
  const type = user['@odata.type'];
  if (typeof type === 'string' && !type.endsWith('.user')) return false;
  if (by === 'id') return sameText(id, wanted);
  const name = textOf(user.userPrincipalName);
  return sameText(name, wanted) || sameText(name, `${id.replaceAll('-', '')}${wanted}`);
}

const sameText = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
