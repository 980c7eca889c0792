/**
 * The engine of provision-user without the terminal.
 *
 * Expressions and scope are pure: the same input gives the same answer. `provision` reads files and sends requests.
 */
export {
  compileExpression,
  DROPPED,
  evaluateExpression,
  type EvaluateOptions,
  ExpressionError,
  type ExpressionResult,
} from './expression/public.js';
export { UnusableInputError } from './library/errors.js';
export { evaluateScope, type EvaluateScopeOptions, type ScopeEvaluation } from './library/evaluate-scope.js';
export { lintSchema } from './library/lint-schema.js';
export { provision, type ProvisionOptions } from './library/provision.js';
export type { SchemaInput } from './library/read-schema-input.js';
export type * from './report/report.js';
export type { DescribedDiagnostic } from './diagnostics/describe.js';
