import { exitCodes } from '../exit-codes.js';
import { environmentTopic } from './environment.js';
import { describeExpressions } from './expressions.js';
import { fidelityTopic } from './fidelity.js';
import { formatsTopic } from './formats.js';
import { scopingTopic } from './scoping.js';
import type { TopicName } from './topic-names.js';

/** The texts of the help topics. */
export const topics: Readonly<Record<TopicName, () => string>> = {
  'exit-codes': listExitCodes,
  environment: () => environmentTopic,
  formats: () => formatsTopic,
  expressions: describeExpressions,
  scoping: () => scopingTopic,
  fidelity: () => fidelityTopic,
};

function listExitCodes(): string {
  const rows = exitCodes.map(({ code, when }) => `  ${String(code).padStart(3)}  ${when}`);
  return `Exit codes, the first that applies:\n\n${rows.join('\n')}\n\n--expect never hides 2, 3, 4 or 130; --expect failure turns a failed step into 0.\n`;
}
