export type { CaseOutcome, CaseResult, CaseResults, Evaluation } from './evaluation.js';
export { renderCases } from './cases-text.js';
export { renderEvaluationJson } from './json.js';
export { renderEvaluation } from './text.js';
