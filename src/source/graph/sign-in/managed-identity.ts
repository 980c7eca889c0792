import type { ManagedIdentityApplication } from '@azure/msal-node';
import { diagnose } from '../../../diagnostics/diagnostic.js';
import { acquire, type MsalOptions } from './msal.js';
import { readTokenError } from './token-error.js';
import { failed, type Obtained, type Way } from './way.js';

/**
 * The identity of the Azure resource that this machine is. MSAL finds the endpoint in the environment of the process:
 * Service Fabric, App Service, Machine Learning, Cloud Shell, Arc, or else the metadata service of a virtual machine.
 * Source: "Managed identity with MSAL Node"; observed with msal-node 7.2.3.
 */
export function useManagedIdentity(options: MsalOptions): Way {
  const { roots, applicant } = options;
  const { clientId } = applicant;
  return {
    renewable: true,
    secrets: () => [],
    async obtain(signal) {
      const { ManagedIdentityApplication } = await import('@azure/msal-node');
      const obtained = await acquire(options, { signal, relocate: (url) => url }, ({ network }) => {
        const application = new ManagedIdentityApplication({
          ...(clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } }),
          system: { networkClient: network, disableInternalRetries: true },
        });
        forgetEarlierClient(application);
        return application.acquireToken({ resource: roots.resource, forceRefresh: true });
      });
      return obtained.token === undefined ? explain(obtained, clientId) : obtained;
    },
  };
}

/**
 * MSAL keeps the endpoint with the network client of the first application of the process; a later run would send over
 * a connection that is closed.
 */
function forgetEarlierClient(application: ManagedIdentityApplication): void {
  const { managedIdentityClient } = application as unknown as {
    readonly managedIdentityClient: { readonly constructor: { identitySource?: unknown } };
  };
  managedIdentityClient.constructor.identitySource = undefined;
}

function explain(obtained: Extract<Obtained, { token: undefined }>, clientId: string | undefined): Obtained {
  const { exchanges } = obtained;
  const { answer, noAnswer } = exchanges.at(-1) ?? {};
  if (noAnswer !== undefined && noAnswer.kind !== 'aborted' && noAnswer.kind !== 'offline')
    return failed([diagnose('sign-in/no-managed-identity', { reason: noAnswer.message })], exchanges);
  if (answer === undefined || answer.status < 400 || answer.status >= 500) return obtained;
  const { error, description } = readTokenError(answer);
  const args = { error: description ?? error ?? `status ${answer.status}`, clientId: clientId ?? null };
  return failed([diagnose('sign-in/identity-refused', args)], exchanges);
}
