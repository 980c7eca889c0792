import type { Answer } from '../../exchanges/exchange.js';
import { readBody } from '../answers.js';
import { isObject, type JsonObject, memberOf } from '../json.js';
import type { Reading, ResourceType, ServiceProvider } from './model.js';

/** The path of each discovery endpoint below the base URL. */
export const discoveryPaths = {
  serviceProvider: '/ServiceProviderConfig',
  schemas: '/Schemas',
  resourceTypes: '/ResourceTypes',
} as const;

/**
 * Reads an answer of a discovery endpoint with a reader for its JSON. Only a success is read; a status that says "no such
 * thing" is no fault, since a target need not have the endpoint.
 * @param answer undefined where none came
 * @param read gives undefined where the JSON is nothing of the kind
 */
export function readEndpoint<T>(
  answer: Answer | undefined,
  read: (json: unknown) => T | undefined,
): Reading<T> {
  if (answer === undefined) return { kind: 'noAnswer' };
  if ([404, 405, 501].includes(answer.status)) return { kind: 'notOffered' };
  const body = readBody(answer);
  if ('problem' in body) return { kind: 'unfit', problem: body.problem };
  const value = read(body.json);
  if (value !== undefined) return { kind: 'read', value };
  const members = isObject(body.json) ? Object.keys(body.json).slice(0, 5) : [];
  const found = Array.isArray(body.json) ? 'array' : isObject(body.json) ? 'object' : 'string';
  return { kind: 'unfit', problem: { kind: 'notListResponse', found, members } };
}

/**
 * The objects of a discovery answer: `Resources` of a ListResponse, a bare list, or the one object itself where it looks
 * like one. Undefined for anything else.
 * @param isElement whether an object is one of those that are listed
 */
export function elementsIn(
  json: unknown,
  isElement: (object: JsonObject) => boolean,
): readonly JsonObject[] | undefined {
  const list = isObject(json) ? memberOf(json, 'Resources') : json;
  if (Array.isArray(list)) return list.filter(isObject);
  return isObject(json) && isElement(json) ? [json] : undefined;
}

/** Reads `/ServiceProviderConfig` (RFC 7643 section 5); a list with the one object in it is put up with. */
export function readServiceProvider(json: unknown): ServiceProvider | undefined {
  const isConfig = (object: JsonObject): boolean =>
    ['patch', 'filter', 'bulk'].some((name) => memberOf(object, name) !== undefined);
  const config = elementsIn(json, isConfig)?.find(isConfig);
  if (config === undefined) return undefined;
  return { patch: supports(config, 'patch'), filter: supports(config, 'filter') };
}

function supports(config: JsonObject, name: string): boolean | undefined {
  const feature = memberOf(config, name);
  const supported = isObject(feature) ? memberOf(feature, 'supported') : feature;
  return typeof supported === 'boolean' ? supported : undefined;
}

/** Reads `/ResourceTypes` (RFC 7643 section 6). */
export function readResourceTypes(json: unknown): readonly ResourceType[] | undefined {
  const types = elementsIn(json, (object) => memberOf(object, 'endpoint') !== undefined);
  return types?.map((type) => ({
    name: textOf(memberOf(type, 'name') ?? memberOf(type, 'id')),
    endpoint: textOf(memberOf(type, 'endpoint')),
    schema: textOf(memberOf(type, 'schema')),
    extensions: listOf(memberOf(type, 'schemaExtensions')).map((extension) => ({
      schema: textOf(memberOf(extension, 'schema')),
      required: memberOf(extension, 'required') === true,
    })),
  }));
}

const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
