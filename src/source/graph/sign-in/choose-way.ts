import type { GraphSourceSettings } from '../../../config/settings.js';
import type { Line } from '../wire/deliver.js';
import type { Roots } from '../wire/roots.js';
import { askAzureCli } from './azure-cli.js';
import { useCertificate, useClientSecret } from './client-credentials.js';
import { type DeviceCode, useDeviceCode } from './device-code.js';
import { useGivenToken } from './given-token.js';
import { useManagedIdentity } from './managed-identity.js';
import { type RunProgram, runInEnvironment } from './run-program.js';
import type { Way } from './way.js';

export interface WayOptions {
  readonly settings: GraphSourceSettings;
  readonly line: Line;
  readonly roots: Roots;
  readonly onDeviceCode: (code: DeviceCode) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly runProgram?: RunProgram;
}

/** The way to sign in that the settings name. MSAL is loaded when one that needs it is first used. */
export function chooseWay(options: WayOptions): Way {
  const { settings, line, roots, onDeviceCode, environment, runProgram } = options;
  const { auth, tenant, clientId, cloud } = settings;
  const msal = { line, roots, applicant: { tenant, clientId, cloud } };
  switch (auth.kind) {
    case 'client-secret':
      return useClientSecret(msal, auth.clientSecret);
    case 'certificate':
      return useCertificate(msal, auth.certificate);
    case 'device-code':
      return useDeviceCode(msal, onDeviceCode);
    case 'managed-identity':
      return useManagedIdentity(msal);
    case 'azure-cli': {
      const { resource } = roots;
      const run = runProgram ?? runInEnvironment(environment);
      return askAzureCli({ resource, tenant, runProgram: run, environment });
    }
    case 'token':
      return useGivenToken(auth.token, line.clock);
  }
}
