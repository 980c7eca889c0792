import type { TlsFault } from '../../exchanges/exchange.js';
import { type Entries, say } from '../entry.js';
import { adviseOnCertificate, adviseOnCredential, adviseOnNoAnswer } from './connection-advice.js';

interface ProbeArgs {
  target: string;
  /** `GET /Users` */
  request: string;
}

/** What step 1 can meet. */
export interface ConnectionDiagnostics {
  'connection/no-answer': ProbeArgs & { kind: string; reason: string };
  'connection/certificate': ProbeArgs & { fault: TlsFault; reason: string };
  'connection/unauthorized': ProbeArgs & {
    status: number;
    challenge: string | null;
    detail: string | null;
    /** whether a credential was sent at all */
    sent: boolean;
    wantsPassword: boolean;
    /** ISO 8601, as the token itself says; null where it does not, or is still good */
    expiredAt: string | null;
    /** the application is one of those with an interactive OAuth grant */
    isInteractive: boolean;
  };
  'connection/not-found': ProbeArgs & {
    detail: string | null;
    /** a SCIM error was the answer, so a SCIM service is there */
    isScim: boolean;
    base: string;
    /** other base URLs, the likeliest first */
    tries: readonly string[];
  };
  'connection/filter-refused': ProbeArgs & { attribute: string; detail: string | null };
  /** `base`: what the target URL would have to be; null where the redirect does not tell */
  'connection/redirected': ProbeArgs & {
    status: number;
    location: string | null;
    base: string | null;
    toSignIn: boolean;
  };
  /** `seconds`: of Retry-After */
  'connection/throttled': ProbeArgs & { detail: string | null; seconds: number | null };
  'connection/server-error': ProbeArgs & { status: number; detail: string | null };
  'connection/sign-in-page': ProbeArgs & { status: number; excerpt: string | null };
  'connection/firewall-page': ProbeArgs & { status: number; excerpt: string | null };
  'connection/unexpected-status': ProbeArgs & { status: number; detail: string | null };
  'connection/finds-somebody': ProbeArgs & { count: number };
}

const prefix = 'SystemForCrossDomainIdentityManagement';
const unavailable = (): readonly string[] => [`${prefix}CredentialValidationUnavailable`];
const says = (words: string | null): string => (words === null ? '' : ` It says: "${words}"`);
const answered = ({ target, request }: ProbeArgs, status: number): string =>
  `${target} answered ${request} with ${String(status)}`;

function refusalInWords({ status, sent }: ConnectionDiagnostics['connection/unauthorized']): string {
  if (!sent) return 'no credential was sent';
  return status === 403 ? 'the rights of the credential are not enough' : 'the credentials are not accepted';
}

export const connectionEntries: Entries<ConnectionDiagnostics> = {
  'connection/no-answer': {
    title: 'Target not reachable',
    severity: 'error',
    blame: 'network',
    message: ({ target, request, kind, reason }) =>
      `${target} gave no answer to ${request} (${kind})${reason === '' ? '' : `: ${reason}`}.`,
    why: 'The service first asks the target for a user that cannot exist. Without an answer the credentials cannot be validated.',
    advice: ({ kind }) => adviseOnNoAnswer(kind),
    service: unavailable,
    basis: 'documented',
  },
  'connection/certificate': {
    title: 'Certificate not accepted',
    severity: 'error',
    blame: ({ fault }) =>
      ['untrustedIssuer', 'privateAuthority', 'noTls', 'notYetValid'].includes(fault)
        ? 'configuration'
        : 'target',
    message: ({ reason }) => `No TLS connection to ${reason}.`,
    why: 'The service needs TLS 1.2 or newer and a complete chain of certificates to a public authority. Browsers fetch a missing intermediate certificate by themselves, so that the same address opens there. No token leaves before the certificate was accepted.',
    advice: ({ fault, target }) => adviseOnCertificate(fault, target),
    service: unavailable,
    basis: 'documented',
  },
  'connection/unauthorized': {
    title: 'Credentials refused',
    severity: 'error',
    blame: ({ sent }) => (sent ? 'target' : 'configuration'),
    message: (args) => `${answered(args, args.status)}: ${refusalInWords(args)}.${says(args.detail)}`,
    why: 'The probe must be answered with 200 and an empty list. A 401 or 403 means an invalid or expired token, or one without rights. Applications with an interactive OAuth grant (G Suite, Box, Workplace by Facebook, Slack) need their job stopped before on demand works.',
    advice: adviseOnCredential,
    service: () => [`${prefix}CredentialValidationFailure`],
    basis: 'observed',
  },
  'connection/not-found': {
    title: '404 instead of an empty list',
    severity: 'error',
    blame: ({ isScim }) => (isScim ? 'target' : 'configuration'),
    message: (args) => `${answered(args, 404)} instead of 200 and an empty list.${says(args.detail)}`,
    why: 'A filter that finds nobody must be answered with 200 and an empty list. A 404 with a SCIM error comes from a service that does not follow SCIM here; any other 404 means another path.',
    advice: ({ request, isScim, base, tries }) => {
      const path = [
        ...tries.map((url) => say(`configuration: try target.url: ${url}`)),
        ...(tries.length === 0 && /^https?:/.test(base)
          ? [say(`configuration: check the path of target.url, ${base}.`)]
          : []),
      ];
      const list = say(
        'target: answer a filter that finds nobody with 200 and an empty list, never with 404.',
      );
      const groups = say(
        'target: answer /Groups with 200 and an empty list, also where there are no groups.',
      );
      const noGroups = say(
        'configuration: or switch off the mapping of groups: the service asks for them because it is on.',
      );
      if (request.endsWith('/Groups')) return [groups, noGroups];
      return isScim ? [list, ...path] : [...path, list];
    },
    service: () => [`${prefix}ServiceIncompatible`],
    basis: 'documented',
  },
  'connection/filter-refused': {
    title: 'Filter not supported',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} answered the filter ${args.attribute} eq "<a new GUID>" with 400.${says(args.detail)}`,
    why: 'The probe filters on the first matching attribute with eq. A target that cannot filter on it cannot be matched against.',
    advice: ({ attribute }) => [
      say('configuration: match on an attribute that it can filter on, usually userName.'),
      say(
        `target: support eq filters on ${attribute}${attribute.includes('[') ? "; the form with brackets is Entra's" : ''}.`,
      ),
    ],
    service: unavailable,
    basis: 'assumed',
  },
  'connection/redirected': {
    title: 'Redirected',
    severity: 'error',
    blame: 'configuration',
    message: (args) =>
      `${answered(args, args.status)}, to ${args.location ?? 'nowhere'}. A token is never taken to another address.`,
    why: 'A redirect usually leads to a sign-in page, from http to https, or to another path.',
    advice: ({ base, toSignIn }) => {
      if (toSignIn) {
        return [
          say(
            'configuration: use the URL of the SCIM API; this one is a web site that wants people to sign in.',
          ),
          say('target: check that the token is accepted at this URL without a redirect.'),
        ];
      }
      return [
        say(
          base === null
            ? 'configuration: put the final address into target.url.'
            : `configuration: write target.url: ${base}`,
        ),
      ];
    },
    service: unavailable,
    basis: 'assumed',
  },
  'connection/throttled': {
    title: 'Target throttles',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${answered(args, 429)}: too many requests${args.seconds === null ? '' : `; it asks to wait ${String(args.seconds)} s`}.${says(args.detail)}`,
    why: 'The service tries again by itself. 25 requests a second are what it expects a target to take.',
    advice: ({ seconds }) => [
      say(seconds === null ? 'Wait a minute, then run again.' : `Wait ${String(seconds)} s, then run again.`),
      say('target: raise the limit for this token; 25 requests a second are the yardstick.'),
    ],
    service: () => ['TooManyRequests'],
    basis: 'documented',
  },
  'connection/server-error': {
    title: 'Target failed',
    severity: 'error',
    blame: 'target',
    message: (args) => `${answered(args, args.status)}: it failed on its side.${says(args.detail)}`,
    why: 'The service cannot validate credentials at a target that fails, and tries again in its next cycle.',
    advice: ({ status }) => {
      if (status === 501) return [say('target: support filters on /Users; it says that it does not.')];
      return status === 500
        ? [
            say(
              'target: look into its log for this request; a filter that it cannot parse is a frequent reason.',
            ),
            say('Compare with the request of --details.'),
          ]
        : [
            say('target: check that the service behind the gateway or load balancer runs.'),
            say('Run again in a few minutes; maintenance ends by itself.'),
          ];
    },
    service: unavailable,
    basis: 'documented',
  },
  'connection/sign-in-page': {
    title: 'Answer is a sign-in page',
    severity: 'error',
    blame: 'configuration',
    message: (args) => `${answered(args, args.status)} and a web page to sign in.${says(args.excerpt)}`,
    why: 'Web sites send whoever is not signed in to such a page, with 200. A SCIM API answers a bad token with 401.',
    advice: () => [
      say(
        'configuration: use the URL of the SCIM API, not of the web site; it often ends with /scim or /scim/v2.',
      ),
      say(
        'target: accept the token at this URL without sign-in of a person; take single sign-on away from it.',
      ),
    ],
    service: () => [`${prefix}ServiceIncompatible`],
    basis: 'observed',
  },
  'connection/firewall-page': {
    title: 'Answer of a firewall',
    severity: 'error',
    blame: 'network',
    message: (args) =>
      `${answered(args, args.status)} and a page of a firewall or proxy.${says(args.excerpt)}`,
    why: 'The request did not reach the SCIM service. The token was not judged.',
    advice: () => [
      say(
        'network: allow this machine, and for Entra the addresses of its provisioning service, through the firewall before the target.',
      ),
      say(
        'network: let requests with application/scim+json and a filter in the query pass; give the operator the id on the page.',
      ),
    ],
    service: unavailable,
    basis: 'assumed',
  },
  'connection/unexpected-status': {
    title: 'Unexpected answer',
    severity: 'error',
    blame: ({ status }) => (status === 405 ? 'configuration' : 'target'),
    message: (args) => `${answered(args, args.status)}.${says(args.detail)}`,
    why: 'The probe must be answered with 200 and an empty list. A server that insists on a SCIM media type in Accept works here and answers 406 to the service, whose test was seen without one.',
    advice: ({ status }) => [
      status === 405
        ? say('configuration: check the path of target.url; GET on /Users is not allowed there.')
        : say('target: look into its log for this request.'),
    ],
    service: unavailable,
    basis: 'documented',
  },
  'connection/finds-somebody': {
    title: 'Probe finds somebody',
    severity: 'warning',
    blame: 'target',
    message: ({ target, count }) =>
      `${target} found ${String(count)} users for a random GUID, so it seems to ignore filters; matching will be unreliable.`,
    why: 'The probe asks for a value that no user can have.',
    advice: () => [say('target: honour the filter parameter, and answer an empty list when nobody fits.')],
    basis: 'assumed',
  },
};
