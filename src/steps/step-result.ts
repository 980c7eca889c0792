import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/describe.js';
import type { Exchange } from '../exchanges/exchange.js';

/** What a step gives: what later steps build on, how it went, and everything there is to show of it. */
export interface StepResult<Found, Details> {
  /** undefined when there is nothing to build on */
  readonly found: Found | undefined;
  readonly status: 'success' | 'warning' | 'failure' | 'skipped';
  /** one line */
  readonly description: string;
  readonly details: Details;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/** The status that diagnostics give to a step which otherwise went well. */
export function statusOf(diagnostics: readonly Diagnostic[]): 'success' | 'warning' | 'failure' {
  const severities = diagnostics.map(severityOf);
  if (severities.includes('error')) return 'failure';
  return severities.includes('warning') ? 'warning' : 'success';
}
