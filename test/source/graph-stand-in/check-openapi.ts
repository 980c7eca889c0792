import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { GraphCall } from './answer.js';
import { inSegments } from './routes.js';

/** What is wrong with a request by Microsoft's own description of Graph; nothing where it is right. */
export type CheckCall = (call: GraphCall) => readonly string[];

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly $ref?: string;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Record<string, { readonly schema?: unknown }> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly schemas: Readonly<
      Record<string, { readonly properties?: object; readonly allOf?: readonly object[] }>
    >;
  };
}

/** Where the description lies, beside the checkout; it is no part of it. */
const file = new URL('../../../../shared/data/graph-openapi-subset.json', import.meta.url);

/** Whether the description is there; a test that checks nothing without it says so. */
export const hasDescription = existsSync(file);

/** Left out of the description, and documented (graph-api reference, section 8). */
const notDescribed = [
  /^\/\$batch$/,
  /^\/users\/[^/]+\/memberOf(?:\/microsoft\.graph\.group)?$/,
  /^\/directory\/deletedItems\/[^/]+$/,
  /^\/groups(?:\/[^/]+)?$/,
  /^\/groups\/[^/]+\/members\/microsoft\.graph\.\w+$/,
];

/** The type whose properties a path's $select may name. */
const selected: readonly (readonly [RegExp, string])[] = [
  [/\/(?:memberOf|transitiveMemberOf|members)\/microsoft\.graph\.group$/, 'microsoft.graph.group'],
  [/^\/users(?:\/[^/]+)?$|^\/directory\/deletedItems\/|\/manager$/, 'microsoft.graph.user'],
  [/^\/servicePrincipals(?:\/[^/]+)?$/, 'microsoft.graph.servicePrincipal'],
  [/^\/groups(?:\/[^/]+)?$/, 'microsoft.graph.group'],
];

/** Opens the check. Without the description it finds nothing wrong. */
export function openCheck(): CheckCall {
  if (!hasDescription) return () => [];
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
  const paths = Object.entries(description.paths).map(
    ([path, operations]) => [patternOf(path), path, operations] as const,
  );
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(description, 'graph');
  return (call) => {
    const path = inSegments(call.path);
    const wrong = checkSelect(call, path, description);
    const found = paths.find(([pattern]) => pattern.test(path));
    const operation = found?.[2][call.method.toLowerCase()];
    if (found === undefined || operation === undefined)
      return notDescribed.some((pattern) => pattern.test(path))
        ? wrong
        : [...wrong, `${call.method} ${call.path} is not described`];
    return [
      ...wrong,
      ...checkQuery(call, operation, description),
      ...checkBody(call, found[1], operation, ajv),
    ];
  };
}

/** Keys may hold anything but a slash; the name of a function or action may be written without its namespace. */
function patternOf(path: string): RegExp {
  const escaped = path
    .replace(/[.$()]/g, String.raw`\$&`)
    .replace(/\{[^}]+\}/g, '[^/]+')
    .replace(
      /microsoft\\\.graph\\?\.(?=provisionOnDemand|validateCredentials|filterOperators|functions|parseExpression)/g,
      String.raw`(?:microsoft\.graph\.)?`,
    )
    .replace(/\\\(\\\)$/, String.raw`(?:\(\))?`);
  return new RegExp(`^${escaped}$`);
}

function checkQuery(call: GraphCall, { parameters = [] }: Operation, { components }: Description): string[] {
  const names = parameters.map((parameter) => {
    const referred = parameter.$ref?.split('/').at(-1);
    return referred === undefined ? parameter.name : components.parameters[referred]?.name;
  });
  // The token of a next page is never made, only followed.
  const allowed = new Set([...names, '$skiptoken']);
  return [...call.query.keys()]
    .filter((name) => !allowed.has(name))
    .map((name) => `${call.method} ${call.path} takes no ${name}`);
}

function checkSelect(call: GraphCall, path: string, { components }: Description): string[] {
  const type = selected.find(([pattern]) => pattern.test(path))?.[1];
  const names = call.query.get('$select')?.split(',') ?? [];
  if (type === undefined) return [];
  const known = propertiesOf(type, components.schemas);
  return names
    .filter((name) => !known.has(name) && !name.startsWith('extension_'))
    .map((name) => `${type} has no ${name}`);
}

function propertiesOf(type: string, schemas: Description['components']['schemas']): Set<string> {
  const names = new Set<string>();
  const collect = (part: { properties?: object; allOf?: readonly object[]; $ref?: string }): void => {
    for (const name of Object.keys(part.properties ?? {})) names.add(name);
    for (const inner of part.allOf ?? []) collect(inner);
    const referred = part.$ref?.split('/').at(-1);
    if (referred !== undefined) collect(schemas[referred] ?? {});
  };
  collect(schemas[type] ?? {});
  return names;
}

function checkBody(call: GraphCall, path: string, operation: Operation, ajv: Ajv2020): string[] {
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  if (schema === undefined)
    return call.body === undefined ? [] : [`${call.method} ${call.path} takes no body`];
  const escaped = path.replaceAll('~', '~0').replaceAll('/', '~1');
  const place = `graph#/paths/${encodeURIComponent(escaped)}/${call.method.toLowerCase()}/requestBody/content/application~1json/schema`;
  const validate = ajv.getSchema(place);
  if (validate === undefined || validate(call.body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `body ${instancePath}: ${message ?? ''}`);
}
