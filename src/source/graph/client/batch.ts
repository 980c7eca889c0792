import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import type { GraphReply, GraphRequest } from '../graph-client.js';
import { waitFor } from '../wire/deliver.js';
import { membersOf } from '../wire/json-answer.js';
import { asksAgain, chooseWait, nothingSpent, readSeconds, type Spent } from '../wire/patience.js';
import { type Asked, type ReadAnswer, readAnswer, readExchange } from './read-answer.js';
import { isRepeatable, nameRequest, type Post, sendRequest } from './send-request.js';

/** Most requests of one batch. Source: "Combine multiple HTTP requests using JSON batching". */
export const mostOfBatch = 20;

/** A request on its way, with what was waited for it so far. */
interface Entry {
  readonly index: number;
  readonly request: GraphRequest;
  readonly spent: Spent;
  readonly isRenewed: boolean;
}

/**
 * Sends at most 20 requests as one `$batch`, and those of them that are throttled again, none before its own `Retry-After`.
 * Answers come in any order and are told apart by their id.
 * @returns replies in the order of the requests; nothing of them is masked
 * Source: Graph reference, section 5.
 */
export async function sendBatch(
  post: Post,
  requests: readonly GraphRequest[],
  signal: AbortSignal,
): Promise<readonly GraphReply[]> {
  const replies = new Map<number, GraphReply>();
  let entries: readonly Entry[] = requests.map((request, index) => ({
    index,
    request,
    spent: nothingSpent,
    isRenewed: false,
  }));
  let carried: readonly Exchange[] = [];
  while (entries.length > 0) {
    const round = await sendRound(post, entries, signal);
    carried = [...carried, ...round.exchanges];
    for (const [index, reply] of round.decided) {
      replies.set(index, { ...reply, exchanges: carried });
      carried = [];
    }
    entries = round.again;
  }
  return requests.map((_, index) => {
    const reply = replies.get(index);
    if (reply === undefined) throw new Error(`a batch lost request ${index}`);
    return reply;
  });
}

interface Round {
  readonly decided: readonly (readonly [index: number, reply: GraphReply])[];
  /** to be sent in the next round; their wait is over */
  readonly again: readonly Entry[];
  readonly exchanges: readonly Exchange[];
}

async function sendRound(post: Post, entries: readonly Entry[], signal: AbortSignal): Promise<Round> {
  const needs = entries.map(({ request }) => request.need);
  const need = needs.find((each) => !isRepeatable(each)) ?? needs[0] ?? 'readUser';
  const envelope = { method: 'POST', path: '/$batch', need, body: writeBatch(entries) } as const;
  const sent = await sendRequest(post, envelope, signal);
  const { exchanges } = sent;
  if (sent.last === undefined) {
    const reply = trouble(sent.diagnostics);
    return { decided: entries.map(({ index }) => [index, reply]), again: [], exchanges };
  }
  const outer = readExchange(sent.last, sent.asked);
  if (outer.status === undefined || outer.status >= 300) {
    const { last, asked } = sent;
    const decided = entries.map(
      ({ index, request }) => [index, readExchange(last, { ...asked, need: request.need })] as const,
    );
    return { decided, again: [], exchanges };
  }
  const answers = readBatch(outer.body);
  const judged = await judgeEntries(post, entries, answers, sent.asked, signal);
  return { ...judged, exchanges: [...exchanges, ...judged.exchanges] };
}

/** What becomes of one entry: decided, or to be sent again, after some seconds where it was throttled. */
type Judged =
  | { readonly reply: GraphReply }
  | { readonly again: Entry; readonly wait?: { readonly seconds: number; readonly status: number } };

/** Sorts the entries of an answered batch into those that are decided and those to be sent again, and waits for these. */
async function judgeEntries(
  post: Post,
  entries: readonly Entry[],
  answers: ReadonlyMap<string, ReadAnswer>,
  asked: Asked,
  signal: AbortSignal,
): Promise<Round> {
  const { line, signIn, roots } = post;
  const { host } = new URL(roots.graph);
  const judged = entries.map((entry) => ({
    entry,
    ...judgeEntry(post, entry, answers.get(String(entry.index)), asked),
  }));
  const decided = judged.flatMap((each) =>
    'reply' in each ? [[each.entry.index, each.reply] as const] : [],
  );
  const waiting = judged.flatMap((each) => ('again' in each ? [each] : []));
  const again = waiting.map((each) => each.again);
  const renewal = again.some(({ isRenewed }) => isRenewed) ? signIn.renew(asked.token, signal) : undefined;
  const exchanges = (await renewal)?.exchanges ?? [];
  // The longest wait suits all of them, and costs the fewest round trips.
  const [longest] = waiting
    .flatMap(({ wait, entry }) => (wait === undefined ? [] : [{ ...wait, path: entry.request.path }]))
    .sort((a, b) => b.seconds - a.seconds);
  if (longest === undefined) return { decided, again, exchanges };
  const { seconds, status, path } = longest;
  line.onWait({ url: `${roots.graph}/v1.0${path}`, seconds, status });
  const stopped = await waitFor(line, seconds, host, signal);
  if (stopped === undefined)
    return { decided, again: again.map((entry) => addWait(entry, seconds)), exchanges };
  const { kind, message: reason } = stopped;
  const unanswered = again.map(({ index, request }) => {
    const args = { host, request: nameRequest(request, roots), kind, reason };
    return [index, trouble([diagnose('graph/no-answer', args)])] as const;
  });
  return { decided: [...decided, ...unanswered], again: [], exchanges };
}

function judgeEntry(
  { line, signIn, roots }: Post,
  entry: Entry,
  answer: ReadAnswer | undefined,
  asked: Asked,
): Judged {
  const { request, spent, isRenewed } = entry;
  const name = nameRequest(request, roots);
  if (answer === undefined) {
    const { host } = new URL(roots.graph);
    return { reply: trouble([diagnose('graph/batch-incomplete', { host, request: name })]) };
  }
  const { status } = answer;
  if (status === 401 && !isRenewed && signIn.renewable) return { again: { ...entry, isRenewed: true } };
  const own: Asked = { ...asked, need: request.need, name, spent };
  if (!asksAgain(answer, isRepeatable(request.need))) return { reply: readAnswer(answer, own) };
  const seconds = chooseWait(answer, spent, line);
  if (seconds !== undefined) {
    const again = { ...entry, spent: { ...spent, retries: spent.retries + 1 } };
    return { again, wait: { seconds, status } };
  }
  const exhausted = { wanted: readSeconds(answer, line.clock()) ?? null };
  return { reply: readAnswer(answer, { ...own, exhausted }) };
}

const trouble = (diagnostics: readonly Diagnostic[]): GraphReply => ({
  status: undefined,
  diagnostics,
  exchanges: [],
});

function addWait(entry: Entry, seconds: number): Entry {
  return { ...entry, spent: { ...entry.spent, seconds: entry.spent.seconds + seconds } };
}

function writeBatch(entries: readonly Entry[]): { readonly requests: readonly unknown[] } {
  return {
    requests: entries.map(({ index, request: { method, path, headers = {}, body } }) => {
      const all = body === undefined ? headers : { 'Content-Type': 'application/json', ...headers };
      return {
        id: String(index),
        method,
        url: path,
        ...(Object.keys(all).length === 0 ? {} : { headers: all }),
        ...(body === undefined ? {} : { body }),
      };
    }),
  };
}

function readBatch(body: unknown): ReadonlyMap<string, ReadAnswer> {
  const { responses } = membersOf(body);
  if (!Array.isArray(responses)) return new Map();
  return new Map(
    responses.flatMap((response) => {
      const { id, status, headers, body: own } = membersOf(response);
      return typeof status === 'number'
        ? [[String(id), { status, headers: readHeaders(headers), body: own ?? null }] as const]
        : [];
    }),
  );
}

function readHeaders(headers: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(membersOf(headers)).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
