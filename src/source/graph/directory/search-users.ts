import type { DirectoryUser, Found } from '../../source-directory.js';
import { exchangesOf, isFine, listOf, nextLinkOf, textOf } from '../answers.js';
import type { GraphClient } from '../graph-client.js';
import { askByBeginning, askByWords, askDeletedByBeginning } from './requests.js';

/**
 * Searches as the portal does, by first name, last name, display name, user principal name or mail: names that begin with the
 * text, and words that begin so inside the display name. Disabled and deleted users are left out and counted.
 *
 * Source: "On-demand provisioning in Microsoft Entra ID" for the fields; graph-api reference, 4.4, for the requests.
 */
export async function searchUsers(client: GraphClient, text: string, signal: AbortSignal): Promise<Found> {
  const wanted = text.trim();
  const requests = [askByBeginning(wanted), askByWords(wanted), askDeletedByBeginning(wanted)];
  const [beginning, words, deleted] = await client.batch(requests, signal);
  if (beginning === undefined || words === undefined || deleted === undefined)
    throw new Error('a batch gave no reply');
  const byId = new Map([...listOf(beginning), ...listOf(words)].map((user) => [textOf(user.id), user]));
  const all = [...byId.values()].map((user): DirectoryUser => ({ user, deleted: false }));
  const isDisabled = ({ user }: DirectoryUser): boolean => user.accountEnabled === false;
  return {
    users: all.filter((found) => !isDisabled(found)),
    hidden: { disabled: all.filter(isDisabled).length, deleted: listOf(deleted).length },
    // One of the two ways is enough; the other adds to it.
    diagnostics: isFine(beginning) || isFine(words) ? [] : beginning.diagnostics,
    exchanges: exchangesOf([beginning, words, deleted]),
    isPartial: [beginning, words].some((reply) => nextLinkOf(reply) !== undefined),
  };
}
