import type { TargetAuth } from '../../config/settings.js';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { TargetRequest } from '../../exchanges/exchange.js';

/** Headers of the connection and of the body's framing (RFC 9110 section 7, RFC 9112 section 6). */
const ofTransport: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers of the settings that cannot be sent as they stand there. */
export function checkHeaders(
  headers: Readonly<Record<string, string>>,
  auth: TargetAuth,
): readonly Diagnostic[] {
  return Object.keys(headers).flatMap((name) => {
    const lower = name.toLowerCase();
    if (ofTransport.has(lower)) return [diagnose('network/reserved-header', { name, owner: 'transport' })];
    return lower === 'authorization' && auth.kind !== 'none'
      ? [diagnose('network/reserved-header', { name, owner: 'credential' })]
      : [];
  });
}

/**
 * The headers of a SCIM request. Those of the settings win over ours, except for the credential.
 * Source: media type of bodies documented, its charset observed; Accept and User-Agent are ours, the service's are not known.
 */
export function buildHeaders(
  request: TargetRequest,
  own: Readonly<Record<string, string>>,
  userAgent: string,
  authorization: string | undefined,
): Readonly<Record<string, string>> {
  const given = Object.entries(own).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    accept: 'application/scim+json, application/json',
    'user-agent': userAgent,
    ...('body' in request ? { 'content-type': 'application/scim+json; charset=utf-8' } : {}),
    ...Object.fromEntries(given),
    ...(authorization === undefined ? {} : { authorization }),
  };
}
