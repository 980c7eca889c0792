import type { Exchange, TargetRequest } from '../../exchanges/exchange.js';
import { readResource } from '../../scim/index.js';
import type { Target } from '../../target/target.js';

const ours = (request: TargetRequest): TargetRequest => ({ ...request, ours: true });

/**
 * Reads a resource after a write that was answered without it, to see what was kept. `stored` is undefined where the target
 * does not show it.
 * Source: scim-client reference, section 5; the service itself sends no such request.
 */
export async function readBack(
  request: TargetRequest,
  target: Target,
  signal: AbortSignal,
): Promise<{ readonly exchange: Exchange; readonly stored: unknown }> {
  const exchange = await target.send(ours(request), signal);
  const reading = exchange.answer === undefined ? undefined : readResource(exchange.answer);
  return { exchange, stored: reading?.kind === 'resource' ? reading.resource.raw : undefined };
}
