export type { ActionContext, ConsentAnswer, Performed } from './action-context.js';
export type { Reference, ResolveReference } from './map-references.js';
export { performAction } from './perform-action.js';
export { redactedText, redactTexts } from './redact.js';
// What the verification of a target sends and reads with the same rules.
export { checkKept } from './check-kept.js';
export { createPartFinder } from './find-refused-parts.js';
export { mapReferences } from './map-references.js';
export { mapRow, type MappingContext } from './map-row.js';
export { planChange, planCreate } from './plan-action.js';
export { readWriteAnswer } from './read-write-answer.js';
export type { Row } from './row.js';
export { showTrace } from './show-trace.js';
