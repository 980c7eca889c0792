import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Job } from '../job/index.js';
import {
  type DeclaredSchema,
  type Discovery,
  findDeclared,
  type ResourceType,
  type SchemasFault,
  type ServiceProvider,
} from '../scim/discovery/index.js';
import { coreUser } from '../scim/index.js';
import { judgeAttributes } from './judge-attributes.js';

/**
 * Compares what a target declares with what the job will send. Nothing here is an error: the service does not look at
 * these declarations, so a run may go well against them.
 * Sources: RFC 7643 sections 2, 5, 6 and 7; "Develop a SCIM endpoint" (schema discovery).
 * @param host as people call the target
 */
export function judgeDiscovery(
  { serviceProvider, schemas, resourceTypes }: Discovery,
  job: Job,
  host: string,
): Diagnostic[] {
  const types = resourceTypes.kind === 'read' ? resourceTypes.value : [];
  const declared = schemas.kind === 'read' ? schemas.value : { schemas: [], faults: [] };
  return [
    ...(serviceProvider.kind === 'read' ? judgeFeatures(serviceProvider.value, host) : []),
    ...judgeResourceTypes(types, host),
    ...judgeFaults(declared.faults, host),
    ...(declared.schemas.length === 0
      ? []
      : [
          ...judgeAttributes(job, declared.schemas, host),
          ...judgeRequired(job, declared.schemas, types, host),
          ...judgeUnique(job, declared.schemas, host),
        ]),
  ];
}

function judgeFeatures({ patch, filter }: ServiceProvider, host: string): Diagnostic[] {
  return [
    ...(patch === false ? [diagnose('discovery/patch-unsupported', { host })] : []),
    ...(filter === false ? [diagnose('discovery/filter-unsupported', { host })] : []),
  ];
}

function judgeResourceTypes(types: readonly ResourceType[], host: string): Diagnostic[] {
  const endpoints = types.map(({ endpoint }) => endpoint);
  const hasUsers = endpoints.some((endpoint) => /(^|\/)users\/?$/i.test(endpoint));
  return types.length === 0 || hasUsers ? [] : [diagnose('discovery/no-users-endpoint', { host, endpoints })];
}

function judgeFaults(faults: readonly SchemasFault[], host: string): Diagnostic[] {
  return faults.length === 0
    ? []
    : [diagnose('discovery/schemas-unreadable', { host, faults: faults.map(describeFault) })];
}

function describeFault(fault: SchemasFault): string {
  switch (fault.kind) {
    case 'noListResponse':
      return 'no ListResponse';
    case 'null':
      return `${fault.place} is null`;
    case 'spelling':
      return `${fault.place} is "${fault.value}"`;
  }
}

/** Required attributes of the core schema, of extensions that are required, and of those that the mapping uses. */
function judgeRequired(
  { flows }: Job,
  schemas: readonly DeclaredSchema[],
  types: readonly ResourceType[],
  host: string,
): Diagnostic[] {
  const obligatory = types
    .filter(({ schema, name }) => same(schema, coreUser) || name === 'User')
    .flatMap(({ extensions }) => extensions.filter(({ required }) => required).map(({ schema }) => schema));
  const isUsed = (id: string): boolean =>
    flows.some(({ path }) => path.schema !== null && same(path.schema, id));
  const concerned = schemas.filter(
    ({ id }) => same(id, coreUser) || isUsed(id) || obligatory.some((urn) => same(urn, id)),
  );
  return concerned.flatMap(({ id, attributes }) => {
    const names = attributes
      .filter(({ required, mutability }) => required && mutability !== 'readonly')
      .map(({ name }) => name)
      .filter((name) => !givenByServer.has(name.toLowerCase()) && !isMapped(flows, id, name));
    return names.length === 0 ? [] : [diagnose('discovery/required-unmapped', { host, schema: id, names })];
  });
}

/** Common attributes that some servers list among those of a schema (RFC 7643 section 3.1). */
const givenByServer = new Set(['id', 'meta', 'schemas']);

function isMapped(flows: Job['flows'], schema: string, name: string): boolean {
  return flows.some(({ path }) => {
    const urn = path.schema ?? coreUser;
    return same(urn, schema) && same(path.attribute, name);
  });
}

function judgeUnique(
  { flows, matching }: Job,
  schemas: readonly DeclaredSchema[],
  host: string,
): Diagnostic[] {
  const attributes = flows
    .filter((flow) => !matching.includes(flow))
    .filter(({ path }) => {
      const declared = findDeclared(schemas, path);
      return declared.kind === 'declared' && ['server', 'global'].includes(declared.leaf.uniqueness);
    })
    .map(({ target }) => target);
  const names = matching.map(({ target }) => target);
  return attributes.length === 0 || names.length === 0
    ? []
    : [diagnose('discovery/unique-unmatched', { host, attributes, matching: names })];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
