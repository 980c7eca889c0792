import type { Answer } from '../exchanges/exchange.js';
import { isObject, type JsonObject, memberOf } from './json.js';
import { scimError } from './urns.js';

/** What a server says about a refusal. */
export interface ScimError {
  /** from the body; null where it names none */
  readonly status: number | null;
  readonly scimType: string | null;
  /** the server's own words, at most 200 characters; null where there are none */
  readonly detail: string | null;
}

const longest = 200;
/** How much of a body is looked at for an excerpt. */
const examined = 4000;

/**
 * Reads the body of a refusal: a SCIM error (RFC 7644 section 3.12; `status` may be text or a number), a SCIM 1.1 one,
 * problem+json, any other JSON with a message, an HTML page or plain text. Undefined for a success, and for an empty body.
 */
export function readScimError(answer: Answer): ScimError | undefined {
  const text = answer.body.trim();
  const json = parseJson(text);
  const body = isObject(json) ? firstError(json) : undefined;
  const isError = answer.status >= 400 || (body !== undefined && namesErrorSchema(body));
  if (text === '' || !isError) return undefined;
  if (body === undefined) return { status: null, scimType: null, detail: excerpt(text) };
  const scimType = memberOf(body, 'scimType');
  return {
    status: toStatus(memberOf(body, 'status') ?? memberOf(body, 'code')),
    scimType: typeof scimType === 'string' && scimType !== '' ? scimType : null,
    detail: findDetail(body),
  };
}

/** Whether an answer is an error of SCIM, so that a SCIM service gave it (RFC 7644 section 3.12). */
export function isScimError({ body }: Answer): boolean {
  const json = parseJson(body.trim());
  return isObject(json) && namesErrorSchema(json);
}

/** The beginning of a body in one line, without the tags of HTML; null where nothing is left. */
export function excerpt(whole: string): string | null {
  const body = whole.slice(0, examined);
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1];
  const isPage = /^\s*<(!doctype|html|head|body)/i.test(body);
  const text = title ?? (isPage ? body.replace(/<[^>]*>/g, ' ') : body);
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return null;
  return line.length > longest ? `${line.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…` : line;
}

/** The JSON value of a text; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// SCIM 1.1, and servers that follow it, put a list of errors into the body.
function firstError(body: JsonObject): JsonObject {
  const errors = memberOf(body, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  return isObject(first) ? first : body;
}

function namesErrorSchema(body: JsonObject): boolean {
  const schemas = memberOf(body, 'schemas');
  return Array.isArray(schemas) && schemas.includes(scimError);
}

function toStatus(value: unknown): number | null {
  const status = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) ? status : null;
}

function findDetail(body: JsonObject): string | null {
  for (const name of ['detail', 'description', 'message', 'error_description', 'title', 'error']) {
    const value = memberOf(body, name);
    if (typeof value === 'string' && value.trim() !== '') return excerpt(value);
    if (isObject(value)) return findDetail(value);
  }
  return null;
}
