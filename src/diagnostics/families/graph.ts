import { type Advice, type Entries, run, say } from '../entry.js';

/** A request that Microsoft Graph answered. `request` is "GET /users/alice@contoso.com"; the rest as Graph gave it. */
export interface GraphRefusal {
  host: string;
  request: string;
  status: number;
  code: string | null;
  detail: string | null;
  /** request id and date, for Microsoft's support */
  trace: string | null;
}

/** What a token says of itself; its signature is not checked, and Graph decides. */
export interface TokenClaims {
  audience: string | null;
  tenant: string | null;
  /** ISO 8601 */
  expiredAt: string | null;
  /** roles of an application, or scopes that a person delegated */
  permissions: readonly string[] | null;
  actor: 'application' | 'person' | null;
}

/** What can be wrong with the way to Microsoft Graph and with its answers. */
export interface GraphDiagnostics {
  'graph/no-answer': { host: string; request: string; kind: string; reason: string };
  /** `found`: "an HTML page", "a redirect to ..." */
  'graph/unreadable-answer': { host: string; request: string; status: number; found: string };
  /** `wanted`: seconds that Graph asks to wait, null where it does not say */
  'graph/throttled': GraphRefusal & { wanted: number | null; tries: number; waited: number };
  'graph/unavailable': GraphRefusal & { tries: number };
  'graph/unauthorized': GraphRefusal & TokenClaims & { cloud: string; root: string; wrongAudience: boolean };
  'graph/forbidden': GraphRefusal &
    TokenClaims & { application: string; delegated: string; role: string | null };
  'graph/not-found': GraphRefusal;
  'graph/bad-request': GraphRefusal;
  'graph/dependency-failed': GraphRefusal;
  'graph/refused': GraphRefusal;
  'graph/link-elsewhere': { host: string; other: string };
  'graph/endless-pages': { host: string; request: string };
  'graph/batch-incomplete': { host: string; request: string };
  /** `seconds`: how far this clock is ahead of the server's; negative when behind */
  'graph/clock-skew': { host: string; seconds: number; serverTime: string };
}

const adviceForNoAnswer: Readonly<Record<string, string>> = {
  dns: 'Check source.cloud and source.graphUrl, and that this machine can look up names.',
  proxy: 'Check HTTPS_PROXY and NO_PROXY.',
  tls: 'A private authority, of a proxy that looks into TLS for example, can be named with NODE_EXTRA_CA_CERTS.',
  offline: 'Network access is switched off by --offline; a source fixture needs none.',
  timeout: 'Give the run more time with --timeout, or look for a slow proxy.',
  tooLarge: 'The answer is larger than is read.',
  aborted: 'The run was stopped before the answer came.',
};

const said = ({ code, detail }: GraphRefusal): string => {
  const words = [code, detail === null ? null : `"${detail}"`].filter((word) => word !== null);
  return words.length === 0 ? '' : ` (${words.join(': ')})`;
};

const answered = (args: GraphRefusal): string =>
  `${args.host} answered ${args.request} with ${String(args.status)}${said(args)}`;

const forSupport = ({ trace }: GraphRefusal): Advice[] =>
  trace === null ? [] : [say(`For Microsoft's support: ${trace}`)];

const ofService = ({ code }: GraphRefusal): readonly string[] => (code === null ? [] : [code]);

const permissionsOf = ({ permissions, actor }: TokenClaims): Advice[] => {
  if (permissions === null) return [];
  const owner = actor === 'person' ? 'The token carries the delegated permissions' : 'The token carries';
  return [say(`${owner}: ${permissions.length === 0 ? 'none' : permissions.join(', ')}.`)];
};

export const graphEntries: Entries<GraphDiagnostics> = {
  'graph/no-answer': {
    title: 'Microsoft Graph not reachable',
    severity: 'error',
    blame: 'network',
    message: ({ host, request, kind, reason }) =>
      `${host} gave no answer to ${request} (${kind}): ${reason}.`,
    why: 'The source of the users did not answer, so nothing is known of the user.',
    advice: ({ kind }) => [
      say(adviceForNoAnswer[kind] ?? 'Check the way to the host: firewall, HTTPS_PROXY, NO_PROXY.'),
    ],
    basis: 'documented',
  },
  'graph/unreadable-answer': {
    title: 'Answer is not one of Microsoft Graph',
    severity: 'error',
    blame: 'network',
    message: ({ host, request, status, found }) =>
      `${host} answered ${request} with ${String(status)} and ${found}.`,
    why: 'Microsoft Graph answers in JSON and redirects nobody. A page, or a redirect to one, comes from a proxy or portal on the way, or from another kind of server.',
    advice: () => [
      say('Sign in to the proxy or network portal, or check HTTPS_PROXY and NO_PROXY.'),
      say('configuration: check source.graphUrl, if it is set: the root, without /v1.0.'),
    ],
    basis: 'documented',
  },
  'graph/throttled': {
    title: 'Microsoft Graph asks to wait',
    severity: 'error',
    blame: 'source',
    message: ({ wanted, tries, waited, ...args }) =>
      `${answered(args)} ${String(tries)} times; ${String(Math.round(waited))} s were waited${
        wanted === null ? '' : `, and it asks for another ${String(wanted)} s`
      }.`,
    why: 'Graph counts what an application asks for in each tenant. Its Retry-After is honoured up to a limit; asking earlier counts against the quota.',
    advice: (args) => [
      say('Try again later; other programs that use the same application count as well.'),
      ...forSupport(args),
    ],
    service: ofService,
    basis: 'documented',
  },
  'graph/unavailable': {
    title: 'Microsoft Graph has a fault',
    severity: 'error',
    blame: 'source',
    message: ({ tries, ...args }) => `${answered(args)}, ${tries === 1 ? 'once' : `${String(tries)} times`}.`,
    why: 'Faults of the service pass; a read is repeated for a while, in growing distances, a write is not.',
    advice: (args) => [
      say('Try again in some minutes; https://status.cloud.microsoft tells of outages.'),
      ...forSupport(args),
    ],
    service: ofService,
    basis: 'documented',
  },
  'graph/unauthorized': {
    title: 'Token refused by Microsoft Graph',
    severity: 'error',
    blame: 'configuration',
    message: ({ audience, expiredAt, wrongAudience, root, ...args }) => {
      const reasons = [
        ...(expiredAt === null ? [] : [`the token expired at ${expiredAt}`]),
        ...(wrongAudience && audience !== null ? [`the token is for ${audience}, not for ${root}`] : []),
      ];
      return `${answered(args)}${reasons.length === 0 ? '' : `: ${reasons.join(', and ')}`}.`;
    },
    why: 'A token is good for one resource of one cloud, for about an hour. A new one was asked for once, where the way of signing in can.',
    advice: ({ wrongAudience, expiredAt, tenant, cloud, root, ...args }) => [
      ...(wrongAudience
        ? [
            say(`Get a token for ${root}.`),
            run(`az account get-access-token --resource ${root} --query accessToken -o tsv`),
          ]
        : []),
      ...(expiredAt === null ? [] : [say('Get a new token, and check the clock of this machine.')]),
      say(`configuration: check source.cloud (now ${cloud}): token and Graph root must be of one cloud.`),
      ...(tenant === null ? [] : [say(`The token is of the tenant ${tenant}.`)]),
      ...forSupport(args),
    ],
    service: ofService,
    basis: 'documented',
  },
  'graph/forbidden': {
    title: 'Permission missing',
    severity: 'error',
    blame: 'source',
    message: (args) => `${answered(args)}: a permission or the consent to it is missing.`,
    why: 'A token is issued also without the permissions that a request needs; Graph refuses then. A permission takes effect with the next sign-in after consent.',
    advice: ({ application, delegated, role, ...args }) => [
      ...(args.actor === 'person'
        ? []
        : [
            say(
              `The least application permission that suffices: ${application}. In Entra: App registrations, API permissions, add it under Microsoft Graph and grant admin consent.`,
            ),
          ]),
      ...(args.actor === 'application'
        ? []
        : [
            say(
              `The least delegated permission that suffices: ${delegated}${
                role === null ? '' : `, and the person needs the role ${role}`
              }.`,
            ),
          ]),
      ...permissionsOf(args),
      ...forSupport(args),
    ],
    service: ofService,
    basis: 'documented',
  },
  'graph/not-found': {
    title: 'Not found in Microsoft Graph',
    severity: 'error',
    blame: 'configuration',
    message: (args) => `${answered(args)}.`,
    why: 'The id or name is wrong, or it is of another tenant. A deleted user is not found here either, but in the recycle bin.',
    advice: (args) => [
      say('Check the id: the object id of an enterprise application is not that of its app registration.'),
      ...forSupport(args),
    ],
    service: ofService,
    basis: 'documented',
  },
  'graph/bad-request': {
    title: 'Request not accepted by Microsoft Graph',
    severity: 'error',
    blame: 'source',
    message: (args) => `${answered(args)}.`,
    why: 'The query is not supported, or an id in it is not well-formed.',
    advice: (args) => [
      say('Check the ids of the configuration, and attribute names of the schema that Graph does not have.'),
      ...forSupport(args),
    ],
    service: ofService,
    basis: 'documented',
  },
  'graph/dependency-failed': {
    title: 'Another request of the batch failed',
    severity: 'error',
    blame: 'source',
    message: (args) => `${answered(args)}: a request that it depends on failed.`,
    why: 'In a batch a request may wait for another one, and is not made when that one fails.',
    advice: (args) => [say('Look at the request that failed first.'), ...forSupport(args)],
    service: ofService,
    basis: 'documented',
  },
  'graph/refused': {
    title: 'Microsoft Graph refused the request',
    severity: 'error',
    blame: 'source',
    message: (args) => `${answered(args)}.`,
    why: 'A status without a rule of its own; the words are those of Graph.',
    advice: (args) => [say('Look at the exchange (--output json).'), ...forSupport(args)],
    service: ofService,
    basis: 'documented',
  },
  'graph/link-elsewhere': {
    title: 'Next page is on another host',
    severity: 'error',
    blame: 'source',
    message: ({ host, other }) =>
      `${host} names ${other} for the next page of a list. A token is never taken to another host.`,
    why: 'A list comes in pages, each with the address of the next one, always on the host that was asked.',
    advice: () => [
      say(
        'configuration: check source.graphUrl; a proxy must leave the addresses of pages alone or name itself.',
      ),
    ],
    basis: 'assumed',
  },
  'graph/endless-pages': {
    title: 'Pages of a list go round in a circle',
    severity: 'error',
    blame: 'source',
    message: ({ host, request }) =>
      `${host} names a page of ${request} that was already read as the next one.`,
    why: 'Each page of a list names a new address for the next one.',
    advice: () => [say('Try again; look at a proxy on the way, which may have answered from a cache.')],
    basis: 'assumed',
  },
  'graph/batch-incomplete': {
    title: 'Batch without an answer to every request',
    severity: 'error',
    blame: 'source',
    message: ({ host, request }) => `${host} answered a batch without an answer to ${request} in it.`,
    why: 'Every request of a batch has an answer with its id.',
    advice: () => [say('Try again; look at the exchange (--output json).')],
    basis: 'documented',
  },
  'graph/clock-skew': {
    title: 'Clock of this machine is wrong',
    severity: 'warning',
    blame: 'configuration',
    message: ({ host, seconds, serverTime }) =>
      `The clock of this machine is ${String(Math.abs(seconds))} s ${
        seconds > 0 ? 'ahead of' : 'behind'
      } that of ${host} (${serverTime}).`,
    why: 'Tokens and signed requests begin and end by the clock; some minutes of difference are tolerated.',
    advice: () => [say('Set the clock of this machine, best by a time server.')],
    basis: 'documented',
  },
};
