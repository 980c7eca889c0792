import type { Job } from '../../job/index.js';
import { buildMembersRead, buildRead, isMembers } from '../../scim/index.js';
import type { ActionContext } from './action-context.js';
import { findConflict, type SentValue } from './find-conflict.js';
import { readBack } from './read-back.js';
import type { Row } from './row.js';
import { isUnverified, type Written } from './send-plan.js';

/** Adds to what became of the writes what a look at the target tells, where that is allowed and something is open. */
export async function lookInto(
  written: Written,
  rows: readonly Row[],
  { job, match, target, investigate }: ActionContext,
  signal: AbortSignal,
): Promise<Written> {
  if (!investigate || signal.aborted) return written;
  // An answer to a PATCH of members need not list them, and what became of the others is worth a look.
  const hasMembers =
    written.outcome === 'done' && rows.some(({ flow, sent }) => sent !== null && isMembers(flow.path));
  if ((hasMembers || isUnverified(written)) && written.id !== null) {
    const request = hasMembers ? buildMembersRead(written.id) : buildRead(job.collection, written.id);
    const { exchange, stored } = await readBack(request, target, signal);
    return { ...written, stored, exchanges: [...written.exchanges, exchange] };
  }
  if (match.kind !== 'none' || !hasConflict(written)) return written;
  const found = await findConflict(
    listUniqueValues(rows, job),
    displayNameOf(rows),
    target,
    signal,
    job.collection,
  );
  return {
    ...written,
    exchanges: [...written.exchanges, ...found.exchanges],
    diagnostics: [...written.diagnostics, ...found.diagnostics],
  };
}

const hasConflict = ({ outcome, exchanges }: Written): boolean => {
  const last = exchanges.at(-1);
  return outcome === 'refused' && last?.request.method === 'POST' && last.answer?.status === 409;
};

/**
 * userName and externalId ("Tutorial: develop a SCIM endpoint": what users are queried by), every matching attribute, and e-mail
 * addresses, which many targets keep unique.
 */
function listUniqueValues(rows: readonly Row[], { matching }: Job): SentValue[] {
  const asked = new Set(matching.map(({ target }) => target.toLowerCase()));
  return rows.flatMap(({ flow, sent, redacted }) => {
    const name = flow.target.toLowerCase();
    const isUnique =
      asked.has(name) || /^(?:userName|externalId)$/i.test(name) || /^emails\b.*\.value$/i.test(name);
    return isUnique && typeof sent?.text === 'string' && sent.text !== '' && !redacted
      ? [{ attribute: flow.target, path: flow.path, value: sent.text, matching: asked.has(name) }]
      : [];
  });
}

function displayNameOf(rows: readonly Row[]): string | undefined {
  const text = rows.find(({ flow }) => /^displayName$/i.test(flow.target))?.sent?.text;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
