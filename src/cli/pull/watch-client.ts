import type { Exchange } from '../../exchanges/exchange.js';
import type { GraphClient, GraphReply } from '../../source/graph/index.js';

/** The same client, which tells every exchange as soon as it is over: for --debug. */
export function watchClient(client: GraphClient, tell: (exchange: Exchange) => void): GraphClient {
  const told = (reply: GraphReply): GraphReply => {
    reply.exchanges.forEach(tell);
    return reply;
  };
  return {
    name: client.name,
    send: async (request, signal) => told(await client.send(request, signal)),
    batch: async (requests, signal) => (await client.batch(requests, signal)).map(told),
    async *pages(request, signal) {
      for await (const reply of client.pages(request, signal)) yield told(reply);
    },
  };
}
