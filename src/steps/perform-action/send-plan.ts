import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange, TargetRequest } from '../../exchanges/exchange.js';
import { assignedId, buildPatchRequest } from '../../scim/index.js';
import type { Target } from '../../target/target.js';
import type { FindRefusedParts } from './find-refused-parts.js';
import { readWriteAnswer } from './read-write-answer.js';

/** The requests of an action, in order; either may be missing. */
export interface WritePlan {
  readonly request: TargetRequest | null;
  readonly references: TargetRequest | null;
}

/** What became of the writes. */
export interface Written {
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
  /** id of the account, once known */
  readonly id: string | null;
  /** the resource as the last answer gave it; undefined where that held none */
  readonly stored: unknown;
  readonly outcome: 'notSent' | 'done' | 'refused';
}

/** Whether the writes went well and nobody has seen what the target made of them. */
export const isUnverified = ({ outcome, stored }: Written): boolean =>
  outcome === 'done' && stored === undefined;

/** The exchanges that sending would begin, for a dry run. */
export function previewPlan(plan: WritePlan, target: Target): Exchange[] {
  return listRequests(plan).map((request) => target.plan(request));
}

/** Sends the object, then its references to the id that is then known. Stops at the first refusal. */
export async function sendPlan(
  plan: WritePlan,
  id: string | null,
  target: Target,
  findParts: FindRefusedParts,
  signal: AbortSignal,
): Promise<Written> {
  const exchanges: Exchange[] = [];
  const diagnostics: Diagnostic[] = [];
  let known = id;
  let stored: unknown;
  let done: 'created' | 'updated' | undefined;
  for (const planned of listRequests(plan)) {
    const request = known === null ? planned : fillId(planned, known);
    const exchange = await target.send(request, signal);
    exchanges.push(exchange);
    const outcome = readWriteAnswer(exchange, target.name, findParts);
    diagnostics.push(...outcome.diagnostics);
    if (!outcome.done) {
      if (done !== undefined) diagnostics.unshift(diagnosePart(done, known, exchange));
      return { diagnostics, exchanges, id: known, stored, outcome: 'refused' };
    }
    known ??= outcome.resource?.id ?? null;
    stored = outcome.resource?.raw;
    done = request.method === 'POST' ? 'created' : 'updated';
  }
  const outcome = exchanges.length === 0 ? 'notSent' : 'done';
  return { diagnostics, exchanges, id: known, stored, outcome };
}

/** The account was written, and the request for its references was not done. */
function diagnosePart(
  done: 'created' | 'updated',
  id: string | null,
  { request, answer }: Exchange,
): Diagnostic {
  const { Operations = [] } = request.body as { readonly Operations?: readonly { readonly path?: string }[] };
  const missing = Operations.flatMap(({ path }) => (path === undefined ? [] : [path]));
  return diagnose('action/partly-done', { done, id, missing, answered: answer !== undefined });
}

const listRequests = ({ request, references }: WritePlan): TargetRequest[] =>
  [request, references].filter((one) => one !== null);

/** A reference planned for an account that did not exist yet. */
function fillId(request: TargetRequest, id: string): TargetRequest {
  if (!request.path.endsWith(`/${assignedId}`)) return request;
  return buildPatchRequest(request.path.startsWith('/Groups/') ? 'Groups' : 'Users', id, request.body);
}
