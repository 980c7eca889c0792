import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { GraphUser, UserSelector } from '../../source-directory.js';
import { exchangesOf, isFine, objectOf } from '../answers.js';
import type { GraphClient, GraphReply, GraphRequest } from '../graph-client.js';
import { readDoubtful } from './read-doubtful.js';
import { askUser } from './requests.js';
import type { Selection } from './selection.js';

/** What came of asking for one user. */
export interface UserReading {
  /** undefined where there is none, or none could be read */
  readonly user: GraphUser | undefined;
  /** set where Graph has nobody of that key */
  readonly isMissing: boolean;
  /** whether nothing that was asked for was refused: the manager who came along is then as complete as he is */
  readonly isWhole: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: GraphReply['exchanges'];
  /** replies to what was asked along with it, in the order of asking */
  readonly along: readonly GraphReply[];
}

/**
 * Reads one user by id or user principal name, and in the same round trip what is asked along. Where Graph refuses the request and
 * a property may be the reason, it is asked again without those, and each of them alone.
 */
export async function findUser(
  client: GraphClient,
  selector: Exclude<UserSelector, { by: 'search' }>,
  selection: Selection,
  along: readonly GraphRequest[],
  signal: AbortSignal,
): Promise<UserReading> {
  const key = selector.value.trim();
  const [first, ...rest] = await client.batch([askUser(key, selection), ...along], signal);
  if (first === undefined) throw new Error('a batch gave no reply');
  const exchanges = exchangesOf([first, ...rest]);
  const refused = { user: undefined, isMissing: false, isWhole: false };
  const nobody = { ...refused, diagnostics: first.diagnostics, exchanges, along: rest };
  if (isFine(first)) {
    const user = objectOf(first);
    const diagnostics = user === undefined ? [diagnose('source/unfit-answer', { what: 'a user' })] : [];
    return { ...nobody, user, isWhole: true, diagnostics };
  }
  if (first.status === 404) return { ...nobody, isMissing: true, diagnostics: [] };
  if (!mayBeProperty(first) || selection.doubtful.length === 0) {
    const isMalformed = first.status === 400;
    return isMalformed ? { ...nobody, isMissing: true, diagnostics: [] } : nobody;
  }
  const again = await readDoubtful(client, key, selection, signal);
  return {
    user: again.user,
    isMissing: again.isMissing,
    isWhole: false,
    diagnostics: again.diagnostics,
    exchanges: [...exchanges, ...again.exchanges],
    along: rest,
  };
}

/** Unknown, not permitted, or not to be had in this way (graph-api reference, section 3). */
const mayBeProperty = ({ status }: GraphReply): boolean => status === 400 || status === 403 || status === 501;
