import type { Configuration } from '@azure/msal-node';
import { acquire, authorityOf, type MsalOptions, relocateTo, scopeOf } from './msal.js';
import { readCertificate } from './read-certificate.js';
import { failed, type Obtained, type Way } from './way.js';

/** With a client secret. */
export function useClientSecret(options: MsalOptions, clientSecret: string): Way {
  return {
    renewable: true,
    secrets: () => [clientSecret],
    obtain: (signal) => signInAsApplication(options, { clientSecret }, signal),
  };
}

/** With a certificate; the PEM text is read when it is needed. */
export function useCertificate(options: MsalOptions, pem: string): Way {
  return {
    renewable: true,
    secrets: () => [],
    obtain(signal) {
      const { value, diagnostics } = readCertificate(pem, options.line.clock());
      if (value === undefined) return Promise.resolve(failed(diagnostics));
      const { privateKey, thumbprintSha256, chain } = value;
      const x5c = chain === undefined ? {} : { x5c: chain };
      const clientCertificate = { privateKey, thumbprintSha256, ...x5c };
      return signInAsApplication(options, { clientCertificate }, signal);
    },
  };
}

/** OAuth 2.0 client credentials. The application object is new each time: its caches must not answer for the service. */
async function signInAsApplication(
  options: MsalOptions,
  credential: Pick<Configuration['auth'], 'clientSecret' | 'clientCertificate'>,
  signal: AbortSignal,
): Promise<Obtained> {
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  const { roots, applicant } = options;
  return acquire(options, { signal, relocate: relocateTo(roots) }, ({ network }) => {
    const application = new ConfidentialClientApplication({
      auth: { clientId: applicant.clientId ?? '', authority: authorityOf(options), ...credential },
      system: { networkClient: network },
    });
    return application.acquireTokenByClientCredential({
      scopes: [scopeOf(roots)],
      skipCache: true,
      // Otherwise MSAL takes a region, and with it another host, from the environment of the process.
      azureRegion: 'DisableMsalForceRegion',
    });
  });
}
