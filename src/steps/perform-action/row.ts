import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Trace } from '../../expression/index.js';
import type { AttributeFlow } from '../../job/index.js';
import type { ChangeOperation } from '../../report/report.js';
import type { WireValue } from '../../scim/index.js';

/** What is done to the account. */
export type Event = 'create' | 'update' | 'disable';

/** One attribute mapping on its way: what it gives, what the target has, and what follows from the two. */
export interface Row {
  readonly flow: AttributeFlow;
  /** as it would be sent; null where the mapping gives no value */
  readonly wire: WireValue | null;
  /** what the matched account holds; undefined for nothing */
  readonly current: unknown;
  readonly operation: ChangeOperation;
  /** what is sent: for lists the values that are added */
  readonly sent: WireValue | null;
  readonly reason: string;
  /** true where the value may not be shown */
  readonly redacted: boolean;
  readonly trace: Trace | null;
  /** why the run cannot go on */
  readonly fault: Diagnostic | null;
}
