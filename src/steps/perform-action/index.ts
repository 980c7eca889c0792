export type { ActionContext, ConsentAnswer, Performed } from './action-context.js';
export { redactedText } from './describe-rows.js';
export type { Reference, ResolveReference } from './map-references.js';
export { performAction } from './perform-action.js';
