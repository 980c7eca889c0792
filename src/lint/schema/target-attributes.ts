import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { findNearest } from '../../diagnostics/nearest.js';
import type { AttributeFlow } from '../../job/index.js';
import { type AttributeDefinition, findAttribute } from '../../schema/index.js';
import { parseAttributePath } from '../../scim/index.js';
import { isNeverGiven } from '../../steps/import-user/index.js';
import type { LintedMapping } from './linted-mapping.js';

/** The target side of the rows: what is required and missing, what is not defined, what can never be sent. */
export function lintTargetAttributes(linted: LintedMapping): readonly Diagnostic[] {
  return [
    ...findRequired(linted),
    ...findUndefined(linted),
    ...linted.job.flows.flatMap((flow) => [...checkFlows(flow, linted), ...checkList(flow, linted)]),
  ];
}

/** Source: `required` of attributeDefinition in Microsoft Graph: the object cannot be created without a value. */
function findRequired({ targetObject, mapping, schema }: LintedMapping): readonly Diagnostic[] {
  const mapped = new Set(
    mapping.attributeMappings.map(({ targetAttributeName }) => wholeOf(targetAttributeName)),
  );
  return (targetObject?.attributes ?? [])
    .filter((attribute) => isAskedFor(attribute) && !mapped.has(wholeOf(attribute.name)))
    .map(({ name }) =>
      diagnose('lint/required-not-mapped', { target: name }, [schema.locate(mapping.pointer)]),
    );
}

const isAskedFor = ({ required, anchor, mutability, defaultValue }: AttributeDefinition): boolean =>
  required && !anchor && mutability !== 'ReadOnly' && (defaultValue ?? '') === '';

/** A row to a part of a complex attribute fills the attribute. */
function wholeOf(name: string): string {
  const path = parseAttributePath(name);
  return (path === undefined ? name : `${path.schema ?? ''}:${path.attribute}`).toLowerCase();
}

/** A definition that lacks most of what is mapped is an excerpt, and proves nothing. */
function findUndefined({ targetObject, job }: LintedMapping): readonly Diagnostic[] {
  if (targetObject === undefined) return [];
  const names = targetObject.attributes.map(({ name }) => name);
  const undefinedFlows = job.flows.filter(({ target }) => findAttribute(targetObject, target) === undefined);
  if (undefinedFlows.length * 2 > job.flows.length) return [];
  return undefinedFlows.map(({ target, pointer }) => {
    const args = { target, object: targetObject.name, nearest: findNearest(target, names) ?? null };
    return diagnose('lint/target-not-defined', args, [job.locate(`${pointer}/targetAttributeName`)]);
  });
}

function checkFlows(flow: AttributeFlow, { job }: LintedMapping): readonly Diagnostic[] {
  const because = whyNever(flow, job.flowTypes);
  if (because === undefined) return [];
  return [diagnose('lint/never-flows', { target: flow.target, because }, [job.locate(flow.pointer)])];
}

function whyNever(
  { mutability, kind, flowType, defaultValue, expression, matchingPriority }: AttributeFlow,
  flowTypes: LintedMapping['job']['flowTypes'],
): string | undefined {
  if (mutability === 'ReadOnly') return 'the target defines it as read-only';
  const createOnly = flowType === 'ObjectAddOnly' || mutability === 'Immutable';
  if (createOnly && !flowTypes.add) return 'it flows on creation only, and Create is switched off';
  // A matching row without source has a finding of its own.
  if (kind === 'None') {
    return defaultValue === null && matchingPriority === 0
      ? 'it has neither a source nor a default value'
      : undefined;
  }
  const [only, ...others] = expression?.attributes ?? [];
  if (kind !== 'Direct' || only === undefined || others.length > 0 || defaultValue !== null) return undefined;
  return isNeverGiven(only) ? `Microsoft Graph never gives ${only}` : undefined;
}

/** Source: "Provisioning logs" error codes, SchemaPropertyCanOnlyAcceptValue. */
function checkList(
  flow: AttributeFlow,
  { sourceObject, targetObject, job }: LintedMapping,
): readonly Diagnostic[] {
  const [attribute] = flow.expression?.attributes ?? [];
  if (flow.kind !== 'Direct' || attribute === undefined || flow.matchingPriority > 0) return [];
  const isList = findAttribute(sourceObject, attribute)?.multivalued === true;
  const takesOne = findAttribute(targetObject, flow.target)?.multivalued === false;
  return isList && takesOne
    ? [diagnose('lint/list-to-single-value', { target: flow.target, attribute }, [job.locate(flow.pointer)])]
    : [];
}
