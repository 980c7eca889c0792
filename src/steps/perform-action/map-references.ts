import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Exchange } from '../../exchanges/exchange.js';
import type { AttributeFlow } from '../../job/index.js';
import { isMembers } from '../../scim/index.js';
import { compareValues } from './compare-values.js';
import { mapRow, type MappingContext } from './map-row.js';
import type { Row } from './row.js';

/** What a referenced user is in the target. */
export type Reference =
  | {
      readonly kind: 'found';
      readonly id: string;
      readonly name: string;
      /** why the user himself is not in scope; empty for one who is */
      readonly outOfScope: readonly string[];
    }
  | { readonly kind: 'unresolved'; readonly name: string; readonly why: string };

/** Looks a referenced user up: source id in, account in the target out, with the requests that it took. */
export type ResolveReference = (
  sourceId: string,
  signal: AbortSignal,
) => Promise<{ readonly reference: Reference; readonly exchanges: readonly Exchange[] }>;

export interface MappedReferences {
  readonly rows: readonly Row[];
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Runs the mappings of references, such as manager: the referenced user must himself be found in the target. One that is not
 * is left out with a warning; a reference that the source no longer has is not cleared.
 *
 * Source: "Plan cloud HR / manager updates" and public Q&A (two phases); what is sent for a removed manager is contradictory
 * in public reports, so nothing is.
 */
export async function mapReferences(
  flows: readonly AttributeFlow[],
  context: MappingContext,
  resolve: ResolveReference,
  signal: AbortSignal,
): Promise<MappedReferences> {
  const rows: Row[] = [];
  const diagnostics: Diagnostic[] = [];
  const exchanges: Exchange[] = [];
  for (const flow of flows.filter(({ type, path }) => type === 'Reference' && !isMembers(path))) {
    const row = mapRow(flow, context);
    const sourceId = row.fault === null && typeof row.wire?.text === 'string' ? row.wire.text : null;
    if (sourceId === null || sourceId === '') {
      rows.push(withoutSource(row));
      continue;
    }
    const resolved = await resolve(sourceId, signal);
    exchanges.push(...resolved.exchanges);
    const { reference } = resolved;
    if (reference.kind === 'unresolved') {
      const at = [context.job.locate(flow.pointer)];
      const args = { target: flow.target, name: reference.name, why: reference.why };
      diagnostics.push(diagnose('action/reference-unresolved', args, at));
      rows.push({ ...row, reason: `${reference.name} ${reference.why}` });
      continue;
    }
    rows.push(compareReference(row, reference.id, reference.name));
  }
  return { rows, diagnostics, exchanges };
}

function withoutSource(row: Row): Row {
  const holdsOne = typeof row.current === 'string' && row.current !== '';
  const settled = row.fault !== null || row.flow.mutability !== 'ReadWrite' || !holdsOne;
  if (settled) return row;
  return {
    ...row,
    reason: 'would perhaps be cleared: what the service sends here is not known, so nothing is',
  };
}

function compareReference(row: Row, id: string, name: string): Row {
  const wire = { json: id, text: id };
  const difference = compareValues(wire, row.current, { ...row.flow, caseExact: true });
  if (difference.kind === 'equal') return { ...row, wire, operation: 'none', reason: `same: ${name}` };
  return { ...row, wire, operation: difference.kind, sent: wire, reason: `${name}, in a request of its own` };
}
