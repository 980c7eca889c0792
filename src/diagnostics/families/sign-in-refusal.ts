import type { Blame } from '../diagnostic.js';
import { type Advice, type Entries, type Entry, say } from '../entry.js';

/** What the token service said, with what it was asked for. */
export interface RefusedSignIn {
  /** host of the token service */
  host: string;
  /** AADSTS number */
  number: number | null;
  /** OAuth 2.0 error word, or what stood in its place */
  error: string | null;
  description: string | null;
  /** trace id, correlation id and time as the service wrote them */
  trace: string | null;
  /** whether the meaning of the number is only assumed */
  unsure: boolean;
  tenant: string | null;
  clientId: string | null;
  cloud: string;
}

/** Refusals of Microsoft Entra's token service; which numbers lead to which stands in `aadsts.ts`. */
export interface SignInRefusals {
  'sign-in/secret-wrong': RefusedSignIn;
  'sign-in/secret-expired': RefusedSignIn;
  'sign-in/credential-missing': RefusedSignIn;
  'sign-in/unknown-application': RefusedSignIn;
  'sign-in/unknown-tenant': RefusedSignIn;
  'sign-in/tenant-needed': RefusedSignIn;
  'sign-in/other-cloud': RefusedSignIn;
  'sign-in/bad-scope': RefusedSignIn;
  'sign-in/unknown-resource': RefusedSignIn;
  'sign-in/permission-missing': RefusedSignIn;
  'sign-in/consent-missing': RefusedSignIn;
  'sign-in/certificate-refused': RefusedSignIn;
  'sign-in/assertion-time': RefusedSignIn;
  'sign-in/public-client': RefusedSignIn;
  'sign-in/application-disabled': RefusedSignIn;
  'sign-in/blocked-by-policy': RefusedSignIn;
  'sign-in/malformed-request': RefusedSignIn;
  'sign-in/service-fault': RefusedSignIn;
  'sign-in/throttled': RefusedSignIn;
  'sign-in/refused': RefusedSignIn;
}

interface Meaning {
  readonly title: string;
  readonly blame: Blame;
  /** follows "... refused the sign-in: " */
  readonly meaning: (args: RefusedSignIn) => string;
  readonly why: string;
  readonly advice: (args: RefusedSignIn) => readonly (string | Advice)[];
}

const lookUp = 'https://login.microsoftonline.com/error?code=';

function refusal({ title, blame, meaning, why, advice }: Meaning): Entry<RefusedSignIn> {
  return {
    title,
    severity: 'error',
    blame,
    message: (args) => `${args.host} refused the sign-in: ${meaning(args)}.${quoteService(args)}`,
    why,
    advice: (args) => [
      ...advice(args).map((each) => (typeof each === 'string' ? say(each) : each)),
      ...(args.unsure
        ? [say('What this number means is from memory of public lists; the page below has the last word.')]
        : []),
      ...(args.number === null ? [] : [{ kind: 'link' as const, text: `${lookUp}${String(args.number)}` }]),
      ...(args.trace === null ? [] : [say(`For Microsoft's support: ${args.trace}`)]),
    ],
    service: ({ number, error }) => [
      ...(number === null ? [] : [`AADSTS${String(number)}`]),
      ...(error === null ? [] : [error]),
    ],
    basis: 'documented',
  };
}

function quoteService({ number, error, description }: RefusedSignIn): string {
  if (description !== null) return ` It says: "${description}"`;
  if (number !== null) return ` It says: AADSTS${String(number)}.`;
  return error === null ? '' : ` It says: ${error}.`;
}

const nameOf = (value: string | null, otherwise: string): string => value ?? otherwise;
const application = ({ clientId }: RefusedSignIn): string =>
  `the application ${nameOf(clientId, 'that signs in')}`;
const tenantOf = ({ tenant }: RefusedSignIn): string => `the tenant ${nameOf(tenant, 'of the sign-in')}`;

/** Where the credentials of an application are kept, in the portal's words. */
export const appRegistrations = 'In Entra: App registrations, the application, Certificates & secrets';

export const signInRefusalEntries: Entries<SignInRefusals> = {
  'sign-in/secret-wrong': refusal({
    title: 'Client secret is wrong',
    blame: 'configuration',
    meaning: (args) => `the client secret does not belong to ${application(args)}`,
    why: 'A secret has a value, shown once when it is made, and an id, shown ever after. Only the value signs in.',
    advice: () => [
      "configuration: source.clientSecret must hold the secret's value, not its id; look for characters that were cut off or encoded a second time.",
      `${appRegistrations}: make a new secret, and copy its value at once.`,
    ],
  }),
  'sign-in/secret-expired': refusal({
    title: 'Client secret has expired',
    blame: 'configuration',
    meaning: (args) => `the client secret of ${application(args)} has expired`,
    why: 'Every client secret has an end date.',
    advice: () => [
      `${appRegistrations}: make a new secret, and put its value where source.clientSecret points to.`,
    ],
  }),
  'sign-in/credential-missing': refusal({
    title: 'No credential came with the sign-in',
    blame: 'configuration',
    meaning: () => 'neither a secret nor a certificate came with the request',
    why: 'An application that signs in for itself has to prove that it is that application.',
    advice: () => [
      'configuration: name source.clientSecret or source.certificate, with the auth that fits.',
      'For auth: device-code: in Entra, App registrations, the application, Authentication: switch on "Allow public client flows".',
    ],
  }),
  'sign-in/unknown-application': refusal({
    title: 'Application unknown in this tenant',
    blame: 'configuration',
    meaning: (args) => `${application(args)} is unknown in ${tenantOf(args)}`,
    why: 'The client id is misspelt or of another tenant, or the application was never consented to, so that it has no service principal there.',
    advice: () => [
      'configuration: compare source.clientId and source.tenant with "Application (client) ID" and "Directory (tenant) ID" of the app registration.',
      'source: let an administrator grant consent once, so that the service principal exists.',
    ],
  }),
  'sign-in/unknown-tenant': refusal({
    title: 'Tenant not found',
    blame: 'configuration',
    meaning: (args) => `${tenantOf(args)} is not known in the cloud ${args.cloud}`,
    why: 'The tenant is misspelt, is neither an id nor a verified domain, or lives in another cloud.',
    advice: () => [
      'configuration: write the tenant id or a verified domain into source.tenant.',
      'configuration: check source.cloud (global, usgov, usgov-dod, china).',
    ],
  }),
  'sign-in/tenant-needed': refusal({
    title: 'A tenant is needed',
    blame: 'configuration',
    meaning: () => 'the request names no tenant of its own',
    why: 'The words common, organizations and consumers stand for many tenants; an application signs in to one.',
    advice: () => ['configuration: write the tenant id into source.tenant.'],
  }),
  'sign-in/other-cloud': refusal({
    title: 'Tenant of another cloud',
    blame: 'configuration',
    meaning: (args) => `${tenantOf(args)} does not belong to the cloud ${args.cloud}`,
    why: 'Each national cloud has its own token service and its own Microsoft Graph.',
    advice: () => [
      'configuration: set source.cloud to the cloud of the tenant: global, usgov, usgov-dod or china.',
    ],
  }),
  'sign-in/bad-scope': refusal({
    title: 'Scope not valid',
    blame: 'configuration',
    meaning: (args) => `the scope asked for is not valid in the cloud ${args.cloud}`,
    why: "The scope is the root of the cloud's Microsoft Graph, followed by /.default.",
    advice: () => [
      'configuration: check that source.cloud is the cloud of the tenant, and that source.authorityUrl belongs to it.',
    ],
  }),
  'sign-in/unknown-resource': refusal({
    title: 'Microsoft Graph not found in the tenant',
    blame: 'configuration',
    meaning: (args) =>
      `${tenantOf(args)} does not know the Microsoft Graph of the cloud ${args.cloud} as a resource`,
    why: 'Microsoft Graph has another root in each cloud.',
    advice: () => ['configuration: check source.cloud and source.tenant.'],
  }),
  'sign-in/permission-missing': refusal({
    title: 'Microsoft Graph is not among the permissions',
    blame: 'source',
    meaning: (args) => `${application(args)} asks for no permission of Microsoft Graph`,
    why: 'A token is issued only for a resource that the app registration lists.',
    advice: () => [
      'In Entra: App registrations, the application, API permissions: add Microsoft Graph permissions, then grant admin consent.',
    ],
  }),
  'sign-in/consent-missing': refusal({
    title: 'Consent is missing',
    blame: 'source',
    meaning: (args) => `nobody has consented to the permissions of ${application(args)}`,
    why: 'Permissions of an app registration take effect once an administrator has granted them.',
    advice: () => [
      'In Entra: App registrations, the application, API permissions: "Grant admin consent", or ask an administrator to.',
    ],
  }),
  'sign-in/certificate-refused': refusal({
    title: 'Certificate refused',
    blame: 'configuration',
    meaning: (args) => `the certificate is not accepted for ${application(args)}`,
    why: 'The service looks for the certificate by its thumbprint among those of the app registration, and checks the signature with it.',
    advice: () => [
      `${appRegistrations}: upload the certificate of source.certificate, and compare its thumbprint.`,
      'configuration: key and certificate of source.certificate must belong together.',
    ],
  }),
  'sign-in/assertion-time': refusal({
    title: 'Signed request outside its validity',
    blame: 'configuration',
    meaning: () => 'the signed request is not valid at this time',
    why: 'What a certificate signs is valid for ten minutes by the clock of this machine.',
    advice: () => ['Set the clock of this machine, best by a time server.'],
  }),
  'sign-in/public-client': refusal({
    title: 'Application is a public client',
    blame: 'source',
    meaning: (args) => `${application(args)} is a public client, which may send no credential`,
    why: 'An app registration for phones and desktops signs people in, never itself.',
    advice: () => [
      'source: register the application as a confidential client (platform Web), or use auth: device-code.',
    ],
  }),
  'sign-in/application-disabled': refusal({
    title: 'Application disabled or removed',
    blame: 'source',
    meaning: (args) => `${application(args)} is disabled or removed in ${tenantOf(args)}`,
    why: 'An enterprise application can be switched off for sign-in.',
    advice: () => [
      'In Entra: Enterprise applications, the application, Properties: "Enabled for users to sign-in".',
    ],
  }),
  'sign-in/blocked-by-policy': refusal({
    title: 'Blocked by Conditional Access',
    blame: 'source',
    meaning: () => 'a policy of the tenant (Conditional Access or security defaults) blocks it',
    why: 'Policies for workload identities and for people decide from where, and how, a sign-in is allowed.',
    advice: () => [
      'Run from a place that the policy allows, or let an administrator exclude the application.',
      'In Entra: Sign-in logs name the policy.',
    ],
  }),
  'sign-in/malformed-request': refusal({
    title: 'Request not understood',
    blame: 'tool',
    meaning: () => 'the request is malformed or lacks a field',
    why: 'Either a fault of this tool, or a value of the configuration with characters that do not belong there.',
    advice: () => [
      'configuration: look for blanks, line ends or encoded characters in tenant, clientId and secret.',
      'Report it with the exchange (--output json) if the values are right; secrets are masked there.',
    ],
  }),
  'sign-in/service-fault': refusal({
    title: 'Token service has a fault',
    blame: 'source',
    meaning: () => 'the service has a fault that passes',
    why: 'The request was repeated for a while, in growing distances.',
    advice: () => ['Try again in some minutes; https://status.cloud.microsoft tells of outages.'],
  }),
  'sign-in/throttled': refusal({
    title: 'Too many sign-ins',
    blame: 'source',
    meaning: () => 'it was asked for too many tokens',
    why: 'One run signs in once; many runs one after the other do so many times.',
    advice: () => [
      'Wait some minutes. For many users run one command over all of them instead of one command each.',
    ],
  }),
  'sign-in/refused': refusal({
    title: 'Sign-in refused',
    blame: 'source',
    meaning: ({ error }) => error ?? 'without a reason that is known',
    why: 'Of the many reasons that the token service has, this one has no explanation of its own here.',
    advice: ({ number }) => [
      ...(number === null ? [] : ["Microsoft's page on this number says more."]),
      'configuration: check tenant, clientId, cloud and the credential under source.',
    ],
  }),
};
