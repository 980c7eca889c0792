import { type Checked, diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';

export interface BearerToken {
  readonly token: string;
  /** ISO 8601, of a JSON Web Token past its end */
  readonly expiredAt?: string;
}

/**
 * The token that is sent: without blanks around it and without a pasted "Bearer ". A JSON Web Token past its end is sent
 * and warned of; what the target says counts.
 * @param target the host, for messages
 * @param now milliseconds since 1970
 */
export function readBearerToken(pasted: string, target: string, now: number): Checked<BearerToken> {
  const trimmed = pasted.trim();
  const token = trimmed.replace(/^bearer(?:\s+|$)/i, '');
  if (token === '') return { value: undefined, diagnostics: [diagnose('network/token-empty', { target })] };
  const diagnostics: Diagnostic[] = [];
  if (trimmed !== pasted) diagnostics.push(diagnose('network/token-blanks', { target }));
  if (token !== trimmed) diagnostics.push(diagnose('network/token-prefix', { target }));
  const end = readExpiry(token);
  if (end === undefined || end.getTime() > now) return { value: { token }, diagnostics };
  const expiredAt = end.toISOString().replace('.000Z', 'Z');
  diagnostics.push(diagnose('network/token-expired', { target, expiredAt }));
  return { value: { token, expiredAt }, diagnostics };
}

/** `exp` of a JSON Web Token in compact form (RFC 7519 section 4.1.4, RFC 7515 section 7.1); undefined for other tokens. */
function readExpiry(token: string): Date | undefined {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(token) ?? [];
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp?: unknown } | null;
    const end = new Date(typeof claims?.exp === 'number' ? claims.exp * 1000 : NaN);
    return Number.isNaN(end.getTime()) ? undefined : end;
  } catch {
    return undefined;
  }
}
