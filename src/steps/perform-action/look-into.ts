import type { Job } from '../../job/index.js';
import type { ActionContext } from './action-context.js';
import { findConflict, readBack, type SentValue } from './investigate.js';
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
  if (isUnverified(written) && written.id !== null) {
    const { exchange, stored } = await readBack(written.id, target, signal);
    return { ...written, stored, exchanges: [...written.exchanges, exchange] };
  }
  if (match.kind !== 'none' || !hasConflict(written)) return written;
  const found = await findConflict(listUniqueValues(rows, job), target, signal);
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

/** userName and externalId ("Tutorial: develop a SCIM endpoint": what users are queried by), and every matching attribute. */
function listUniqueValues(rows: readonly Row[], { matching }: Job): SentValue[] {
  const names = new Set(['username', 'externalid', ...matching.map(({ target }) => target.toLowerCase())]);
  return rows.flatMap(({ flow, sent, redacted }) =>
    names.has(flow.target.toLowerCase()) && typeof sent?.text === 'string' && !redacted
      ? [{ attribute: flow.target, value: sent.text }]
      : [],
  );
}
