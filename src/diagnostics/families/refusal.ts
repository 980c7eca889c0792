import { type Advice, type Entries, type Entry, say } from '../entry.js';

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
}

/** How a target can refuse a write. */
export interface RefusalDiagnostics {
  'action/conflict': RefusalArgs;
  'action/rejected': RefusalArgs;
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
  const { target, method, path, status, detail, scimType } = args;
  const answer = `${String(status)}${scimType === null ? '' : ` (${scimType})`}${detail === null ? '' : `: "${detail}"`}`;
  return [`${target} answered ${method} ${path} with ${answer}.`, ...tellParts(args)].join(' ');
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

/** Which operation it is about, and that a PATCH is lost as a whole (RFC 7644 section 3.5.2). */
function tellParts({ operations, suspects }: RefusalArgs): readonly string[] {
  const count = operations.length;
  const lost =
    count === 0
      ? []
      : [`The whole request was lost${count > 1 ? `, all ${String(count)} operations of it` : ''}.`];
  if (suspects.length > 0) return [`It is about ${listParts(suspects)}.`, ...lost];
  return count === 0 ? [] : [`It does not say which is meant of ${listParts(operations)}.`, ...lost];
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

export const refusalEntries: Entries<RefusalDiagnostics> = {
  'action/conflict': refusal(
    'Conflict with another account',
    'The status says that the value belongs to another account, although the matching query did not find one. Read the detail: often it is not a duplicate at all.',
    ({ method }) => [
      method === 'POST'
        ? 'target: find the account that has the value; inactive accounts and other letter case must be found by the filter too'
        : 'target: find the other account that has the value',
      'configuration: match on the attribute that is unique in the target',
    ],
    [`${prefix}ServiceIncompatibleFiltering`, 'EntryConflict'],
  ),
  'action/rejected': refusal(
    'Request rejected',
    'The target understood the request and does not accept it. A PATCH is all or nothing, so that one bad operation loses every other change of the user.',
    (args) => adviceForRejection(args),
    [`${prefix}ServiceIncompatible`],
  ),
  'action/account-gone': refusal(
    'Account no longer there',
    'The account was found a moment ago and cannot be addressed by its id.',
    () => ['target: find out who deleted the account, or why its id cannot be read'],
    ['InvalidAnchor'],
  ),
  'action/not-allowed': refusal(
    'Not allowed to write',
    'The token was accepted for reading and is not allowed to do this.',
    ({ detail }) => [
      ...(/licen[cs]e|seat|quota/i.test(detail ?? '')
        ? ['target: free a licence or buy one (LicenseLimitExceeded), or take users out of scope']
        : []),
      'target: give the token the right to create and change users',
    ],
    ['Unauthorized', 'InsufficientRights', 'NotPermitted'],
  ),
  'action/method-not-supported': refusal(
    'Method not supported',
    'Microsoft Entra uses GET, POST, PATCH and DELETE, never PUT.',
    ({ method }) => [`target: support ${method} on users`],
    ['MethodNotAllowed', 'NotImplemented'],
  ),
  'action/unprocessable': refusal(
    'Values refused',
    'The target understood the request and refuses what it holds, or its media type application/scim+json.',
    () => ['target: compare the values that were sent with its rules'],
    ['UnprocessableEntity'],
  ),
  'action/throttled': refusal(
    'Target overloaded',
    'Writes are not repeated here; the service tries again by itself.',
    () => ['target: raise its limit (25 requests a second is what the service asks for), and run again'],
    ['TooManyRequests'],
  ),
  'action/server-error': refusal(
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
    case 'uniqueness':
      return ['target: find the other account that has the value', general];
    default:
      return mentionsBoolean ? [textBooleans, general] : [general];
  }
}
