import type { TargetAuth } from '../../config/settings.js';

/** Where the credentials of a client stand in a token request (RFC 6749 section 2.3.1). */
export type CredentialPlace = 'header' | 'body';

export interface TokenRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** what of it is secret, in the forms in which it is sent */
  readonly secrets: readonly string[];
}

/** The request for a token with client credentials: RFC 6749 sections 4.4.2 and 2.3.1. */
export function buildTokenRequest(
  { clientId, clientSecret, scope }: Extract<TargetAuth, { kind: 'client-credentials' }>,
  place: CredentialPlace,
  userAgent: string,
): TokenRequest {
  const pair = `${encodeForm(clientId)}:${encodeForm(clientSecret)}`;
  const fields = {
    grant_type: 'client_credentials',
    ...(scope === undefined ? {} : { scope }),
    ...(place === 'body' ? { client_id: clientId, client_secret: clientSecret } : {}),
  };
  return {
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': userAgent,
      ...(place === 'header' ? { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } : {}),
    },
    body: new URLSearchParams(fields).toString(),
    secrets: [clientSecret, pair],
  };
}

/** As forms encode, which RFC 6749 demands of both before they are joined. */
function encodeForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
