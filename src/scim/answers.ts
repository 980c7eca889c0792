import type { Answer } from '../exchanges/exchange.js';
import { isObject, type JsonObject, kindOf, memberOf } from './json.js';
import { excerpt, parseJson, readScimError, type ScimError } from './scim-error.js';
import { findShapeFault, type JsonKind, type ShapeFault } from './shape.js';
import { listResponse } from './urns.js';

/** A user or group of the target as its server returned it. */
export interface ScimResource {
  readonly id: string;
  readonly raw: JsonObject;
}

/** Why an answer cannot be used. Each answer is classified once, here. */
export type AnswerProblem =
  | { readonly kind: 'wrongStatus'; readonly status: number; readonly error: ScimError | null }
  | { readonly kind: 'empty'; readonly status: number }
  | { readonly kind: 'html'; readonly status: number; readonly excerpt: string | null }
  | { readonly kind: 'notJson'; readonly status: number; readonly excerpt: string | null }
  | { readonly kind: 'notListResponse'; readonly found: JsonKind; readonly members: readonly string[] }
  | { readonly kind: 'missingResources'; readonly totalResults: number | null }
  | { readonly kind: 'notResource'; readonly found: JsonKind }
  /** a read of one resource gave a list; `count` is how many it holds */
  | { readonly kind: 'severalResources'; readonly count: number }
  | { readonly kind: 'missingId' }
  | ({ readonly kind: 'wrongShape'; readonly resourceId: string | null } & ShapeFault);

interface Unfit {
  readonly kind: 'unfit';
  readonly problem: AnswerProblem;
}

export type ListReading =
  | {
      readonly kind: 'list';
      readonly resources: readonly ScimResource[];
      /** as the server counts; null where it does not say */
      readonly totalResults: number | null;
    }
  | Unfit;

export type ResourceReading =
  | { readonly kind: 'resource'; readonly resource: ScimResource }
  /** a success without a body, such as 204 */
  | { readonly kind: 'none' }
  | Unfit;

/**
 * Reads the answer to a query. A list without results may lack `Resources` (RFC 7644 section 3.4.2), `totalResults` may
 * be missing or a text; everything else that the real client could not use is `unfit`. A 404 is unfit too: no result is 200
 * with an empty list ("Tutorial: develop a SCIM endpoint").
 */
export function readList(answer: Answer): ListReading {
  const body = readBody(answer);
  if ('problem' in body) return unfit(body.problem);
  const { json } = body;
  if (!isObject(json)) return unfit({ kind: 'notListResponse', found: kindOf(json), members: [] });
  if (!looksLikeList(json)) {
    return unfit({ kind: 'notListResponse', found: 'object', members: Object.keys(json).slice(0, 5) });
  }
  const totalResults = toCount(memberOf(json, 'totalResults'));
  const list = memberOf(json, 'Resources') ?? null;
  if (list === null) {
    return totalResults === 0
      ? { kind: 'list', resources: [], totalResults }
      : unfit({ kind: 'missingResources', totalResults });
  }
  if (!Array.isArray(list)) return unfit(wrongShape('Resources', 'array', list));
  const resources: ScimResource[] = [];
  for (const [index, element] of list.entries()) {
    const resource = checkResource(element, `Resources[${index}]`);
    if ('problem' in resource) return unfit(resource.problem);
    resources.push(resource);
  }
  return { kind: 'list', resources, totalResults };
}

/** Reads the answer to a read by id, a create or a PATCH: one resource, or a success without a body. */
export function readResource(answer: Answer): ResourceReading {
  const body = readBody(answer);
  if ('problem' in body) return body.problem.kind === 'empty' ? { kind: 'none' } : unfit(body.problem);
  const { json } = body;
  const list = isObject(json) && looksLikeList(json) ? (memberOf(json, 'Resources') ?? []) : json;
  if (Array.isArray(list)) return unfit({ kind: 'severalResources', count: list.length });
  if (!isObject(json)) return unfit({ kind: 'notResource', found: kindOf(json) });
  const resource = checkResource(json, 'resource');
  return 'problem' in resource ? unfit(resource.problem) : { kind: 'resource', resource };
}

const unfit = (problem: AnswerProblem): Unfit => ({ kind: 'unfit', problem });

/** The JSON of a success, or why there is none: the status, an empty body, a web page, something else. */
export function readBody(answer: Answer): { readonly json: unknown } | { readonly problem: AnswerProblem } {
  const { status, body } = answer;
  if (status < 200 || status > 299) {
    return { problem: { kind: 'wrongStatus', status, error: readScimError(answer) ?? null } };
  }
  const text = body.replace(/^\uFEFF/, '').trim();
  if (text === '') return { problem: { kind: 'empty', status } };
  const json = parseJson(text);
  if (json !== undefined) return { json };
  const isPage = /^<(!doctype\s+html|html|head|body)/i.test(text);
  const says = answer.headers['content-type'] ?? '';
  const kind = isPage || /^text\/html\b/i.test(says) ? 'html' : 'notJson';
  return { problem: { kind, status, excerpt: excerpt(text) } };
}

function looksLikeList(json: JsonObject): boolean {
  const schemas = memberOf(json, 'schemas');
  const declared = Array.isArray(schemas) && schemas.includes(listResponse);
  return (
    declared || memberOf(json, 'Resources') !== undefined || memberOf(json, 'totalResults') !== undefined
  );
}

function toCount(value: unknown): number | null {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : null;
}

function checkResource(value: unknown, name: string): ScimResource | { readonly problem: AnswerProblem } {
  if (!isObject(value)) return { problem: wrongShape(name, 'object', value) };
  const id = memberOf(value, 'id') ?? '';
  if (typeof id !== 'string') return { problem: wrongShape('id', 'string', id) };
  // A dot segment cannot be addressed: every URL parser takes it for a folder.
  if (id === '' || id === '.' || id === '..') return { problem: { kind: 'missingId' } };
  const fault = findShapeFault(value);
  return fault === undefined
    ? { id, raw: value }
    : { problem: { kind: 'wrongShape', resourceId: id, ...fault } };
}

function wrongShape(attribute: string, expected: JsonKind, value: unknown): AnswerProblem {
  return { kind: 'wrongShape', resourceId: null, attribute, expected, found: kindOf(value) };
}
