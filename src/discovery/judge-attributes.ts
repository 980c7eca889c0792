import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { findNearest } from '../diagnostics/nearest.js';
import type { AttributeFlow, Job } from '../job/index.js';
import { type DeclaredAttribute, type DeclaredSchema, findDeclared } from '../scim/discovery/index.js';

/** What the declared schemas of a target say against each mapping that writes, in the order of the mapping. */
export function judgeAttributes(job: Job, schemas: readonly DeclaredSchema[], host: string): Diagnostic[] {
  const writing = job.flows.filter(({ mutability }) => mutability !== 'ReadOnly');
  return [
    ...judgeSchemas(job, writing, schemas, host),
    ...writing.flatMap((flow) => judgeFlow(job, flow, schemas, host)),
  ];
}

function judgeSchemas(
  job: Job,
  flows: readonly AttributeFlow[],
  schemas: readonly DeclaredSchema[],
  host: string,
): Diagnostic[] {
  const missing = new Map<string, AttributeFlow[]>();
  for (const flow of flows) {
    const declared = findDeclared(schemas, flow.path);
    if (declared.kind !== 'noSchema') continue;
    missing.set(declared.schema, [...(missing.get(declared.schema) ?? []), flow]);
  }
  const known = schemas.map(({ id }) => id);
  return [...missing].map(([schema, ofSchema]) => {
    const attributes = ofSchema.map(({ target }) => target);
    const at = ofSchema.map(({ pointer }) => job.locate(pointer));
    return diagnose(
      'discovery/unknown-schema',
      { host, schema, attributes, nearest: nearestUrn(schema, known) },
      at,
    );
  });
}

/** By what tells URNs apart: all of them have most of their letters in common. */
function nearestUrn(wanted: string, known: readonly string[]): string | undefined {
  const nearest = findNearest(distinctPart(wanted), known.map(distinctPart));
  return nearest === undefined ? undefined : known.find((urn) => distinctPart(urn) === nearest);
}

const distinctPart = (urn: string): string =>
  urn.replace(/^urn:ietf:params:scim:schemas:(extension:|core:)?/i, '').replace(/:\d+\.\d+:\w+$/, '');

function judgeFlow(
  job: Job,
  flow: AttributeFlow,
  schemas: readonly DeclaredSchema[],
  host: string,
): Diagnostic[] {
  const at = [job.locate(flow.pointer)];
  const mapped = { host, attribute: flow.target };
  const declared = findDeclared(schemas, flow.path);
  if (declared.kind === 'noAttribute' || declared.kind === 'noSubAttribute') {
    const { name, known } = declared;
    return [
      diagnose('discovery/unknown-attribute', { ...mapped, name, nearest: findNearest(name, known) }, at),
    ];
  }
  if (declared.kind !== 'declared') return [];
  const { attribute, leaf } = declared;
  const found = judgeMutability(flow, [attribute, leaf]).map((code) => diagnose(code, mapped, at));
  const type = typeMismatch(flow, leaf);
  if (type !== undefined) found.push(diagnose('discovery/type-mismatch', { ...mapped, ...type }, at));
  const asList = multiplicityMismatch(flow, attribute);
  if (asList !== undefined)
    found.push(diagnose('discovery/multiplicity-mismatch', { ...mapped, declaredAsList: asList }, at));
  for (const { field, value } of flow.path.filter) {
    const part = attribute.subAttributes.find(({ name }) => name.toLowerCase() === field.toLowerCase());
    const known = [...(part?.canonicalValues ?? [])];
    const isKnown = known.some((one) => one.toLowerCase() === String(value).toLowerCase());
    if (known.length > 0 && !isKnown)
      found.push(diagnose('discovery/not-canonical', { ...mapped, field, value: String(value), known }, at));
  }
  if (flow.matchingPriority > 0 && leaf.caseExact && !flow.caseExact && flow.type === 'String')
    found.push(diagnose('discovery/case-exact', mapped, at));
  return found;
}

/** A sub-attribute is no more writable than what it belongs to. */
function judgeMutability(
  flow: AttributeFlow,
  declared: readonly DeclaredAttribute[],
): ('discovery/read-only' | 'discovery/immutable' | 'discovery/never-returned')[] {
  const has = (word: string): boolean => declared.some(({ mutability }) => mutability === word);
  if (has('readonly')) return ['discovery/read-only'];
  const onceOnly = flow.mutability === 'Immutable' || flow.flowType === 'ObjectAddOnly';
  if (has('immutable') && !onceOnly) return ['discovery/immutable'];
  const isHidden = has('writeonly') || declared.some(({ returned }) => returned === 'never');
  return isHidden && !onceOnly && flow.mutability !== 'WriteOnly' ? ['discovery/never-returned'] : [];
}

/** Which declared types take the JSON that each type of the job's schema is sent as (RFC 7643 section 2.3). */
const fitting: Readonly<Record<AttributeFlow['type'], readonly string[]>> = {
  String: ['string', 'datetime', 'reference', 'binary'],
  DateTime: ['datetime', 'string'],
  Binary: ['binary', 'string'],
  // The client sends a reference as the bare id, whatever the schema says ("Develop a SCIM endpoint"; public Q&A).
  Reference: ['reference', 'string', 'complex'],
  Boolean: ['boolean'],
  Integer: ['integer', 'decimal'],
};

const sentAs: Readonly<Record<AttributeFlow['type'], string>> = {
  String: 'a text',
  DateTime: 'a text',
  Binary: 'a text',
  Reference: 'an id',
  Boolean: 'a boolean',
  Integer: 'a number',
};

function typeMismatch(
  flow: AttributeFlow,
  leaf: DeclaredAttribute,
): { readonly mapped: string; readonly declared: string } | undefined {
  // A multi-valued complex attribute takes elements: what goes into them is the value of the mapping.
  const takesElements = leaf.multiValued && leaf.type === 'complex';
  if (flow.form !== 'plain' || takesElements || fitting[flow.type].includes(leaf.type)) return undefined;
  return { mapped: sentAs[flow.type], declared: leaf.type };
}

/** Whether the attribute is declared as a list where the two differ; undefined where they agree. */
function multiplicityMismatch(flow: AttributeFlow, attribute: DeclaredAttribute): boolean | undefined {
  const { filter, sub } = flow.path;
  if (filter.length > 0) return attribute.multiValued ? undefined : false;
  if (sub !== null) return undefined;
  const sendsList = flow.multivalued || flow.form !== 'plain';
  return sendsList === attribute.multiValued ? undefined : attribute.multiValued;
}
