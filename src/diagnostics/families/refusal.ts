import { type Advice, type Entries, type Entry, say } from '../entry.js';
import { type AccountInTheWay, adviseOnAccounts } from './action.js';

/** One thing that a refused request was to change. */
export interface RefusedPart {
  /** as it was sent; null in a create, which has no operations */
  op: string | null;
  path: string;
  /** JSON */
  value: string;
}

export interface RefusalArgs {
  target: string;
  method: string;
  path: string;
  status: number;
  detail: string | null;
  scimType: string | null;
  /** all operations of a PATCH; none for a create */
  operations: readonly RefusedPart[];
  /** what the refusal is about as far as the server's words tell */
  suspects: readonly RefusedPart[];
  /** the queries of the match before it, as far as they explain it */
  asked: readonly string[];
}

/** What a refused create lacks. */
export interface MissingValue {
  target: string;
  /** the source attributes without value; none where the expression gives nothing, or there is no mapping */
  sources: readonly string[];
  mapped: boolean;
}

/** How a target can refuse a write. */
export interface RefusalDiagnostics {
  'action/conflict': RefusalArgs & {
    /** what was found when the target was asked again */
    inTheWay: readonly AccountInTheWay[];
  };
  'action/refused-as-conflict': RefusalArgs;
  'action/rejected': RefusalArgs;
  'action/value-missing': RefusalArgs & {
    missing: readonly MissingValue[];
    /** whether the target's words name it */
    named: boolean;
  };
  'action/reactivation-refused': RefusalArgs;
  'action/no-licence': RefusalArgs;
  'action/too-large': RefusalArgs;
  'action/media-type-refused': RefusalArgs;
  'action/gateway-error': RefusalArgs;
  'action/account-gone': RefusalArgs;
  'action/not-allowed': RefusalArgs;
  'action/method-not-supported': RefusalArgs;
  'action/unprocessable': RefusalArgs;
  'action/throttled': RefusalArgs;
  'action/server-error': RefusalArgs;
  'action/unexpected-status': RefusalArgs;
}

const prefix = 'SystemForCrossDomainIdentityManagement';

function tell(args: RefusalArgs): string {
  return [tellAnswer(args), ...tellParts(args)].join(' ');
}

/** The same where no operation in particular can be meant: the whole request was refused. */
function tellWhole(args: RefusalArgs): string {
  return [tellAnswer(args), ...tellLost(args)].join(' ');
}

function tellAnswer(args: RefusalArgs): string {
  const { target, method, path, status, detail, scimType } = args;
  const answer = `${String(status)}${scimType === null ? '' : ` (${scimType})`}${detail === null ? '' : `: "${detail.replace(/\.$/, '')}"`}`;
  return `${target} answered ${method} ${path} with ${answer}.`;
}

const mostParts = 3;
const longestValue = 60;

function listParts(parts: readonly RefusedPart[]): string {
  const more = parts.length - mostParts;
  const told = parts.slice(0, mostParts).map(({ op, path, value }) => {
    const short = value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
    return `${op === null ? '' : `${op} `}${path} ${short}`;
  });
  return `${told.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}`;
}

function listPaths(parts: readonly RefusedPart[]): string {
  const more = parts.length - mostParts;
  const paths = parts.slice(0, mostParts).map(({ path }) => path);
  return `${paths.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** Which operation it is about, and that a PATCH is lost as a whole (RFC 7644 section 3.5.2). */
function tellParts(args: RefusalArgs): readonly string[] {
  const { operations, suspects } = args;
  const lost = tellLost(args);
  if (suspects.length > 0) return [`It is about ${listParts(suspects)}.`, ...lost];
  return operations.length === 0
    ? []
    : [`It does not say which is meant of ${listPaths(operations)}.`, ...lost];
}

function tellLost({ operations: { length: count } }: RefusalArgs): readonly string[] {
  if (count === 0) return [];
  return [`The whole request was lost${count > 1 ? `, all ${String(count)} operations of it` : ''}.`];
}

function refusal(
  title: string,
  why: string,
  advice: (args: RefusalArgs) => readonly string[],
  service: readonly string[],
): Entry<RefusalArgs> {
  return {
    title,
    severity: 'error',
    blame: 'target',
    message: tell,
    why,
    advice: (args): Advice[] => advice(args).map(say),
    service: () => service,
    basis: 'observed',
  };
}

/** A refusal that no operation in particular is to blame for. */
const wholeRefusal = (...parts: Parameters<typeof refusal>): Entry<RefusalArgs> => ({
  ...refusal(...parts),
  message: tellWhole,
});

export const refusalEntries: Entries<RefusalDiagnostics> = {
  'action/conflict': {
    ...refusal(
      'Conflict with another account',
      'The status says that the value belongs to another account, although the matching query did not find one. Read the detail: often it is not a duplicate at all.',
      () => [],
      [`${prefix}ServiceIncompatibleFiltering`, 'EntryConflict'],
    ),
    message: (args) =>
      [
        tellAnswer(args),
        ...(args.asked.length > 0
          ? [
              `Before that it found nobody by ${args.asked.join(', nor by ')}, so a new account was to be made.`,
            ]
          : []),
        ...(args.inTheWay.length > 0
          ? [
              `In the way ${args.inTheWay.length > 1 ? 'are' : 'is'} ${args.inTheWay.map(({ id }) => id).join(', ')}.`,
            ]
          : []),
        ...tellParts(args),
      ].join(' '),
    advice: (args) => adviseOnConflict(args),
  },
  'action/refused-as-conflict': refusal(
    'Refused as a conflict that is none',
    'The status 409 stands for a duplicate, and the service reports every 409 as one. The words of the target tell of something else.',
    () => [
      'target: remove what its words name',
      'target: answer 400 with the reason instead of 409, so that nobody looks for a duplicate',
    ],
    [`${prefix}ServiceIncompatibleFiltering`, 'EntryConflict'],
  ),
  'action/rejected': refusal(
    'Request rejected',
    'The target understood the request and does not accept it. A PATCH is all or nothing, so that one bad operation loses every other change of the user.',
    (args) => adviceForRejection(args),
    [`${prefix}ServiceIncompatible`],
  ),
  'action/value-missing': {
    ...refusal(
      'Target wants a value that is not there',
      'What has no value is left out of a create: nulls are not provisioned. A target that needs the attribute then refuses the whole account.',
      () => [],
      [`${prefix}ServiceIncompatible`, 'MandatoryFieldsMissing', 'MissingValues'],
    ),
    blame: ({ missing }) => (missing.some(({ mapped }) => !mapped) ? 'configuration' : 'source'),
    message: (args) => `${tellAnswer(args)} ${tellMissing(args.missing, args.named)}`,
    advice: ({ missing, named }) => adviseOnMissing(missing, named),
  },
  'action/reactivation-refused': refusal(
    'Target does not enable the account again',
    'An account that is disabled in the target and belongs to a user in scope is enabled again by a PATCH of active. The service knows no other way.',
    () => [
      'target: let active be set back to true, as the service expects of every account that it disabled',
      'target: else remove the disabled account, so that a new one is made',
    ],
    [`${prefix}ServiceIncompatible`],
  ),
  'action/no-licence': wholeRefusal(
    'No licence left',
    'The target has no seat for another user; the next cycles try again.',
    () => ['target: free a licence or buy one', 'source: assign fewer users to the application'],
    ['LicenseLimitExceeded'],
  ),
  'action/too-large': wholeRefusal(
    'Request too large',
    'The target, or what stands before it, limits the size of a body (RFC 7644 section 3.12: 413).',
    () => [
      'target: raise the limit for request bodies, also of proxies before it',
      'configuration: remove mappings of long values',
    ],
    ['UnprocessableEntity'],
  ),
  'action/media-type-refused': wholeRefusal(
    'Media type refused',
    'Every body is sent as application/scim+json, the media type of SCIM (RFC 7644 section 3.1).',
    () => ['target: accept application/scim+json for POST and PATCH'],
    ['UnprocessableEntity'],
  ),
  'action/gateway-error': wholeRefusal(
    'An HTML page instead of an answer',
    'A SCIM service answers with JSON, also when it fails. A page comes from a proxy, a gateway or a firewall before it, or from a web server whose application broke.',
    () => [
      'target: look into the log of the proxy or gateway before it, and whether the request reached the service',
      'target: answer with a SCIM error (RFC 7644 section 3.12), so that the reason can be seen',
    ],
    ['InternalServerError'],
  ),
  'action/account-gone': {
    ...refusal(
      'Account no longer there',
      'The account was found a moment ago and cannot be addressed by its id.',
      () => [
        'target: find out why an account that a query returns cannot be addressed by its id, or who deleted it',
        'In the service: restart the provisioning with a full reset, so that everybody is matched anew (a complete initial cycle).',
      ],
      ['InvalidAnchor'],
    ),
    message: (args) =>
      args.asked.length === 0
        ? tellWhole(args)
        : `${tellWhole(args)} A moment ago it found that account by ${args.asked.join(', ')}.`,
  },
  'action/not-allowed': wholeRefusal(
    'Not allowed to write',
    'The token was accepted for reading and is not allowed to do this.',
    ({ scimType }) => [
      ...(scimType === 'sensitive'
        ? ['target: accept the values in this request; it takes them for sensitive (RFC 7644 section 7.5.2)']
        : []),
      'target: give the token the right to create and change users',
    ],
    ['Unauthorized', 'InsufficientRights', 'NotPermitted'],
  ),
  'action/method-not-supported': wholeRefusal(
    'Method not supported',
    'Microsoft Entra uses GET, POST, PATCH and DELETE, never PUT.',
    ({ method }) => [`target: support ${method} on users`],
    ['MethodNotAllowed', 'NotImplemented'],
  ),
  'action/unprocessable': refusal(
    'Values refused',
    'The target understood the request and refuses what it holds.',
    () => ['target: compare the values that were sent with its rules'],
    ['UnprocessableEntity'],
  ),
  'action/throttled': wholeRefusal(
    'Target overloaded',
    'Writes are not repeated here; the service tries again by itself.',
    () => ['target: raise its limit (25 requests a second is what the service asks for), and run again'],
    ['TooManyRequests'],
  ),
  'action/server-error': wholeRefusal(
    'Target failed',
    'A fault inside the target. The service tries again later.',
    () => ['target: look into its log for this request'],
    ['InternalServerError'],
  ),
  'action/unexpected-status': refusal(
    'Unexpected answer to a write',
    'Neither a success nor one of the refusals that the service knows.',
    () => ['configuration: check the target URL', 'target: look into its log for this request'],
    [`${prefix}ServiceIncompatible`],
  ),
};

function tellMissing(missing: readonly MissingValue[], named: boolean): string {
  const told = missing.map(({ target, sources, mapped }) => {
    if (!mapped) return `${target} is not in the mapping`;
    if (sources.length === 0) return `${target} was not sent: its mapping gives null`;
    return `${target} was not sent: ${sources.join(', ')} is null`;
  });
  if (named) return `${told.join('; ')}.`;
  const names = missing.map(({ target, sources }) => `${target} (${sources.join(', ')})`);
  return `It does not say which; without value, and so not sent: ${names.join(', ')}.`;
}

function adviseOnMissing(missing: readonly MissingValue[], named: boolean): Advice[] {
  const sources = [...new Set(missing.flatMap((one) => one.sources))].join(', ');
  const unmapped = missing.filter(({ mapped }) => !mapped).map(({ target }) => target);
  const mapped = missing.filter((one) => one.mapped).map(({ target }) => target);
  return [
    ...(unmapped.length > 0 ? [say(`configuration: add a mapping to ${unmapped.join(', ')}`)] : []),
    ...(sources === ''
      ? []
      : [say(`source: fill ${sources} of the user${named ? '' : ', whichever the target needs'}`)]),
    ...(mapped.length > 0
      ? [say(`configuration: give the mapping to ${mapped.join(', ')} a default value, or another source`)]
      : []),
    say('target: do not require the attribute'),
  ];
}

function adviseOnConflict({ method, inTheWay }: RefusalDiagnostics['action/conflict']): Advice[] {
  return [
    ...(inTheWay.length > 0
      ? adviseOnAccounts(inTheWay.flatMap(({ reasons }) => reasons))
      : [
          say(
            method === 'POST'
              ? 'target: find the account that has the value; inactive accounts and other letter case must be found by the filter too'
              : 'target: find the other account that has the value',
          ),
          say('configuration: match on the attribute that is unique in the target'),
        ]),
  ];
}

const general = 'target: read the detail, and compare it with the request body';
const textBooleans = 'target: accept "True" and "False" as text in a PATCH, which is what on demand sends';
const flagInstead = [
  'configuration: aadOptscim062020 on the tenant URL turns on the other dialect, for cycles alone',
];

function adviceForRejection(args: RefusalArgs): string[] {
  const { scimType, detail, suspects } = args;
  if (suspects.some(({ value }) => /^"(?:true|false)"$/i.test(value)))
    return [textBooleans, ...flagInstead, general];
  if (scimType === 'invalidSyntax' && /\bop\b|operation/i.test(detail ?? ''))
    return [
      'target: take op in any letter case: on demand sends Add and Replace (RFC 7644 has no letter case there)',
      ...flagInstead,
      general,
    ];
  if (suspects.some(({ path, value }) => /:manager$/i.test(path) && value.startsWith('"')))
    return [
      'target: take the manager as the text of an id too, which is how the service writes it in a PATCH',
      general,
    ];
  if (
    suspects.some(({ path }) => /^urn:/i.test(path)) &&
    /schema|urn:|extension|namespace/i.test(detail ?? '')
  )
    return [
      'target: accept an extension whose URN schemas does not list: the service lists the core and the enterprise schema alone',
      'configuration: correct the URN of the target attribute, or remove the mapping',
      general,
    ];
  const mentionsBoolean = /boolean|active/i.test(detail ?? '');
  switch (scimType) {
    case 'invalidPath':
      return [
        'target: support paths with a filter, such as emails[type eq "work"].value, in both dialects',
        general,
      ];
    case 'noTarget':
      return [
        'target: create the element when a filtered path finds none, as Microsoft Entra expects',
        general,
      ];
    case 'mutability':
      return [
        'configuration: remove the mapping to an attribute that the target does not let change',
        general,
      ];
    case 'invalidValue':
      return [
        ...(mentionsBoolean ? [textBooleans] : []),
        'configuration: send the value in the type and form that the target takes',
        general,
      ];
    case 'invalidSyntax':
      return ['target: accept the body as it was sent; the service writes it so for every target', general];
    case 'invalidVers':
      return ['target: answer as SCIM 2.0; the service speaks no other version', general];
    case 'tooMany':
    case 'invalidFilter':
      return ['target: a write holds no query: correct the scimType of the answer', general];
    case 'sensitive':
      return ['target: accept the values in this request; it takes them for sensitive', general];
    case 'uniqueness':
      return ['target: find the other account that has the value', general];
    default:
      return mentionsBoolean ? [textBooleans, general] : [general];
  }
}
