import type { Exchange } from '../exchanges/exchange.js';

/** Exchanges in the order in which they went over the wire: what one of them needed first stands before it. */
export function listExchanges(exchanges: readonly Exchange[]): Exchange[] {
  return exchanges.flatMap(({ before = [], ...exchange }) => [...listExchanges(before), exchange]);
}
