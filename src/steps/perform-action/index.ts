export type { ActionContext, ConsentAnswer, Performed } from './action-context.js';

export type { Reference, ResolveReference } from './map-references.js';
export { performAction } from './perform-action.js';
export { redactedText, redactTexts } from './redact.js';
