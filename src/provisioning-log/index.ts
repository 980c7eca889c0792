/** The service's own records, read: pure. */
export { type DecodedReason, decodeReason } from './decode-reason.js';
export type { LogRecord, LogStep, ModifiedProperty } from './log-record.js';
export { readLog } from './read-log.js';
export { type LoggedClause, readScopeResult } from './read-scope-result.js';
