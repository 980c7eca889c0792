import { type Advice, type Entries, say } from '../entry.js';

interface ProbeArgs {
  target: string;
  /** `GET /Users` */
  request: string;
}

/** What step 1 can meet. */
export interface ConnectionDiagnostics {
  'connection/no-answer': ProbeArgs & { kind: string; reason: string };
  'connection/unauthorized': ProbeArgs & { status: number; challenge: string | null; detail: string | null };
  'connection/not-found': ProbeArgs & { detail: string | null };
  'connection/filter-refused': ProbeArgs & { detail: string | null };
  'connection/redirected': ProbeArgs & { status: number; location: string | null };
  'connection/unexpected-status': ProbeArgs & { status: number; detail: string | null };
  'connection/finds-somebody': ProbeArgs & { count: number };
}

const prefix = 'SystemForCrossDomainIdentityManagement';
const quote = (detail: string | null): string => (detail === null ? '' : `: "${detail}"`);

const adviceForNoAnswer: Readonly<Record<string, string>> = {
  refused: 'Nothing listens there: check host and port of the target URL, and that the service runs.',
  dns: 'The host name is unknown: check the target URL.',
  timeout: 'The target did not answer in time: check that it is reachable from here, and its load.',
  tls: 'The TLS connection was not accepted: check the certificate chain, its dates and its host name; a private CA can be named with target.tls.ca or NODE_EXTRA_CA_CERTS.',
  proxy: 'The proxy did not let the request through: check HTTPS_PROXY and NO_PROXY.',
  reset: 'The connection broke off: look at the log of the target or of a proxy before it.',
  offline: 'Network access is switched off by --offline.',
  tooLarge: 'The answer is larger than is read; an unfiltered list is the usual reason.',
  aborted: 'The request was stopped before its answer came.',
  signIn:
    'The token endpoint did not give a token, so nothing was sent: check tokenUrl, clientId, clientSecret and scope under target.auth.',
  unreadable: 'The answer is no readable text.',
};

export const connectionEntries: Entries<ConnectionDiagnostics> = {
  'connection/no-answer': {
    title: 'Target not reachable',
    severity: 'error',
    blame: 'network',
    message: ({ target, request, kind, reason }) =>
      `${target} gave no answer to ${request} (${kind})${reason === '' ? '' : `: ${reason}`}.`,
    why: 'The service first asks the target for a user that cannot exist. Without an answer the credentials cannot be validated.',
    advice: ({ kind }): Advice[] => [
      say(adviceForNoAnswer[kind] ?? 'Check the target URL and the way to it.'),
    ],
    service: () => [`${prefix}CredentialValidationUnavailable`],
    basis: 'documented',
  },
  'connection/unauthorized': {
    title: 'Credentials refused',
    severity: 'error',
    blame: 'target',
    message: ({ target, request, status, detail }) =>
      `${target} answered ${request} with ${String(status)}${quote(detail)}: the credentials are not accepted.`,
    why: 'The probe must be answered with 200 and an empty list. A 401 or 403 means an invalid or expired token, or one without rights.',
    advice: ({ status, challenge }) => [
      say(
        status === 401
          ? 'target: get a new secret token and put it into the configuration.'
          : 'target: give the owner of the token the right to read users.',
      ),
      ...(challenge === null ? [] : [say(`The target asks for: ${challenge}`)]),
    ],
    service: () => [`${prefix}CredentialValidationFailure`],
    basis: 'observed',
  },
  'connection/not-found': {
    title: 'No SCIM endpoint there',
    severity: 'error',
    blame: 'configuration',
    message: ({ target, request, detail }) =>
      `${target} answered ${request} with 404 instead of 200 and an empty list${quote(detail)}.`,
    why: 'A filter that finds nobody must be answered with 200 and an empty list. A 404 means another path, or a service that does not follow SCIM.',
    advice: ({ request }) => [
      say('Check the path of the target URL.'),
      ...(request.endsWith('/Groups')
        ? [
            say(
              'A target without groups must answer 200 and an empty list, or the group mapping must be switched off.',
            ),
          ]
        : []),
    ],
    service: () => [`${prefix}ServiceIncompatible`],
    basis: 'documented',
  },
  'connection/filter-refused': {
    title: 'Filter not supported',
    severity: 'error',
    blame: 'target',
    message: ({ target, request, detail }) => `${target} answered ${request} with 400${quote(detail)}.`,
    why: 'The probe filters on the first matching attribute with eq. A target that cannot filter on it cannot be matched against.',
    advice: () => [
      say('target: support eq filters on the matching attribute.'),
      say('configuration: match on an attribute that the target can filter on.'),
    ],
    service: () => [`${prefix}CredentialValidationUnavailable`],
    basis: 'assumed',
  },
  'connection/redirected': {
    title: 'Redirected',
    severity: 'error',
    blame: 'configuration',
    message: ({ target, request, status, location }) =>
      `${target} answered ${request} with ${String(status)}, to ${location ?? 'nowhere'}. A token is never taken to another address.`,
    why: 'A redirect usually leads to a sign-in page, or from http to https.',
    advice: () => [say('Put the final address into the target URL.')],
    service: () => [`${prefix}CredentialValidationUnavailable`],
    basis: 'assumed',
  },
  'connection/unexpected-status': {
    title: 'Unexpected answer',
    severity: 'error',
    blame: 'target',
    message: ({ target, request, status, detail }) =>
      `${target} answered ${request} with ${String(status)}${quote(detail)}.`,
    why: 'The probe must be answered with 200 and an empty list.',
    advice: () => [say('target: look into its log for this request.')],
    service: () => [`${prefix}CredentialValidationUnavailable`],
    basis: 'documented',
  },
  'connection/finds-somebody': {
    title: 'The filter seems to be ignored',
    severity: 'warning',
    blame: 'target',
    message: ({ target, count }) =>
      `${target} found ${String(count)} users for a random GUID, so it seems to ignore filters; matching will be unreliable.`,
    why: 'The probe asks for a value that no user can have.',
    advice: () => [say('target: honour the filter parameter, and answer an empty list when nobody fits.')],
    basis: 'assumed',
  },
};
