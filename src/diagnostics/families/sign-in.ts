import { type Entries, run, say } from '../entry.js';
import { appRegistrations, type SignInRefusals, signInRefusalEntries } from './sign-in-refusal.js';

/** What can go wrong around a sign-in besides a refusal. */
export interface SignInDiagnostics extends SignInRefusals {
  'sign-in/no-answer': { host: string; kind: string; reason: string };
  /** `found`: "an HTML page", "a redirect to ..." */
  'sign-in/unreadable-answer': { host: string; status: number; found: string };
  'sign-in/bad-certificate': { problem: string };
  /** `expiredAt`: ISO 8601 */
  'sign-in/certificate-expired': { expiredAt: string };
  'sign-in/token-empty': Record<string, never>;
  'sign-in/token-garbled': Record<string, never>;
  'sign-in/token-expired': { expiredAt: string; now: string };
  'sign-in/device-code-expired': Record<string, never>;
  'sign-in/device-code-declined': { host: string };
  'sign-in/az-missing': { reason: string };
  'sign-in/az-not-signed-in': { tenant: string | null; detail: string };
  'sign-in/az-failed': { reason: string; detail: string };
  'sign-in/az-unreadable': { found: string };
  'sign-in/no-managed-identity': { reason: string };
  'sign-in/identity-refused': { error: string; clientId: string | null };
}

const adviceForNoAnswer: Readonly<Record<string, string>> = {
  dns: 'Check source.cloud and source.authorityUrl, and that this machine can look up names.',
  proxy: 'Check HTTPS_PROXY and NO_PROXY.',
  tls: 'A private authority, of a proxy that looks into TLS for example, can be named with NODE_EXTRA_CA_CERTS.',
  offline: 'Network access is switched off by --offline.',
  timeout: 'Check the way to the host, or give the run more time with --timeout.',
};

const quote = (detail: string): string => (detail === '' ? '' : `: "${detail}"`);

export const signInEntries: Entries<SignInDiagnostics> = {
  ...signInRefusalEntries,
  'sign-in/no-answer': {
    title: 'Token service not reachable',
    severity: 'error',
    blame: 'network',
    message: ({ host, kind, reason }) => `${host} gave no answer to the sign-in (${kind}): ${reason}.`,
    why: 'Without a token Microsoft Graph answers nothing.',
    advice: ({ kind }) => [
      say(adviceForNoAnswer[kind] ?? 'Check the way to the host: firewall, HTTPS_PROXY, NO_PROXY.'),
    ],
    basis: 'documented',
  },
  'sign-in/unreadable-answer': {
    title: 'Answer is not one of a token service',
    severity: 'error',
    blame: 'network',
    message: ({ host, status, found }) => `${host} answered the sign-in with ${String(status)} and ${found}.`,
    why: 'A token service answers in JSON. A page, or a redirect to one, comes from a proxy or portal on the way, or from another kind of server.',
    advice: () => [
      say('Sign in to the proxy or network portal, or check HTTPS_PROXY and NO_PROXY.'),
      say('configuration: check source.authorityUrl, if it is set.'),
    ],
    basis: 'documented',
  },
  'sign-in/bad-certificate': {
    title: 'Certificate cannot be used',
    severity: 'error',
    blame: 'configuration',
    message: ({ problem }) => `source.certificate cannot be used: ${problem}.`,
    why: 'One PEM text holds the RSA key without a passphrase and its certificate; further certificates are its chain.',
    advice: () => [
      run('openssl pkcs12 -in app.pfx -nodes -out app.pem'),
      say('Point source.certificate to that file, and keep it readable for yourself alone.'),
    ],
    basis: 'documented',
  },
  'sign-in/certificate-expired': {
    title: 'Certificate has expired',
    severity: 'error',
    blame: 'configuration',
    message: ({ expiredAt }) => `The certificate of source.certificate expired at ${expiredAt}.`,
    why: 'Microsoft Entra accepts no certificate after its end. Nothing was sent.',
    advice: () => [
      say(`${appRegistrations}: upload a new certificate, and use its key.`),
      say('Check the clock of this machine.'),
    ],
    basis: 'documented',
  },
  'sign-in/token-empty': {
    title: 'Token is empty',
    severity: 'error',
    blame: 'configuration',
    message: () => 'source.token is empty once blanks and the word "Bearer" are taken away.',
    why: 'Nothing is left that could be sent.',
    advice: () => [
      run(
        'export GRAPH_TOKEN=$(az account get-access-token --resource https://graph.microsoft.com --query accessToken -o tsv)',
      ),
    ],
    basis: 'documented',
  },
  'sign-in/token-garbled': {
    title: 'Token holds what no token holds',
    severity: 'error',
    blame: 'configuration',
    message: () => 'source.token holds blanks, line ends or other characters that no token holds.',
    why: 'A token is one word of plain characters (RFC 6750 section 2.1). Nothing was sent.',
    advice: () => [
      say('Keep the token alone where source.token points to, without JSON, quotes or a second line.'),
    ],
    basis: 'documented',
  },
  'sign-in/token-expired': {
    title: 'Token has expired',
    severity: 'error',
    blame: 'configuration',
    message: ({ expiredAt, now }) =>
      `The token of source.token says that it expired at ${expiredAt}; it is ${now} here.`,
    why: 'A token for Microsoft Graph lives for about an hour. Nothing was sent.',
    advice: () => [
      run(
        'export GRAPH_TOKEN=$(az account get-access-token --resource https://graph.microsoft.com --query accessToken -o tsv)',
      ),
      say('Another auth under source gets a token by itself.'),
      say('Check the clock of this machine.'),
    ],
    basis: 'documented',
  },
  'sign-in/device-code-expired': {
    title: 'Nobody entered the code',
    severity: 'error',
    blame: 'source',
    message: () => 'The code was not entered before it expired.',
    why: 'A device code has an end.',
    advice: () => [say('Start again, and enter the code at the address that is shown.')],
    service: () => ['expired_token'],
    basis: 'documented',
  },
  'sign-in/device-code-declined': {
    title: 'Sign-in was declined',
    severity: 'error',
    blame: 'source',
    message: ({ host }) => `Whoever entered the code at ${host} declined the sign-in.`,
    why: 'The person is asked whether the application may sign in for them.',
    advice: () => [say('Start again, and confirm, if that was not on purpose.')],
    service: () => ['authorization_declined'],
    basis: 'documented',
  },
  'sign-in/az-missing': {
    title: 'Azure CLI not found',
    severity: 'error',
    blame: 'configuration',
    message: ({ reason }) => `The Azure CLI (az) could not be started: ${reason}.`,
    why: 'auth: azure-cli takes the token of whoever is signed in there.',
    advice: () => [
      say('Install the Azure CLI, and see that az is on the PATH.'),
      say('configuration: or choose another auth: device-code needs nothing installed.'),
    ],
    basis: 'documented',
  },
  'sign-in/az-not-signed-in': {
    title: 'Azure CLI is not signed in',
    severity: 'error',
    blame: 'source',
    message: ({ tenant, detail }) =>
      `The Azure CLI has no valid sign-in${tenant === null ? '' : ` to ${tenant}`}${quote(detail)}.`,
    why: 'Nobody signed in there, or the sign-in has expired or needs to be confirmed.',
    advice: ({ tenant }) => [
      run(`az login --allow-no-subscriptions${tenant === null ? '' : ` --tenant ${tenant}`}`),
    ],
    basis: 'observed',
  },
  'sign-in/az-failed': {
    title: 'Azure CLI gave no token',
    severity: 'error',
    blame: 'source',
    message: ({ reason, detail }) => `az account get-access-token gave no token (${reason})${quote(detail)}.`,
    why: 'The words are those of the Azure CLI.',
    advice: () => [
      run('az account get-access-token --resource https://graph.microsoft.com --query expiresOn'),
    ],
    basis: 'documented',
  },
  'sign-in/az-unreadable': {
    title: 'Answer of the Azure CLI not understood',
    severity: 'error',
    blame: 'source',
    message: ({ found }) =>
      `az account get-access-token answered with ${found} where an accessToken belongs.`,
    why: 'The token is read from its JSON output.',
    advice: () => [say('Update the Azure CLI.'), run('az version')],
    basis: 'documented',
  },
  'sign-in/no-managed-identity': {
    title: 'No managed identity here',
    severity: 'error',
    blame: 'configuration',
    message: ({ reason }) => `No managed identity could be used on this machine: ${reason}.`,
    why: 'Managed identities exist on Azure: App Service, Functions, virtual machines, Container Apps, Arc and others.',
    advice: () => [
      say('Run on a resource of Azure that has an identity, or choose another auth under source.'),
      say('In Azure: the resource, Identity: switch on the system-assigned one or add a user-assigned one.'),
    ],
    basis: 'documented',
  },
  'sign-in/identity-refused': {
    title: 'Managed identity refused',
    severity: 'error',
    blame: 'configuration',
    message: ({ error, clientId }) =>
      `The identity endpoint of this machine gave no token for ${clientId ?? 'the system-assigned identity'}: "${error}"`,
    why: 'The resource has no such identity, or the identity does not reach Microsoft Graph.',
    advice: () => [
      say(
        'configuration: source.clientId is the client id of a user-assigned identity; leave it out for the system-assigned one.',
      ),
      say('In Azure: the resource, Identity: assign that identity.'),
    ],
    basis: 'documented',
  },
};
