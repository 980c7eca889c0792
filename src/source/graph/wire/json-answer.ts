import type { Answer } from '../../../exchanges/exchange.js';

/** A body as JSON (null where there is none), or what stands in its place. */
export type JsonBody = { readonly value: unknown } | { readonly found: string };

/** Reads a body that must be JSON, and says in a few words what else it is. */
export function readJsonBody({ status, headers, body }: Answer): JsonBody {
  if (status >= 300 && status < 400)
    return { found: `a redirect to ${headers.location ?? 'nowhere'}; redirects are not followed` };
  if (body.trim() === '') return { value: null };
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return { found: nameContent(body, headers['content-type'] ?? '') };
  }
}

function nameContent(body: string, contentType: string): string {
  if (/^\s*</.test(body) || contentType.includes('html')) {
    const [, title = ''] = /<title[^>]*>([^<]*)/i.exec(body) ?? [];
    return title.trim() === '' ? 'an HTML page' : `an HTML page titled "${bound(title.trim(), 100)}"`;
  }
  return contentType === '' ? 'no JSON' : `no JSON, but ${bound(contentType, 100)}`;
}

/** A text as it is up to a number of characters; what is cut off is marked. */
export function bound(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length - most} more characters)`;
}

/** The members of a JSON object; none of anything else. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A text that is not empty, or null. */
export const textOrNull = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
