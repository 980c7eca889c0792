import type { ScimTargetSettings } from '../../config/settings.js';
import type { Checked } from '../../diagnostics/diagnostic.js';
import type { HttpClient } from '../../http/index.js';
import { readBearerToken } from './bearer-token.js';
import type { Credential } from './credential.js';
import { createSignIn } from './sign-in.js';

export interface CredentialOptions {
  readonly auth: ScimTargetSettings['auth'];
  /** the host of the target, for messages */
  readonly target: string;
  readonly http: HttpClient;
  readonly clock: () => number;
  readonly userAgent: string;
}

/** The credential of the settings, in the form in which it is sent. */
export function openCredential(options: CredentialOptions): Checked<Credential> {
  const { auth, target, clock } = options;
  switch (auth.kind) {
    case 'none':
      return { value: fixedCredential(undefined, '', []), diagnostics: [] };
    case 'bearer': {
      const { value: read, diagnostics } = readBearerToken(auth.token, target, clock());
      if (read === undefined) return { value: undefined, diagnostics };
      const { token, expiredAt } = read;
      const credential = fixedCredential('Bearer', token, [token]);
      return { value: expiredAt === undefined ? credential : { ...credential, expiredAt }, diagnostics };
    }
    case 'basic': {
      // RFC 7617 section 2, with the charset that it recommends.
      const pair = `${auth.user}:${auth.password}`;
      const encoded = Buffer.from(pair).toString('base64');
      return { value: fixedCredential('Basic', encoded, [auth.password, pair]), diagnostics: [] };
    }
    case 'client-credentials': {
      const signIn = createSignIn({ ...options, auth });
      return { value: { scheme: 'Bearer', ...signIn }, diagnostics: [] };
    }
  }
}

function fixedCredential(
  scheme: Credential['scheme'],
  value: string,
  secrets: readonly string[],
): Credential {
  const header = scheme === undefined ? undefined : `${scheme} ${value}`;
  return {
    scheme,
    secrets: () => secrets,
    authorize: () => Promise.resolve({ header, exchanges: [] }),
  };
}
