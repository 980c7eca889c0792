import type { TargetRequest } from '../exchanges/exchange.js';

export type Collection = 'Users' | 'Groups';

/** Stands in a planned request for an id that a create before it will get. */
export const assignedId = '{id}';

/**
 * The probe of a test connection: nobody can have a fresh GUID as value ("Tutorial: develop a SCIM endpoint").
 * @param matchingAttribute the first matching attribute, as written in the mapping
 */
export function buildProbe(collection: Collection, matchingAttribute: string, guid: string): TargetRequest {
  return buildLookup(collection, matchingAttribute, guid);
}

/**
 * The query of a match: `attribute eq "value"`, the attribute as written in the mapping, the value as a JSON text.
 * Groups are read without members ("Tutorial: develop a SCIM endpoint", group samples).
 */
export function buildLookup(collection: Collection, attribute: string, value: string): TargetRequest {
  return buildQuery(collection, `${attribute} eq ${JSON.stringify(value)}`);
}

/** A query with any filter (RFC 7644 section 3.4.2.2). */
export function buildQuery(collection: Collection, filter: string): TargetRequest {
  const query = { ...withoutMembers(collection), filter };
  return { method: 'GET', path: `/${collection}${encodeQuery(query)}` };
}

/** A read by id; groups without members. */
export function buildRead(collection: Collection, id: string): TargetRequest {
  return { method: 'GET', path: `${pathOf(collection, id)}${encodeQuery(withoutMembers(collection))}` };
}

/** A read of a group with its members, which the service itself never asks for. */
export function buildMembersRead(id: string): TargetRequest {
  return { method: 'GET', path: pathOf('Groups', id), ours: true };
}

/** @param body as `buildCreate` gives it */
export function buildCreateRequest(collection: Collection, body: unknown): TargetRequest {
  return { method: 'POST', path: `/${collection}`, body };
}

/** @param body as `buildPatch` gives it */
export function buildPatchRequest(collection: Collection, id: string, body: unknown): TargetRequest {
  return { method: 'PATCH', path: pathOf(collection, id), body };
}

export function buildDelete(collection: Collection, id: string): TargetRequest {
  return { method: 'DELETE', path: pathOf(collection, id) };
}

function withoutMembers(collection: Collection): Record<string, string> {
  return collection === 'Groups' ? { excludedAttributes: 'members' } : {};
}

// Form rules, as seen on the wire: a blank is `+`, quotes are `%22`. A colon may stay.
function encodeQuery(query: Readonly<Record<string, string>>): string {
  const encoded = new URLSearchParams(query).toString().replaceAll('%3A', ':');
  return encoded === '' ? '' : `?${encoded}`;
}

function pathOf(collection: Collection, id: string): string {
  // Half of a surrogate pair has no encoding, and `encodeURIComponent` throws at it.
  const wellFormed = id.replace(/\p{Surrogate}/gu, '\uFFFD');
  return `/${collection}/${id === assignedId ? id : encodeURIComponent(wellFormed)}`;
}
