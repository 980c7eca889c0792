/** Faults that show without any user and without network. Every rule is a pure function to diagnostics, one file a subject. */
export { lintAccounts } from './fixtures/accounts.js';
export { lintSource } from './fixtures/lint-source.js';
export { inReadingOrder } from './reading-order.js';
export { lintMappings, lintSchema, type LintOptions, type SchemaFindings } from './schema/lint-schema.js';
