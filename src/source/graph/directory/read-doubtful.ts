import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import { isDirectoryExtension } from '../../source-names.js';
import type { GraphUser } from '../../source-directory.js';
import { exchangesOf, isFine, objectOf } from '../answers.js';
import type { GraphClient, GraphReply } from '../graph-client.js';
import { askUser } from './requests.js';
import type { Selection } from './selection.js';

/**
 * Reads a user without the doubtful properties, and each of these alone, all in one round trip: what Graph gives is taken, what
 * it refuses is named. A name that is neither known nor a directory extension is left to whoever reads the attributes.
 *
 * Source: graph-api reference, 4.5 (an extension that does not exist gets the whole request refused; some answers leave it out).
 */
export async function readDoubtful(
  client: GraphClient,
  key: string,
  selection: Selection,
  signal: AbortSignal,
): Promise<{
  readonly user: GraphUser | undefined;
  readonly isMissing: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: GraphReply['exchanges'];
}> {
  const { doubtful } = selection;
  const plain = askUser(key, { ...selection, doubtful: [] });
  const each = doubtful.map((name) => askUser(key, { sure: ['id'], doubtful: [name], manager: false }));
  const [reply, ...replies] = await client.batch([plain, ...each], signal);
  if (reply === undefined) throw new Error('a batch gave no reply');
  const exchanges = exchangesOf([reply, ...replies]);
  if (!isFine(reply)) {
    const isMissing = reply.status === 404 || reply.status === 400;
    return { user: undefined, isMissing, diagnostics: isMissing ? [] : reply.diagnostics, exchanges };
  }
  const given = replies.map((one, at) => [doubtful[at] ?? '', one] as const);
  const values = given.map(([name, one]) => {
    const value = objectOf(one)?.[name];
    return value === undefined ? {} : { [name]: value };
  });
  return {
    user: Object.assign({}, objectOf(reply), ...values) as GraphUser,
    isMissing: false,
    diagnostics: given.flatMap(([name, one]) => explain(name, one)),
    exchanges,
  };
}

function explain(name: string, reply: GraphReply): Diagnostic[] {
  if (isFine(reply)) return [];
  const { status } = reply;
  if (status === undefined) return [...reply.diagnostics];
  if (status === 403) return [diagnose('source/property-not-permitted', { name })];
  return isDirectoryExtension(name) ? [diagnose('source/extension-unknown', { name, status })] : [];
}
