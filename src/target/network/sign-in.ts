import type { TargetAuth } from '../../config/settings.js';
import type { Exchange, NoAnswer } from '../../exchanges/exchange.js';
import type { HttpClient } from '../../http/index.js';
import type { Authorization, Credential } from './credential.js';
import { buildTokenRequest, type CredentialPlace } from './token-request.js';
import { readTokenAnswer, type TokenAnswer } from './token-answer.js';

export interface SignInOptions {
  readonly auth: Extract<TargetAuth, { kind: 'client-credentials' }>;
  readonly http: HttpClient;
  readonly clock: () => number;
  readonly userAgent: string;
}

/**
 * Signs in with OAuth client credentials (RFC 6749 section 4.4): with Basic, and once more with the credentials in the body
 * where the server does not take them so. A token is kept until shortly before its end.
 * Source: scim-client reference, section 1: "credentials in Basic header or body"; the order is assumed.
 */
export function createSignIn(options: SignInOptions): Pick<Credential, 'authorize' | 'secrets'> {
  const { auth, clock } = options;
  const { host } = new URL(auth.tokenUrl);
  const secrets = new Set(buildTokenRequest(auth, 'header', '').secrets);
  let held: { readonly token: string; readonly until: number } | undefined;
  let underWay: Promise<Authorization> | undefined;
  let places: readonly CredentialPlace[] = ['header', 'body'];

  async function signIn(signal: AbortSignal): Promise<Authorization> {
    const exchanges: Exchange[] = [];
    let last: NoAnswer | undefined;
    for (const place of places) {
      const exchange = await askForToken(options, place, signal);
      exchanges.push(exchange);
      const read = readOutcome(exchange);
      if ('token' in read) {
        places = [place];
        secrets.add(read.token);
        held = { token: read.token, until: clock() + lifetimeMs(read.seconds) };
        return { header: `Bearer ${read.token}`, exchanges };
      }
      last = read.noAnswer;
      if (!read.isAboutClient) break;
    }
    const { kind = 'signIn', message = 'it failed' } = last ?? {};
    return { header: undefined, noAnswer: { kind, message: `sign-in at ${host}: ${message}` }, exchanges };
  }

  return {
    secrets: () => [...secrets],
    async authorize(signal) {
      if (held !== undefined && clock() < held.until)
        return { header: `Bearer ${held.token}`, exchanges: [] };
      underWay ??= signIn(signal).finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
  };
}

/** A token is given up half a minute, or a tenth of a short life, before its end, so that it does not end on the way. */
function lifetimeMs(seconds: number | undefined): number {
  return seconds === undefined ? Infinity : 1000 * (seconds - Math.min(30, seconds / 10));
}

function readOutcome({ answer, noAnswer }: Exchange): TokenAnswer {
  if (answer !== undefined) return readTokenAnswer(answer);
  return { noAnswer: noAnswer ?? { kind: 'reset', message: '' }, isAboutClient: false };
}

async function askForToken(
  { auth, http, clock, userAgent }: SignInOptions,
  place: CredentialPlace,
  signal: AbortSignal,
): Promise<Exchange> {
  const { headers, body } = buildTokenRequest(auth, place, userAgent);
  const { tokenUrl: url } = auth;
  const begun = clock();
  const outcome = await http.send({ method: 'POST', url, headers, body }, signal);
  const path = url.slice(new URL(url).origin.length);
  return {
    request: { method: 'POST', path, body },
    url,
    requestHeaders: headers,
    planned: false,
    durationMs: clock() - begun,
    ...outcome,
  };
}
