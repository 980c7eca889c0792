import type { Blame } from '../diagnostic.js';
import { type Advice, type Entries, say } from '../entry.js';

/** What can be wrong with an answer of the target. `request` is method and path: `GET /Users?filter=...`. */
export interface AnswerDiagnostics {
  'answer/wrong-status': { request: string; status: number; scimType: string | null; detail: string | null };
  'answer/empty': { request: string; status: number };
  'answer/html': { request: string; status: number; excerpt: string | null };
  'answer/not-json': { request: string; status: number; excerpt: string | null };
  /** `found`: a JSON type; `members`: the first names of the object that came */
  'answer/not-list-response': { request: string; found: string; members: readonly string[] };
  'answer/missing-resources': { request: string; totalResults: number | null };
  'answer/not-resource': { request: string; found: string };
  'answer/several-resources': { request: string; count: number };
  'answer/missing-id': { request: string };
  'answer/wrong-shape': {
    request: string;
    attribute: string;
    expected: string;
    found: string;
    resourceId: string | null;
  };
  /** `found`: in small letters, without parameters */
  'answer/media-type': { request: string; found: string | null };
  'answer/charset': { request: string; kind: 'unknown' | 'unfit'; charset: string };
}

const prefix = 'SystemForCrossDomainIdentityManagement';
const incompatible = (): readonly string[] => [`${prefix}ServiceIncompatible`];
const quoted = (text: string | null): string => (text === null ? '' : `: "${text}"`);

export const answerEntries: Entries<AnswerDiagnostics> = {
  'answer/wrong-status': {
    title: 'Target refused the request',
    severity: 'error',
    blame: ({ status }) => blameForStatus(status),
    message: ({ request, status, scimType, detail }) =>
      `${request} was answered with ${String(status)}${scimType === null ? '' : ` ${scimType}`}${quoted(detail) || ', without a word of explanation'}.`,
    why: 'The service reads the status, not the reason: a query must give 200 also when it finds nobody, a conflict (409) means to it that the account exists though the query did not find it, and 404 for a known id that the account vanished.',
    advice: adviseOnStatus,
    service: serviceWords,
    basis: 'documented',
  },
  'answer/empty': {
    title: 'Answer without a body',
    severity: 'error',
    blame: 'target',
    message: ({ request, status }) =>
      `${request} was answered with ${String(status)} and an empty body; a ListResponse was expected.`,
    why: 'A query is answered with a ListResponse, also when it finds nobody (RFC 7644 section 3.4.2).',
    advice: () => [say('Answer with {"schemas": [...ListResponse], "totalResults": 0, "Resources": []}.')],
    service: incompatible,
    basis: 'documented',
  },
  'answer/html': {
    title: 'Answer is a web page',
    severity: 'error',
    blame: 'configuration',
    message: ({ request, status, excerpt }) =>
      `${request} was answered with ${String(status)} and an HTML page${quoted(excerpt)}.`,
    why: 'A page instead of JSON is usually a sign-in page, a proxy, or the web site beside the API.',
    advice: () => [
      say('Check the URL of the target: it ends before /Users, and often with /scim or /scim/v2.'),
      say('Check that the token is accepted at this URL without a redirect to a sign-in page.'),
    ],
    service: incompatible,
    basis: 'observed',
  },
  'answer/not-json': {
    title: 'Answer is not JSON',
    severity: 'error',
    blame: 'target',
    message: ({ request, status, excerpt }) =>
      `${request} was answered with ${String(status)} and a body that is not JSON${quoted(excerpt)}.`,
    why: 'SCIM answers are JSON, as application/scim+json (RFC 7644 section 3.1).',
    advice: () => [
      say('Look at the raw answer: a message of a proxy, or JSON that was cut off.'),
      say('Check the URL of the target.'),
    ],
    service: incompatible,
    basis: 'documented',
  },
  'answer/not-list-response': {
    title: 'Answer is not a ListResponse',
    severity: 'error',
    blame: 'target',
    message: ({ request, found, members }) =>
      `${request} was answered with ${shown(found, members)} instead of a ListResponse.`,
    why: 'A query is answered with a ListResponse, also for one result and for none (RFC 7644 section 3.4.2).',
    advice: () => [
      say('Wrap the results: {"schemas": [...ListResponse], "totalResults": n, "Resources": [...]}.'),
      say('If this is another API of the product, correct the URL of the target.'),
    ],
    service: incompatible,
    basis: 'documented',
  },
  'answer/missing-resources': {
    title: 'List without Resources',
    severity: 'error',
    blame: 'target',
    message: ({ request, totalResults }) =>
      `${request} was answered with totalResults ${totalResults === null ? 'missing' : String(totalResults)} and without Resources.`,
    why: 'Resources may be missing only when totalResults is 0 (RFC 7644 section 3.4.2).',
    advice: () => [
      say('Return Resources, spelled with a capital R, as a list; an empty one for no results.'),
    ],
    service: incompatible,
    basis: 'documented',
  },
  'answer/not-resource': {
    title: 'Answer is not a resource',
    severity: 'error',
    blame: 'target',
    message: ({ request, found }) =>
      `${request} was answered with ${withArticle(found)} instead of a resource.`,
    why: 'A read, a create and a change are answered with the resource as a JSON object, a change also with 204.',
    advice: () => [say('Return the resource itself as a JSON object.')],
    service: incompatible,
    basis: 'documented',
  },
  'answer/several-resources': {
    title: 'List where one resource belongs',
    severity: 'error',
    blame: 'target',
    message: ({ request, count }) =>
      `${request} was answered with a list of ${String(count)} instead of one resource.`,
    why: 'A read by id gives exactly one resource, not wrapped in a list.',
    advice: () => [
      say('Return the resource itself, not a ListResponse.'),
      say('For groups, honour excludedAttributes=members.'),
    ],
    service: ({ count }) => [
      count > 1 ? `${prefix}MultipleEntriesInResponse` : `${prefix}ServiceIncompatible`,
    ],
    basis: 'documented',
  },
  'answer/missing-id': {
    title: 'Resource without usable id',
    severity: 'error',
    blame: 'target',
    message: ({ request }) => `${request} was answered with a resource that has no usable id.`,
    why: 'Every later request addresses the resource by the id that the server assigned (RFC 7643 section 3.1).',
    advice: () => [say('Return id as a text in every answer that holds a resource.')],
    service: incompatible,
    basis: 'documented',
  },
  'answer/wrong-shape': {
    title: 'Attribute of the wrong JSON type',
    severity: 'error',
    blame: 'target',
    message: ({ request, attribute, expected, found, resourceId }) =>
      `${request}: ${attribute}${resourceId === null ? '' : ` of ${resourceId}`} is ${withArticle(found)}, expected ${withArticle(expected)}.`,
    why: 'The service cannot deserialise a resource whose attributes have other types than RFC 7643 gives them. The whole user fails then, at the next update or the second run on demand.',
    advice: ({ attribute }) => adviseOnShape(attribute),
    service: incompatible,
    basis: 'observed',
  },
  'answer/media-type': {
    title: 'Answer with another media type',
    severity: 'warning',
    blame: 'target',
    message: ({ request, found }) =>
      `${request} was answered with JSON ${found === null ? 'without a Content-Type' : `as ${found}`}, not as application/scim+json.`,
    why: 'The service asks for application/scim+json. application/json works in practice and is passed over; what the service makes of other types is not known. It is said once a run.',
    advice: () => [say('Answer with Content-Type: application/scim+json.')],
    basis: 'documented',
  },
  'answer/charset': {
    title: 'Answer in another charset than it says',
    severity: 'warning',
    blame: 'target',
    message: ({ request, kind, charset }) =>
      kind === 'unknown'
        ? `${request} was answered in the charset ${charset}, which is not known; it was read as UTF-8.`
        : `${request} was answered with bytes that are not ${charset.toUpperCase()}; those that do not fit were replaced.`,
    why: 'JSON between systems is UTF-8 (RFC 8259 section 8.1). Letters that were replaced differ from what was sent, so that values look changed in every run. It is said once a run.',
    advice: () => [say('Write answers as UTF-8, and say so or nothing in Content-Type.')],
    basis: 'documented',
  },
};

function withArticle(kind: string): string {
  if (kind === 'null') return kind;
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function shown(found: string, members: readonly string[]): string {
  return members.length === 0 ? withArticle(found) : `an object with ${members.join(', ')}`;
}

function adviseOnShape(attribute: string): readonly Advice[] {
  if (attribute.endsWith(':manager')) {
    return [
      say('Return "manager": {"value": "<id>"}. The service writes a text and can read only the object.'),
    ];
  }
  if (attribute === 'active') {
    return [say('Return active as true or false, also when "True" or "False" was sent.')];
  }
  return [say(`Return ${attribute} with the type of RFC 7643, or leave it out.`)];
}

function blameForStatus(status: number): Blame {
  if (status === 401 || status === 403) return 'configuration';
  return status < 400 ? 'network' : 'target';
}

const adviceByType = new Map(
  Object.entries({
    invalidFilter:
      'The server does not support this filter. For emails[type eq "work"].value the portable form is emails.value.',
    invalidValue:
      'Compare the values with what the server accepts. On demand sends booleans as the texts "True" and "False".',
    invalidPath:
      'The server does not understand a path of the request; paths with a filter in brackets are the usual case.',
    noTarget:
      'The filter of a path selected nothing. The service expects the element to be created then, with the values of the filter.',
    invalidSyntax:
      'The server must take op in any letter case ("Add", "Replace") and a replace without path.',
    mutability: 'Remove the row of a read-only attribute from the mapping.',
    uniqueness: 'Find the account that has the value, also among the disabled ones.',
  }),
);

function adviseOnStatus(args: AnswerDiagnostics['answer/wrong-status']): readonly Advice[] {
  const { request, status, scimType } = args;
  const byType = adviceByType.get(scimType ?? '');
  return [...(byType === undefined ? [] : [say(byType)]), say(adviceByStatus(request, status))];
}

function adviceByStatus(request: string, status: number): string {
  if (status < 400) return 'Enter the URL that the server redirects to.';
  if (status === 401 || status === 403) return 'Check the token, and the rights of its owner.';
  if (status === 404) {
    return isQuery(request)
      ? 'A query without result is answered with 200 and an empty list. If there is no such collection, check the URL.'
      : 'The account vanished from the target: restore it, or let it be matched anew.';
  }
  if (status === 409) return "Read the server's words: often it is not a duplicate at all.";
  if (status === 405 || status === 501)
    return 'The server lacks the method. The service uses PATCH, never PUT.';
  if (status === 413 || status === 415) return 'The server must accept application/scim+json.';
  if (status === 429) return 'The target throttles. Try again later; 25 requests a second are the yardstick.';
  if (status >= 500) return "Look at the target's logs. The service tries again in about 40 minutes.";
  return 'Compare the request with what the server expects.';
}

const isQuery = (request: string): boolean => /^GET \/(Users|Groups)\b(?!\/)/.test(request);

const wordByStatus: Readonly<Record<number, string>> = {
  400: `${prefix}ServiceIncompatible`,
  401: 'Unauthorized',
  403: 'Unauthorized',
  404: 'InvalidAnchor',
  405: 'MethodNotAllowed',
  409: `${prefix}ServiceIncompatibleFiltering`,
  413: 'UnprocessableEntity',
  415: 'UnprocessableEntity',
  422: 'UnprocessableEntity',
  429: 'TooManyRequests',
  501: 'NotImplemented',
};

function serviceWords(args: AnswerDiagnostics['answer/wrong-status']): readonly string[] {
  const { request, status } = args;
  if (status < 400) return ['WebExceptionProtocolError'];
  const hasNoId = isQuery(request) || request.startsWith('POST ');
  if (status === 404 && hasNoId) return [`${prefix}ServiceIncompatible`];
  return [wordByStatus[status] ?? (status >= 500 ? 'InternalServerError' : `${prefix}ServiceIncompatible`)];
}
