/**
 * Base URLs to try after a 404, the likeliest first: without a collection at the end, without doubled segments, with or
 * without `/scim`. Nothing for a target without a URL.
 * Source: "Tutorial: develop a SCIM endpoint" (the service appends /Users itself; /scim is usual, not needed).
 */
export function suggestBases(base: string): readonly string[] {
  const url = readUrl(base);
  if (url === undefined) return [];
  const at = (segments: readonly string[]): string => [url.origin, ...segments].join('/');
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const collection = segments.findIndex((segment) => /^(Users|Groups|Schemas)$/i.test(segment));
  if (collection >= 0) return [at(segments.slice(0, collection))];
  const single = dropRepeats(segments);
  if (single.length < segments.length) return [at(single)];
  const scim = segments.findIndex((segment) => /scim/i.test(segment));
  if (scim < 0) return [at([...segments, 'scim']), at([...segments, 'scim', 'v2'])];
  const version = segments.findIndex((segment, index) => index > scim && /^v\d/i.test(segment));
  return version < 0
    ? [at([...segments, 'v2']), at(segments.slice(0, scim))]
    : [at(segments.slice(0, version)), at(segments.slice(0, scim))];
}

/** What a target URL must be for a request to it to go where a redirect leads; null where that is no such place. */
export function baseOfRedirect(from: string, location: string, path: string): string | null {
  if (readUrl(from) === undefined || !URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  const pathname = to.pathname.replace(/\/+$/, '');
  const [collection = ''] = path.split('?', 1);
  return pathname.endsWith(collection) ? to.origin + pathname.slice(0, -collection.length) : null;
}

/** The base URL of a request: what stands before its own path. */
export function baseOf(url: string, path: string): string {
  const [collection = ''] = path.split('?', 1);
  const [withoutQuery = ''] = url.split('?', 1);
  return withoutQuery.endsWith(collection) ? withoutQuery.slice(0, -collection.length) : withoutQuery;
}

/** `a b a b` becomes `a b`, wherever it stands. */
function dropRepeats(segments: readonly string[]): readonly string[] {
  for (let length = Math.floor(segments.length / 2); length > 0; length -= 1) {
    for (let start = 0; start + 2 * length <= segments.length; start += 1) {
      const one = segments.slice(start, start + length);
      const next = segments.slice(start + length, start + 2 * length);
      if (one.join('/').toLowerCase() === next.join('/').toLowerCase()) {
        return [...segments.slice(0, start + length), ...segments.slice(start + 2 * length)];
      }
    }
  }
  return segments;
}

function readUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url : undefined;
}
