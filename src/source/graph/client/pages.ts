import { diagnose } from '../../../diagnostics/diagnostic.js';
import type { GraphReply, GraphRequest } from '../graph-client.js';
import { membersOf, textOrNull } from '../wire/json-answer.js';
import type { Roots } from '../wire/roots.js';
import { nameRequest } from './send-request.js';

/**
 * Reads a list page by page, following each `@odata.nextLink` as it is with the same headers.
 * Ends with the first reply that is no list. Source: "Paging Microsoft Graph data in your app"; Graph reference, section 3.
 */
export async function* readPages(
  send: (request: GraphRequest, signal: AbortSignal) => Promise<GraphReply>,
  roots: Roots,
  request: GraphRequest,
  signal: AbortSignal,
): AsyncGenerator<GraphReply> {
  const seen = new Set<string>();
  for (let path: string | null = request.path; path !== null;) {
    seen.add(path);
    const reply = await send({ ...request, path }, signal);
    yield reply;
    if (reply.status === undefined || reply.status >= 300) return;
    const { value, '@odata.nextLink': link } = membersOf(reply.body);
    path = Array.isArray(value) ? textOrNull(link) : null;
    if (path !== null && seen.has(path)) {
      const args = { host: new URL(roots.graph).host, request: nameRequest(request, roots) };
      yield { status: undefined, diagnostics: [diagnose('graph/endless-pages', args)], exchanges: [] };
      return;
    }
  }
}
