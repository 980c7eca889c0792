import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Attributes, toText, toValue } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import { whyBarred } from './map-row.js';
import type { Event, Row } from './row.js';

/**
 * What an update leaves as it is because the mapping gives null: a value that the source no longer has, and a default that is
 * for creation alone. Source: "Known issues for provisioning" (nulls), "Customize attribute mappings" (default value if null).
 */
export function noticeNulls(
  rows: readonly Row[],
  event: Event,
  attributes: Attributes,
  locate: Job['locate'],
): Diagnostic[] {
  const empty = event === 'update' ? rows.filter(givesNull) : [];
  const kept = empty.flatMap((row) => {
    const held = toText(toValue(row.current));
    const isHeld = held !== null && held.length > 0 && row.flow.mutability === 'ReadWrite' && !row.redacted;
    return isHeld ? [{ row, held }] : [];
  });
  const waiting = empty.flatMap((row) => {
    const { defaultValue } = row.flow;
    const isEmpty = (toText(toValue(row.current)) ?? '').length === 0;
    return defaultValue !== null && isEmpty ? [{ row, defaultValue }] : [];
  });
  const places = (found: readonly { readonly row: Row }[]) =>
    found.map(({ row }) => locate(row.flow.pointer));
  return [
    ...(kept.length === 0
      ? []
      : [
          diagnose(
            'action/value-not-cleared',
            {
              attributes: kept.map(({ row, held }) => ({
                name: row.flow.target,
                held: JSON.stringify(held),
                sources: (row.flow.expression?.attributes ?? []).filter(
                  (name) => (attributes[name] ?? null) === null,
                ),
              })),
            },
            places(kept),
          ),
        ]),
    ...(waiting.length === 0
      ? []
      : [
          diagnose(
            'action/default-only-on-create',
            {
              attributes: waiting.map(({ row, defaultValue }) => ({ name: row.flow.target, defaultValue })),
            },
            places(waiting),
          ),
        ]),
  ];
}

function givesNull({ flow, wire, fault, trace }: Row): boolean {
  return (
    flow.kind !== 'None' &&
    wire === null &&
    fault === null &&
    trace?.outcome.kind === 'value' &&
    trace.outcome.value === null &&
    whyBarred(flow, 'update') === undefined
  );
}
