import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { toText, toValue } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { Kept } from '../../report/report.js';
import { isMembers, readAttribute } from '../../scim/index.js';
import { classifyKept } from './classify-kept.js';
import type { Row } from './row.js';

/** What the target made of the value of a row; null where nothing was sent or the answer does not say. Members have rows of their own. */
export function judgeKept(
  { flow, sent, current, redacted }: Row,
  stored: unknown,
  kind: Job['kind'],
): Kept | null {
  if (sent === null || redacted || isMembers(flow.path) || !isWhole(stored, kind)) return null;
  return classifyKept(sent, readAttribute(stored, flow.path), current, flow);
}

/**
 * Compares what the target answered with what was sent. Says nothing where the answer holds no resource, or plainly not the
 * whole of it. Another letter case counts as a difference for attributes that are caseExact alone, and is mentioned otherwise.
 *
 * Source: "Known issues and resolutions with SCIM 2.0 protocol compliance" (values must be returned as they were sent).
 */
export function checkKept(
  rows: readonly Row[],
  stored: unknown,
  target: string,
  { kind, locate }: Pick<Job, 'kind' | 'locate'>,
): Diagnostic[] {
  const altered = rows.flatMap((row) => {
    const change = judgeKept(row, stored, kind);
    return change === null || change === 'same' ? [] : [{ row, change }];
  });
  const isHarmless = ({ row, change }: (typeof altered)[number]): boolean =>
    change === 'letterCase' && !row.flow.caseExact;
  const harmful = altered.filter((one) => !isHarmless(one));
  const places = (found: typeof altered) => found.map(({ row }) => locate(row.flow.pointer));
  const attributes = harmful.map(({ row, change }) => ({
    name: row.flow.target,
    change,
    sent: quote(row.sent?.text ?? null),
    kept: quote(toText(toValue(readAttribute(stored, row.flow.path)))),
  }));
  const harmless = altered.filter(isHarmless);
  return [
    ...(harmless.length === 0
      ? []
      : [
          diagnose(
            'action/letter-case-not-kept',
            { target, names: harmless.map(({ row }) => row.flow.target) },
            places(harmless),
          ),
        ]),
    ...(attributes.length === 0
      ? []
      : [diagnose('action/value-not-kept', { target, attributes }, places(harmful))]),
  ];
}

/** An answer to a PATCH need not hold the whole resource; one without its required name (RFC 7643 sections 4.1 and 4.2) surely does not. */
const isWhole = (stored: unknown, kind: Job['kind']): boolean =>
  typeof stored === 'object' && stored !== null && (kind === 'Group' ? 'displayName' : 'userName') in stored;

function quote(text: string | readonly string[] | null): string {
  if (text === null || text === '') return 'nothing';
  return typeof text === 'string' ? `"${text}"` : `[${text.map((one) => `"${one}"`).join(', ')}]`;
}
