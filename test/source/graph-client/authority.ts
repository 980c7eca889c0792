import { type MutableResponse, OAuth2Server } from 'oauth2-mock-server';
import { clientId, tenant } from './open-client.js';

/** An independent OAuth server in the place of Microsoft Entra's token service. */
export interface Authority {
  readonly root: string;
  /** forms that came to the token endpoint */
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  /** tokens that it gave */
  readonly tokens: readonly string[];
  stop(): Promise<void>;
}

interface Refusal {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const certificate = (name: string): string =>
  new URL(`../../http/certificates/throw-away-${name}.pem`, import.meta.url).pathname;

/** Starts one; the refusals are given first, one after the other; undefined among them is a token. */
export async function startAuthority(
  refusals: readonly (Refusal | undefined)[] = [],
  secure = false,
): Promise<Authority> {
  const server = new OAuth2Server(
    secure ? certificate('key') : undefined,
    secure ? certificate('server') : undefined,
    {
      endpoints: { token: `/${tenant}/oauth2/v2.0/token` },
    },
  );
  await server.issuer.keys.generate('RS256');
  const requests: Record<string, unknown>[] = [];
  const tokens: string[] = [];
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, {
      aud: 'https://graph.microsoft.com',
      tid: tenant,
      appid: clientId,
      roles: ['User.Read.All'],
      jti: `token-${tokens.length}`,
    });
  });
  server.service.on('beforeResponse', (response: MutableResponse, request: { body: object }) => {
    requests.push({ ...request.body });
    const refusal = refusals[requests.length - 1];
    if (refusal !== undefined) {
      response.statusCode = refusal.status;
      response.body = refusal.body;
    } else if (response.body !== '') tokens.push(String(response.body.access_token));
  });
  await server.start(0, '127.0.0.1');
  const { port } = server.address();
  const root = `${secure ? 'https' : 'http'}://localhost:${port}`;
  return { root, requests, tokens, stop: () => server.stop() };
}
