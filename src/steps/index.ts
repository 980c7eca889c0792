/** The five steps of on-demand provisioning, in the order of the service's page. */
export { testConnection } from './test-connection/index.js';
export {
  type ChosenMember,
  type GroupSelector,
  importGroup,
  importUser,
  type ImportedUser,
} from './import-user/index.js';
export { determineScope, type ScopeOptions, type ScopeVerdict } from './determine-scope/index.js';
export { type Match, matchUser } from './match-user/index.js';
export {
  type ActionContext,
  type ConsentAnswer,
  performAction,
  type Performed,
  type Reference,
  redactedText,
  redactTexts,
  type ResolveReference,
  showTrace,
} from './perform-action/index.js';
export { type StepResult, statusOf } from './step-result.js';
