import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Job } from '../job/index.js';
import { readAttribute } from '../scim/index.js';
import { checkKept, type Row } from '../steps/perform-action/index.js';

/** What became of the values that a write sent. */
export interface Kept {
  /** returned changed, or not at all */
  readonly altered: readonly Diagnostic[];
  /** names of attributes that have the value still that they had before */
  readonly unchanged: readonly string[];
}

/**
 * Compares an account with what was sent to it. A value that was kept before and has not moved since means that the change
 * was not made; anything else that differs is a value that the target does not keep as it was sent.
 * @param rows what was sent, each with the value that the account had before
 * @param account as it was read afterwards
 */
export function judgeKept(rows: readonly Row[], account: unknown, target: string, job: Job): Kept {
  const sent = rows.filter((row) => row.sent !== null && !row.redacted);
  const isStill = (row: Row): boolean =>
    row.operation === 'replace' &&
    JSON.stringify(readAttribute(account, row.flow.path)) === JSON.stringify(row.current) &&
    checkKept([row], account, target, job).length > 0;
  const unchanged = sent.filter(isStill);
  const others = sent.filter((row) => !unchanged.includes(row));
  return {
    altered: checkKept(others, account, target, job),
    unchanged: unchanged.map(({ flow }) => flow.target),
  };
}

/** The diagnostic of a change that was accepted and not made. */
export function notApplied(target: string, dialect: string, attributes: readonly string[]): Diagnostic {
  return diagnose('verification/not-applied', { target, dialect, attributes: [...attributes] });
}
