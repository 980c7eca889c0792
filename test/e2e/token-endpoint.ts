import { OAuth2Server } from 'oauth2-mock-server';

/** An answer of the token endpoint in place of the usual one. */
export interface TokenReply {
  readonly status: number;
  readonly body: Readonly<Record<string, string | number>>;
}

/** A token endpoint: the package oauth2-mock-server, which knows nothing of this tool. */
export interface TokenEndpoint {
  readonly url: string;
  /** authorization header and form of each request, as text */
  readonly told: readonly string[];
  stop(): Promise<void>;
}

/** @param reply undefined: a JSON Web Token that the package signs */
export async function startTokenEndpoint(reply?: TokenReply): Promise<TokenEndpoint> {
  const server = new OAuth2Server();
  const told: string[] = [];
  await server.issuer.keys.generate('RS256');
  server.service.on('beforeResponse', (response, request) => {
    const { headers, body } = request as { headers: { authorization?: string }; body: unknown };
    told.push(`${headers.authorization ?? ''} ${JSON.stringify(body)}`);
    if (reply !== undefined) Object.assign(response, { statusCode: reply.status, body: reply.body });
  });
  await server.start(undefined, '127.0.0.1');
  const { port } = server.address();
  return { url: `http://127.0.0.1:${String(port)}/token`, told, stop: () => server.stop() };
}
