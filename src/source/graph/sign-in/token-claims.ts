import type { TokenClaims } from '../../../diagnostics/families/graph.js';

/** What a JSON Web Token says of itself. */
export interface DecodedToken {
  readonly claims: TokenClaims;
  /** milliseconds since 1970 */
  readonly end: number | undefined;
}

const nothing: DecodedToken = {
  claims: { audience: null, tenant: null, expiredAt: null, permissions: null, actor: null },
  end: undefined,
};

/**
 * Decodes a token for a diagnosis, and for nothing else: it is opaque, and its signature is not checked. A token of another
 * form says nothing. Claims: "Access token claims reference" (aud, tid, exp, roles, scp, idtyp).
 * @param now milliseconds since 1970; decides whether it has expired
 */
export function decodeToken(token: string, now: number): DecodedToken {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token) ?? [];
  if (payload === undefined) return nothing;
  const claims = parseClaims(payload);
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' ? value : null;
  };
  const end = typeof claims.exp === 'number' ? claims.exp * 1000 : undefined;
  const scopes = text('scp');
  const isPerson = scopes !== null || text('idtyp') === 'user';
  const isJwtOfEntra = text('tid') !== null;
  return {
    claims: {
      audience: text('aud'),
      tenant: text('tid'),
      expiredAt: end !== undefined && end <= now ? formatTime(end) : null,
      permissions: isJwtOfEntra ? (scopes?.split(' ') ?? listTexts(claims.roles)) : null,
      actor: isJwtOfEntra ? (isPerson ? 'person' : 'application') : null,
    },
    end,
  };
}

/** ISO 8601 without a fraction. */
export function formatTime(milliseconds: number): string {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime()) ? 'an unknown time' : time.toISOString().replace(/\.\d+Z$/, 'Z');
}

function parseClaims(payload: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const listTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
