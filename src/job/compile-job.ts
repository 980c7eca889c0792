import { type Checked, diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { DiagnosticArgs } from '../diagnostics/catalogue.js';
import { severityOf } from '../diagnostics/describe.js';
import type { JobDiagnostics } from '../diagnostics/families/job.js';
import {
  findAttribute,
  type FilterGroup,
  type ObjectDefinition,
  type ObjectMapping,
  type SynchronizationRule,
  type SynchronizationSchema,
} from '../schema/index.js';
import { compileFlow } from './compile-flow.js';
import { listNeeds } from './needs.js';
import type { AttributeFlow, Job, ScopingFilter } from './job.js';

/** What a job is compiled from. */
export interface JobInput {
  readonly schema: SynchronizationSchema;
  readonly rule: SynchronizationRule;
  readonly mapping: ObjectMapping;
  readonly sourceObject: ObjectDefinition | undefined;
  readonly targetObject: ObjectDefinition | undefined;
  readonly scope: 'assigned' | 'all';
  readonly skipOutOfScopeDeletions: boolean;
}

/**
 * Compiles schema and settings into what a run needs. Without a value when an expression does not parse or check, or
 * a target name cannot be read.
 */
export function compileJob(input: JobInput): Checked<Job> {
  const { schema, mapping } = input;
  const diagnostics: Diagnostic[] = [];
  const flows: AttributeFlow[] = [];
  for (const row of mapping.attributeMappings) {
    const compiled = compileFlow(row, input, schema);
    diagnostics.push(...compiled.diagnostics);
    const flow = compiled.value;
    if (flow === undefined) continue;
    diagnostics.push(...checkFlow(flow, flows, input));
    if (!flow.anchor && !isTaken(flow, flows)) flows.push(flow);
  }
  diagnostics.push(...checkScope(mapping, schema));
  if (diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error'))
    return { value: undefined, diagnostics };
  const compileFilters = (groups: readonly FilterGroup[]): ScopingFilter[] =>
    groups.map((group) => compileFilter(group, input.sourceObject));
  const filters = compileFilters(mapping.scope.groups);
  const inputFilters = compileFilters(mapping.scope.inputFilterGroups);
  const matching = flows
    .filter((flow) => flow.matchingPriority > 0)
    .sort((one, other) => one.matchingPriority - other.matchingPriority);
  const kind = mapping.sourceObjectName.toLowerCase() === 'group' ? 'Group' : 'User';
  const job: Job = {
    kind,
    collection: kind === 'Group' ? 'Groups' : 'Users',
    targetDirectory: input.rule.targetDirectoryName,
    scope: input.scope,
    skipOutOfScopeDeletions: input.skipOutOfScopeDeletions,
    flowTypes: mapping.flowTypes,
    flows,
    matching,
    sourceAttributes: input.sourceObject?.attributes.map(({ name }) => name),
    filters,
    inputFilters,
    needs: listNeeds(flows, filters, inputFilters),
    mapsGroups: input.rule.objectMappings.some(
      (other) => other.enabled && other.sourceObjectName === 'Group' && other.attributeMappings.length > 0,
    ),
    locate: (pointer) => schema.locate(pointer),
  };
  return { value: job, diagnostics };
}

function compileFilter(group: FilterGroup, sourceObject: ObjectDefinition | undefined): ScopingFilter {
  return {
    title: group.name,
    pointer: group.pointer,
    clauses: group.clauses.map((clause) => ({
      attribute: clause.sourceOperandName,
      operator: clause.operatorName,
      values: clause.values,
      definition: findAttribute(sourceObject, clause.sourceOperandName),
      pointer: clause.pointer,
    })),
  };
}

const roleFunctions = [
  'SingleAppRoleAssignment',
  'AppRoleAssignmentsComplex',
  'AssertiveAppRoleAssignmentsComplex',
];
const customPattern = /^urn:ietf:params:scim:schemas:(?:core:2\.0|extension:[^:]+:2\.0):(?:User|Group)$/i;

function checkFlow(flow: AttributeFlow, earlier: readonly AttributeFlow[], input: JobInput): Diagnostic[] {
  const { target, flowType } = flow;
  const found: Diagnostic[] = [];
  const note = <C extends keyof JobDiagnostics>(code: C, args: JobDiagnostics[C]): void => {
    found.push(diagnose(code, args as DiagnosticArgs[C], [input.schema.locate(flow.pointer)]));
  };
  if (isTaken(flow, earlier)) note('job/duplicate-target', { target });
  if (flow.anchor) note('job/anchor-mapped', { target });
  if (flowType === 'ValueAddOnly' || flowType === 'AttributeAddOnly') {
    note('job/flow-type-undocumented', { target, flowType });
  }
  const used = flow.expression?.functions ?? [];
  const role = used.find((name) => roleFunctions.includes(name));
  if (role !== undefined && input.scope === 'all') {
    note('job/role-function-with-sync-all', { target, function: role });
  }
  if (flow.matchingPriority > 0 && used.includes('SelectUniqueValue')) {
    note('job/selects-unique-while-matching', { target });
  }
  if (flow.path.attribute.toLowerCase() === 'entitlements') note('job/entitlements-unsupported', { target });
  if (flow.path.legacyDot) note('job/legacy-name', { target });
  else if (flow.path.schema !== null && !customPattern.test(flow.path.schema)) {
    note('job/custom-attribute-name', { target });
  }
  return found;
}

function isTaken(flow: AttributeFlow, earlier: readonly AttributeFlow[]): boolean {
  return earlier.some((other) => other.target.toLowerCase() === flow.target.toLowerCase());
}

function checkScope(mapping: ObjectMapping, schema: SynchronizationSchema): Diagnostic[] {
  const { groups, inputFilterGroups, categoryFilterGroups } = mapping.scope;
  const empty = [...groups, ...inputFilterGroups]
    .filter((group) => group.clauses.length === 0)
    .map((group) => diagnose('job/empty-filter', { title: group.name }, [schema.locate(group.pointer)]));
  const [first] = categoryFilterGroups;
  if (first === undefined) return empty;
  const names = categoryFilterGroups.map((group) => group.name);
  return [
    ...empty,
    diagnose('job/category-filter-ignored', { groups: names }, [schema.locate(first.pointer)]),
  ];
}
