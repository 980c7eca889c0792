import type {
  AccountInfo,
  AuthenticationResult,
  INetworkModule,
  PublicClientApplication,
} from '@azure/msal-node';
import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import { acquire, authorityOf, type MsalOptions, relocateTo, scopeOf } from './msal.js';
import { readTokenError } from './token-error.js';
import type { Traffic } from './traffic.js';
import type { Obtained, Way } from './way.js';

/** What a person has to do to sign in. */
export interface DeviceCode {
  /** the service's own words, with the code and where to enter it; those two alone where it has none */
  readonly message: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresInSeconds: number;
}

interface Session {
  readonly application: PublicClientApplication;
  readonly account: AccountInfo | undefined;
}

/**
 * A person signs in with a code in a browser; the token service is asked in its own interval until that is done. A later token
 * comes from the refresh token of the first sign-in, kept in memory. Source: RFC 8628; Graph reference, section 2.
 */
export function useDeviceCode(options: MsalOptions, onDeviceCode: (code: DeviceCode) => void): Way {
  const { roots } = options;
  const secrets = new Set<string>();
  // The application outlives a sign-in, for its refresh token; what carries its requests does not.
  let carrier: INetworkModule | undefined;
  let session: Session | undefined;

  const network: INetworkModule = {
    sendGetRequestAsync: (url, request) => current().sendGetRequestAsync(url, request),
    sendPostRequestAsync: (url, request) => current().sendPostRequestAsync(url, request),
  };
  function current(): INetworkModule {
    if (carrier === undefined) throw new Error('MSAL sends outside a sign-in');
    return carrier;
  }

  async function openSession(): Promise<Session> {
    const { PublicClientApplication } = await import('@azure/msal-node');
    const auth = { clientId: options.applicant.clientId ?? '', authority: authorityOf(options) };
    return {
      application: new PublicClientApplication({ auth, system: { networkClient: network } }),
      account: undefined,
    };
  }

  /** Learns what must be hidden, and supplies the interval that RFC 8628 section 3.2 presumes where none is named. */
  function onBody(members: Record<string, unknown>): void {
    for (const name of ['device_code', 'user_code', 'refresh_token', 'id_token']) {
      const value = members[name];
      if (typeof value === 'string') secrets.add(value);
    }
    if ('device_code' in members) members.interval ??= 5;
  }

  async function ask(
    { application, account }: Session,
    { network: own }: Traffic,
    signal: AbortSignal,
  ): Promise<AuthenticationResult | null> {
    carrier = own;
    const scopes = [scopeOf(roots)];
    if (account !== undefined) return application.acquireTokenSilent({ account, scopes, forceRefresh: true });
    const request = {
      scopes,
      cancel: false,
      deviceCodeCallback({ message, userCode, verificationUri, expiresIn }: Answered) {
        const shown = message ?? `${verificationUri}: ${userCode}`;
        onDeviceCode({ message: shown, userCode, verificationUri, expiresInSeconds: expiresIn });
      },
    };
    signal.addEventListener('abort', () => (request.cancel = true), { once: true });
    return Promise.race([application.acquireTokenByDeviceCode(request), rejectWhenAborted(signal)]);
  }

  return {
    renewable: true,
    secrets: () => [...secrets],
    async obtain(signal) {
      session ??= await openSession();
      const { application } = session;
      const opened = session;
      const settings = { signal, relocate: relocateTo(roots), onBody };
      const obtained = await acquire(options, settings, async (traffic) => {
        const result = await ask(opened, traffic, signal);
        session = { application, account: result?.account ?? undefined };
        return result;
      });
      return obtained.token === undefined ? refine(obtained, signal) : obtained;
    },
  };
}

interface Answered {
  /** Microsoft's own; RFC 8628 has none */
  readonly message?: string;
  readonly userCode: string;
  readonly verificationUri: string;
  readonly expiresIn: number;
}

/** MSAL sleeps between its questions without looking at any signal. */
function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => {
      reject(new Error('stopped', { cause: signal.reason }));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** The errors that only this way has (RFC 8628 section 3.5, with Microsoft's names). */
function refine(obtained: Extract<Obtained, { token: undefined }>, signal: AbortSignal): Obtained {
  if (signal.aborted) return obtained;
  const last = obtained.exchanges.at(-1);
  const special = last === undefined ? undefined : explainSpecial(last);
  return special === undefined ? obtained : { ...obtained, diagnostics: [special] };
}

function explainSpecial({ answer, url }: Exchange): Diagnostic | undefined {
  if (answer === undefined) return undefined;
  const { error } = readTokenError(answer);
  const { host } = new URL(url);
  if (error === 'authorization_declined' || error === 'access_denied')
    return diagnose('sign-in/device-code-declined', { host });
  return error === 'expired_token' || error === 'code_expired' || error === 'authorization_pending'
    ? diagnose('sign-in/device-code-expired', {})
    : undefined;
}
