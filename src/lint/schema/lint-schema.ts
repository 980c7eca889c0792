import type { Checked, Diagnostic } from '../../diagnostics/diagnostic.js';
import { withoutEchoes } from '../../diagnostics/echoes.js';
import { compileFlow, compileJob, type Job, type JobInput } from '../../job/index.js';
import { chooseMapping, type SynchronizationSchema } from '../../schema/index.js';
import { lintClauses } from './clauses.js';
import { lintDirectories } from './directories.js';
import { lintFilters } from './filters.js';
import type { LintedMapping } from './linted-mapping.js';
import { lintMatching } from './matching.js';
import { lintOperations } from './operations.js';
import { lintSourceAttributes } from './source-attributes.js';
import { lintTargetAttributes } from './target-attributes.js';

/** What the settings say that decides which mappings are examined, and how. */
export interface LintOptions {
  /** decides whether role functions are in order */
  readonly scope?: 'assigned' | 'all';
  readonly rule?: string | undefined;
  readonly objectMapping?: string | undefined;
  /** properties that users of the source have, so that they count as readable */
  readonly userProperties?: ReadonlySet<string>;
}

export interface SchemaFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** target attributes by which users are matched */
  readonly matching: readonly string[];
}

/** Faults of a schema that show without any user: {@link lintMappings} without what is only passed on. */
export function lintSchema(schema: SynchronizationSchema, options: LintOptions = {}): readonly Diagnostic[] {
  return lintMappings(schema, options).diagnostics;
}

/**
 * Examines the mapping of users and, where it is on, that of groups: whatever compiling says, and the rules of this room. What
 * is switched off is not examined, but for the mapping of users, which the service cannot do without.
 */
export function lintMappings(schema: SynchronizationSchema, options: LintOptions): SchemaFindings {
  const chosen = (['User', 'Group'] as const).map((kind) => choose(schema, kind, options));
  const [users, groups] = chosen;
  const usable = chosen.map(({ value }) => value).filter((value) => value !== undefined);
  const noticed = [
    ...(groups?.value === undefined
      ? (users?.diagnostics ?? [])
      : (users?.diagnostics ?? []).filter(isNotNamedGroup).map(soften)),
    ...(groups?.value === undefined ? [] : groups.diagnostics),
  ];
  const found = [...noticed, ...lintDirectories(schema), ...usable.flatMap(lintMapping)];
  return {
    diagnostics: withoutEchoes(found, found),
    matching: users?.value?.job.matching.map(({ target }) => target) ?? [],
  };
}

/** The setting objectMapping may name the mapping of groups. */
const isNotNamedGroup = ({ code }: Diagnostic): boolean => code !== 'schema/mapping-of-other-object';

/** A schema without a usable mapping of users still serves for groups. */
const soften = (diagnostic: Diagnostic): Diagnostic =>
  diagnostic.code === 'schema/no-usable-mapping' ? { ...diagnostic, severity: 'warning' } : diagnostic;

function choose(
  schema: SynchronizationSchema,
  kind: LintedMapping['kind'],
  { scope = 'assigned', rule, objectMapping, userProperties = new Set() }: LintOptions,
): Checked<LintedMapping> {
  const chosen = chooseMapping(schema, { rule, objectMapping, sourceObject: kind });
  // The setting names one mapping, and that of the other kind of object is then examined as it is.
  const other =
    chosen.value === undefined && objectMapping !== undefined && kind === 'Group'
      ? chooseMapping(schema, { rule, sourceObject: kind })
      : chosen;
  if (other.value === undefined) return { value: undefined, diagnostics: other.diagnostics };
  const compiled = compileWhatCompiles({ schema, ...other.value, scope, skipOutOfScopeDeletions: false });
  const diagnostics = [...other.diagnostics, ...compiled.diagnostics];
  const job = compiled.value;
  return { value: job && { kind, schema, ...other.value, job, userProperties }, diagnostics };
}

function compileWhatCompiles(input: JobInput): Checked<Job> {
  const whole = compileJob(input);
  if (whole.value !== undefined) return whole;
  const { mapping, schema } = input;
  const attributeMappings = mapping.attributeMappings.filter(
    (row) => compileFlow(row, input, schema).value !== undefined,
  );
  const rest = compileJob({ ...input, mapping: { ...mapping, attributeMappings } });
  return { value: rest.value, diagnostics: whole.diagnostics };
}

/** The rules, in the order of the portal's page. */
const lintMapping = (mapping: LintedMapping): readonly Diagnostic[] => [
  ...lintOperations(mapping),
  ...lintClauses(mapping),
  ...lintFilters(mapping),
  ...lintMatching(mapping),
  ...lintSourceAttributes(mapping),
  ...lintTargetAttributes(mapping),
];
