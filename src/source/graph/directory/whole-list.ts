import type { Exchange } from '../../../exchanges/exchange.js';
import { exchangesOf, isFine, type JsonObject, listOf, nextLinkOf } from '../answers.js';
import type { GraphClient, GraphReply, GraphRequest } from '../graph-client.js';

/** A whole list, or the reply that refused it. */
export interface WholeList {
  readonly items: readonly JsonObject[];
  readonly refused: GraphReply | undefined;
  readonly exchanges: readonly Exchange[];
}

/** Reads the pages after a first one. The exchanges are those of the further pages. */
export async function readOn(
  client: GraphClient,
  first: GraphReply,
  request: GraphRequest,
  signal: AbortSignal,
): Promise<WholeList> {
  const next = nextLinkOf(first);
  if (!isFine(first)) return { items: [], refused: first, exchanges: [] };
  if (next === undefined) return { items: listOf(first), refused: undefined, exchanges: [] };
  const rest = await readAll(client, { ...request, path: next }, signal);
  return { ...rest, items: [...listOf(first), ...rest.items] };
}

/** Reads every page of a list. */
export async function readAll(
  client: GraphClient,
  request: GraphRequest,
  signal: AbortSignal,
): Promise<WholeList> {
  const pages: GraphReply[] = [];
  for await (const page of client.pages(request, signal)) pages.push(page);
  return {
    items: pages.flatMap(listOf),
    refused: pages.find((page) => !isFine(page)),
    exchanges: exchangesOf(pages),
  };
}
