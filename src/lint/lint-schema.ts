import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { compileRegex } from '../expression/index.js';
import { compileJob, type Job, type ScopingClause } from '../job/index.js';
import { chooseMapping, type SynchronizationSchema } from '../schema/index.js';
import { evaluateFilters } from '../steps/determine-scope/index.js';

/**
 * Faults of a schema that show without any user: mappings that do not compile, and clauses that no user could be judged by.
 * @param scope decides whether role functions are in order
 */
export function lintSchema(
  schema: SynchronizationSchema,
  scope: 'assigned' | 'all' = 'assigned',
): Diagnostic[] {
  const chosen = chooseMapping(schema, { sourceObject: 'User' });
  if (chosen.value === undefined) return [...chosen.diagnostics];
  const job = compileJob({ schema, ...chosen.value, scope, skipOutOfScopeDeletions: false });
  const found = [...chosen.diagnostics, ...job.diagnostics];
  return job.value === undefined ? found : [...found, ...lintMatching(job.value), ...lintClauses(job.value)];
}

function lintMatching(job: Job): Diagnostic[] {
  return job.matching.length > 0
    ? []
    : [diagnose('import/no-matching-attribute', { target: job.targetDirectory })];
}

/** The same evaluation that judges users, on a value that each clause can take: whatever it reports is the clause's own. */
function lintClauses(job: Job): Diagnostic[] {
  return [...job.filters, ...job.inputFilters].flatMap((filter) =>
    filter.clauses.flatMap((clause) => {
      const attributes = { [clause.attribute]: sampleFor(clause) };
      const context = { attributes, kind: 'scoping', locate: job.locate, compileRegex } as const;
      return evaluateFilters([{ ...filter, clauses: [clause] }], context).diagnostics;
    }),
  );
}

const sampleFor = ({ definition }: ScopingClause): string | boolean =>
  definition?.type === 'Boolean' ? true : '0';
