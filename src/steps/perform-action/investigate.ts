import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange, TargetRequest } from '../../exchanges/exchange.js';
import { buildLookup, buildRead, memberOf, readList, readResource } from '../../scim/index.js';
import type { Target } from '../../target/target.js';

/** What was asked beyond what the service asks. Every request of it is a GET marked `ours`. */
export interface Investigation {
  readonly exchanges: readonly Exchange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A value that a refused create held. */
export interface SentValue {
  /** as written in the mapping */
  readonly attribute: string;
  readonly value: string;
}

const ours = (request: TargetRequest): TargetRequest => ({ ...request, ours: true });

/**
 * Reads an account after a write that was answered without it, to see what was kept. `stored` is undefined where the target
 * does not show it.
 * Source: scim-client reference, section 5; the service itself sends no such request.
 */
export async function readBack(
  id: string,
  target: Target,
  signal: AbortSignal,
): Promise<{ readonly exchange: Exchange; readonly stored: unknown }> {
  const exchange = await target.send(ours(buildRead('Users', id)), signal);
  const reading = exchange.answer === undefined ? undefined : readResource(exchange.answer);
  return { exchange, stored: reading?.kind === 'resource' ? reading.resource.raw : undefined };
}

/**
 * Looks for the account that stands in the way of a create: asks once more for each value that should be unique. Says nothing
 * where the target gives no usable answer to any question.
 * Source: error code ServiceIncompatibleFiltering (the target knows the user although the filter did not find him).
 */
export async function findConflict(
  values: readonly SentValue[],
  target: Target,
  signal: AbortSignal,
): Promise<Investigation> {
  const exchanges: Exchange[] = [];
  const asked: string[] = [];
  const accounts: { id: string; active: string; query: string }[] = [];
  for (const { attribute, value } of values) {
    if (signal.aborted) break;
    const exchange = await target.send(ours(buildLookup('Users', attribute, value)), signal);
    exchanges.push(exchange);
    const list = exchange.answer === undefined ? undefined : readList(exchange.answer);
    if (list?.kind !== 'list') continue;
    const query = `${attribute} eq ${JSON.stringify(value)}`;
    asked.push(query);
    for (const { id, raw } of list.resources) {
      if (accounts.some((account) => account.id === id)) continue;
      const active = memberOf(raw, 'active');
      accounts.push({ id, active: typeof active === 'boolean' ? String(active) : 'not told', query });
    }
  }
  return { exchanges, diagnostics: asked.length === 0 ? [] : [conclude(target.name, asked, accounts)] };
}

function conclude(
  target: string,
  asked: readonly string[],
  accounts: { id: string; active: string; query: string }[],
): Diagnostic {
  return accounts.length === 0
    ? diagnose('action/conflict-account-hidden', { target, queries: [...asked] })
    : diagnose('action/conflict-account-found', { target, accounts });
}
