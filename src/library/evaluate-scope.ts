import { compileRegex, toValue, type Value } from '../expression/index.js';
import { compileJob } from '../job/index.js';
import type { ScopeFilter, Verdict } from '../report/report.js';
import { chooseMapping } from '../schema/index.js';
import { evaluateFilters } from '../steps/determine-scope/index.js';
import { every } from '../steps/determine-scope/logic.js';
import { UnusableInputError } from './errors.js';
import { readSchemaInput, type SchemaInput } from './read-schema-input.js';

export interface EvaluateScopeOptions {
  /** name or id of the rule, when the schema holds several */
  readonly rule?: string;
  /** accepted for the sake of the other functions; no scoping filter looks at the clock */
  readonly now?: Date | string;
}

/** The verdict of the scoping filters alone, assignment and activity left aside. */
export interface ScopeEvaluation {
  readonly inScope: Verdict;
  readonly filters: readonly ScopeFilter[];
}

/**
 * Evaluates the scoping filters of a schema for one user.
 * @param schema an exported synchronizationSchema
 * @param attributes by source name (`department`, `extensionAttribute1`), values as JSON gives them
 * @throws UnusableInputError when the schema cannot be used
 */
export function evaluateScope(
  schema: SchemaInput,
  attributes: Readonly<Record<string, unknown>>,
  options: EvaluateScopeOptions = {},
): ScopeEvaluation {
  const read = readSchemaInput(schema);
  const { rule } = options;
  const chosen = chooseMapping(read, { ...(rule === undefined ? {} : { rule }), sourceObject: 'User' });
  if (chosen.value === undefined) throw new UnusableInputError(chosen.diagnostics);
  const job = compileJob({ schema: read, ...chosen.value, scope: 'all', skipOutOfScopeDeletions: false });
  if (job.value === undefined) throw new UnusableInputError(job.diagnostics);
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(attributes)) values[name] = toValue(value);
  const context = { attributes: values, locate: job.value.locate, compileRegex };
  const scoping = evaluateFilters(job.value.filters, { ...context, kind: 'scoping' });
  const input = evaluateFilters(job.value.inputFilters, { ...context, kind: 'input' });
  return { inScope: every([scoping.result, input.result]), filters: [...scoping.filters, ...input.filters] };
}
