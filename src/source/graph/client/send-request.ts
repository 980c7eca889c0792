import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import type { GraphNeed, GraphRequest } from '../graph-client.js';
import type { SignIn } from '../sign-in/sign-in.js';
import { deliver, type Letter, type Line, whenAsked } from '../wire/deliver.js';
import type { Roots } from '../wire/roots.js';
import { locate } from './locate.js';
import type { Asked } from './read-answer.js';

/** What every request to Graph is sent with. */
export interface Post {
  readonly line: Line;
  readonly signIn: SignIn;
  readonly roots: Roots;
  readonly cloud: string;
  /** for the client-request-id of each request */
  readonly newGuid: () => string;
}

/** The exchange that decided with what is needed to read it; or why nothing could be sent. Nothing of it is masked. */
export type Sent =
  | { readonly last: Exchange; readonly asked: Asked; readonly exchanges: readonly Exchange[] }
  | {
      readonly last: undefined;
      readonly diagnostics: readonly Diagnostic[];
      readonly exchanges: readonly Exchange[];
    };

/** Whether a request may be repeated after a fault of the service. A throttled one was not carried out, and always may. */
export const isRepeatable = (need: GraphNeed): boolean => need !== 'provisionOnDemand';

/**
 * Sends a request with the token of the run, waits where Graph asks to, and once more with a new token where the first one
 * is refused. Source: Graph reference, sections 2 (after a 401 ask anew), 3 (headers) and 6 (throttling).
 */
export async function sendRequest(
  post: Post,
  graphRequest: GraphRequest,
  signal: AbortSignal,
  repeatable = isRepeatable(graphRequest.need),
): Promise<Sent> {
  const { line, signIn, roots, cloud } = post;
  const place = locate(graphRequest.path, roots);
  if ('elsewhere' in place) {
    const { host } = new URL(roots.graph);
    const diagnostics = [diagnose('graph/link-elsewhere', { host, other: place.elsewhere })];
    return { last: undefined, diagnostics, exchanges: [] };
  }
  const exchanges: Exchange[] = [];
  let obtained = await signIn.token(signal);
  for (let isRenewed = false; ; isRenewed = true) {
    exchanges.push(...obtained.exchanges);
    if (obtained.token === undefined)
      return { last: undefined, diagnostics: obtained.diagnostics, exchanges };
    const { token } = obtained.token;
    const delivery = await deliver(
      line,
      () => writeLetter(post, graphRequest, place, token),
      whenAsked(repeatable),
      signal,
    );
    exchanges.push(...delivery.exchanges);
    const last = delivery.exchanges.at(-1) ?? delivery.exchanges[0];
    const renewal = last.answer?.status === 401 && !isRenewed ? signIn.renew(token, signal) : undefined;
    if (renewal === undefined) {
      const { need } = graphRequest;
      const name = nameRequest(graphRequest, roots);
      const { spent, exhausted } = delivery;
      const asked = { need, name, roots, cloud, token, now: line.clock(), spent };
      return { last, asked: exhausted === undefined ? asked : { ...asked, exhausted }, exchanges };
    }
    obtained = await renewal;
  }
}

/** "GET /v1.0/users/alice@contoso.com": what people know a request by; its query stands in the exchange. */
export function nameRequest({ method, path }: GraphRequest, roots: Roots): string {
  const place = locate(path, roots);
  const [withoutQuery = ''] = ('path' in place ? place.path : path).split('?', 1);
  return `${method} ${withoutQuery}`;
}

function writeLetter(
  { newGuid }: Post,
  { method, headers = {}, body }: GraphRequest,
  { url, path }: { readonly url: string; readonly path: string },
  token: string,
): Letter {
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    request: { method, path, ...(body === undefined ? {} : { body }) },
    url,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(own),
      'client-request-id': newGuid(),
      authorization: `Bearer ${token}`,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
