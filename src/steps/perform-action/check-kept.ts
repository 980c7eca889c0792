import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { toText, toValue } from '../../expression/index.js';
import { readAttribute } from '../../scim/index.js';
import { compareValues } from './compare-values.js';
import type { Row } from './row.js';

/**
 * Compares what the target answered with what was sent. Says nothing where the answer holds no resource, or plainly not the
 * whole of it.
 *
 * Source: "Known issues and resolutions with SCIM 2.0 protocol compliance" (values must be returned as they were sent).
 */
export function checkKept(rows: readonly Row[], stored: unknown, target: string): Diagnostic[] {
  if (stored === undefined || !isWhole(stored)) return [];
  const attributes = rows.flatMap((row) => {
    if (row.sent === null || row.redacted) return [];
    const kept: unknown = readAttribute(stored, row.flow.path);
    if (compareValues(row.sent, kept, row.flow).kind === 'equal') return [];
    return [{ name: row.flow.target, sent: quote(row.sent.text), kept: quote(toText(toValue(kept))) }];
  });
  return attributes.length === 0 ? [] : [diagnose('action/value-not-kept', { target, attributes })];
}

/** An answer to a PATCH need not hold the whole resource; one without userName surely does not. */
const isWhole = (stored: unknown): boolean =>
  typeof stored === 'object' && stored !== null && 'userName' in stored;

function quote(text: string | readonly string[] | null): string {
  if (text === null) return 'nothing';
  return typeof text === 'string' ? `"${text}"` : `[${text.map((one) => `"${one}"`).join(', ')}]`;
}
