import { type Checked, diagnose, type Diagnostic, type Location } from '../diagnostics/diagnostic.js';
import { severityOf } from '../diagnostics/describe.js';
import { compile, type Expression } from '../expression/index.js';
import {
  type AttributeDefinition,
  type AttributeMapping,
  type AttributeType,
  findAttribute,
  type MappingSource,
  type ObjectDefinition,
  type SynchronizationSchema,
} from '../schema/index.js';
import { type AttributePath, isMembers, parseAttributePath, type ValueForm } from '../scim/index.js';
import type { AttributeFlow } from './job.js';

/** Compiles one attribute mapping. Without a value when its target name or its expression cannot be used. */
export function compileFlow(
  row: AttributeMapping,
  objects: {
    readonly sourceObject: ObjectDefinition | undefined;
    readonly targetObject: ObjectDefinition | undefined;
  },
  schema: SynchronizationSchema,
): Checked<AttributeFlow> {
  const target = row.targetAttributeName;
  const path = parseAttributePath(target);
  if (path === undefined) {
    const at = [schema.locate(row.pointer)];
    return { value: undefined, diagnostics: [diagnose('job/target-name-unreadable', { target }, at)] };
  }
  const compiled = row.source === null ? undefined : compileSource(row.source, objects.sourceObject, schema);
  const diagnostics = compiled?.diagnostics ?? [];
  if (diagnostics.some((diagnostic) => severityOf(diagnostic) === 'error'))
    return { value: undefined, diagnostics };
  const expression = compiled?.value ?? null;
  const definition = findAttribute(objects.targetObject, target);
  const flow: AttributeFlow = {
    target,
    path,
    ...describeTarget(path, definition),
    kind: row.source === null ? 'None' : kinds[row.source.type],
    expression,
    defaultValue: row.defaultValue === '' ? null : row.defaultValue,
    flowType: row.flowType,
    flowBehavior: row.flowBehavior,
    matchingPriority: row.matchingPriority,
    form: formOf(expression),
    dependsOnSoftDeleted: expression?.attributes.includes('IsSoftDeleted') ?? false,
    pointer: row.pointer,
  };
  return { value: flow, diagnostics };
}

const kinds = { Attribute: 'Direct', Constant: 'Constant', Function: 'Expression' } as const;

function compileSource(
  source: MappingSource,
  sourceObject: ObjectDefinition | undefined,
  schema: SynchronizationSchema,
): Checked<Expression> {
  const attributes = sourceObject?.attributes.map(({ name }) => name);
  const { value, diagnostics } = compile(source.expression, { attributes, exported: source });
  const locate = (): Location[] => [schema.locate(`${source.pointer}/expression`)];
  return { value, diagnostics: diagnostics.map((diagnostic) => place(diagnostic, locate)) };
}

/** The expression room knows the text alone; where the text stands is known here. */
function place(diagnostic: Diagnostic, locate: () => readonly Location[]): Diagnostic {
  return { ...diagnostic, at: diagnostic.at.length > 0 ? diagnostic.at : locate() };
}

type TargetFacts = Pick<
  AttributeFlow,
  'type' | 'multivalued' | 'caseExact' | 'required' | 'mutability' | 'anchor' | 'definitionDefault'
>;

function describeTarget(path: AttributePath, definition: AttributeDefinition | undefined): TargetFacts {
  if (definition === undefined) {
    return {
      type: typeWithoutDefinition(path),
      multivalued: isMembers(path),
      caseExact: false,
      required: false,
      mutability: 'ReadWrite',
      anchor: path.attribute.toLowerCase() === 'id' && path.schema === null && path.sub === null,
      definitionDefault: null,
    };
  }
  const { caseExact, required, mutability, anchor } = definition;
  // Published definitions are often sparse; RFC 7643 section 4.2 leaves no choice for the members of a group.
  const type = isMembers(path) ? 'Reference' : definition.type;
  const multivalued = definition.multivalued || isMembers(path);
  const definitionDefault = definition.defaultValue === '' ? null : definition.defaultValue;
  return { type, multivalued, caseExact, required, mutability, anchor, definitionDefault };
}

/** RFC 7643 sections 4.1.1, 4.2 and 4.3: the attributes of a default mapping that are not text. */
function typeWithoutDefinition(path: AttributePath): AttributeType {
  const name = path.attribute.toLowerCase();
  if (name === 'active' && path.sub === null) return 'Boolean';
  return (name === 'manager' && path.schema !== null) || isMembers(path) ? 'Reference' : 'String';
}

function formOf(expression: Expression | null): ValueForm {
  if (expression?.functions.includes('AssertiveAppRoleAssignmentsComplex')) return 'assertiveRoles';
  return expression?.functions.includes('AppRoleAssignmentsComplex') ? 'complexRoles' : 'plain';
}
