import type { CaseResults, Evaluation } from './evaluation.js';

/** One JSON document, indented by 2. Nothing is left out. */
export function renderEvaluationJson(answer: Evaluation | CaseResults): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}
