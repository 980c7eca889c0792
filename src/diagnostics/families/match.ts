import { type Entries, say } from '../entry.js';

interface QueryArgs {
  target: string;
  /** left out for users */
  collection?: 'Users' | 'Groups';
  attribute: string;
  value: string;
}

/** What step 4 can meet. */
export interface MatchDiagnostics {
  'match/ambiguous': QueryArgs & {
    ids: string[];
    count: number;
    /** target names in which they differ */
    differences: string[];
    /** ids of those that are disabled */
    inactive: string[];
  };
  'match/substring-search': QueryArgs & { strangers: { id: string; held: string }[] };
  'match/other-letter-case': QueryArgs & { id: string; held: string };
  'match/special-characters': { attribute: string; value: string; characters: string[] };
  'match/filter-ignored': QueryArgs & { ids: string[]; count: number };
  'match/query-refused': QueryArgs & { status: number; detail: string | null; scimType: string | null };
  'match/no-answer': QueryArgs & { kind: string; reason: string };
  'match/several-values': { attribute: string; values: string[] };
}

const prefix = 'SystemForCrossDomainIdentityManagement';
const nounOf = ({ collection }: QueryArgs): string => (collection === 'Groups' ? 'groups' : 'users');
const queryOf = ({ attribute, value }: QueryArgs): string => `${attribute} eq "${value}"`;
/** "Values with special characters are a limitation": anything outside these is named where a query failed. */
const limitation = ({ value }: QueryArgs) =>
  /[^\p{L}\p{N}@._\- ]/u.test(value)
    ? [say(`The value holds special characters, which the service documents as a limitation of matching.`)]
    : [];
const mostIds = 5;
const some = (ids: readonly string[]): string =>
  `${ids.slice(0, mostIds).join(', ')}${ids.length > mostIds ? ` and ${String(ids.length - mostIds)} more` : ''}`;

export const matchEntries: Entries<MatchDiagnostics> = {
  'match/ambiguous': {
    title: 'Several accounts match',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} has ${String(args.count)} ${nounOf(args)} with ${queryOf(args)}: ${some(args.ids)}.${args.differences.length === 0 ? '' : ` They differ in ${some(args.differences)}.`}`,
    why: 'Which of them is meant cannot be known, so the service changes none of them.',
    advice: ({ attribute, inactive }) => [
      ...(inactive.length > 0
        ? [
            say(
              `target: ${some(inactive)} is disabled: remove it if it is a leftover, or change its ${attribute}`,
            ),
          ]
        : []),
      say(`target: remove or change the duplicate, so that ${attribute} is unique`),
      say('configuration: match on an attribute that is unique in the target'),
    ],
    service: () => ['DuplicateTargetEntries'],
    basis: 'documented',
  },
  'match/filter-ignored': {
    title: 'Answer does not fit the query',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} was asked for ${queryOf(args)} and gave ${String(args.count)} ${nounOf(args)} of which ${args.ids.slice(0, 3).join(', ')}${args.ids.length > 3 ? ' and others' : ''} do not have that value: the filter was ignored.`,
    why: 'Updating the account that came back could change a stranger.',
    advice: ({ attribute }) => [
      say(`target: honour filters on ${attribute}`),
      say('configuration: match on an attribute that the target can filter on'),
    ],
    basis: 'assumed',
  },
  'match/substring-search': {
    title: 'Target searches for a part of the value',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} was asked for ${queryOf(args)} and also gave ${some(args.strangers.map(({ id, held }) => `${id} (${JSON.stringify(held)})`))}: it compares a part of the value, not the whole.`,
    why: 'eq means equal (RFC 7644 section 3.4.2.2). A search for a part finds strangers, and updating one of them would be worse than doing nothing.',
    advice: ({ attribute }) => [
      say(`target: compare the whole value of ${attribute} for eq`),
      say('configuration: match on an attribute whose values are never part of another one'),
    ],
    service: () => ['DuplicateTargetEntries'],
    basis: 'assumed',
  },
  'match/other-letter-case': {
    title: 'Found in other letter case alone',
    severity: 'error',
    blame: 'configuration',
    message: (args) =>
      `${args.target} was asked for ${queryOf(args)} and gave ${args.id}, which holds ${JSON.stringify(args.held)}. ${args.attribute} is caseExact in the schema, so that is another value.`,
    why: 'A target attribute that is caseExact is compared with its letter case. userName and e-mail addresses are not (RFC 7643 section 4.1).',
    advice: ({ attribute }) => [
      say(
        `configuration: turn caseExact off for ${attribute}, if the target does not tell letter case apart`,
      ),
      say('configuration: else bring both to one form, such as ToLower in the mapping'),
      say('source: correct the letter case of the value'),
    ],
    basis: 'assumed',
  },
  'match/special-characters': {
    title: 'Matching value with special characters',
    severity: 'info',
    blame: 'configuration',
    message: ({ attribute, value, characters }) =>
      `Nobody was found by ${attribute} eq ${JSON.stringify(value)}, which holds ${characters.map((one) => JSON.stringify(one)).join(', ')}. Queries for values with special characters can fail, though the account is there.`,
    why: 'The service documents special characters in the values of matching attributes as a limitation; which characters is not said. Here they are escaped as RFC 7644 wants it.',
    advice: ({ attribute }) => [
      say('target: decode the filter of a query before reading it (%2B, %27, and + for a blank)'),
      say(`configuration: match on another attribute than ${attribute}`),
    ],
    basis: 'documented',
  },
  'match/query-refused': {
    title: 'Matching query failed',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} answered the query ${queryOf(args)} with ${String(args.status)}${args.detail === null ? '' : `: "${args.detail.replace(/\.$/, '')}"`}.`,
    why: 'A query must be answered with 200 and a list, also an empty one; only then is it known that nobody matches.',
    advice: (args) => [
      ...(args.status === 404
        ? [say('target: answer a query that finds nobody with 200 and an empty list, never 404')]
        : []),
      ...(args.scimType === 'invalidFilter' && args.attribute.includes('[')
        ? [say(`target: support the filter form ${args.attribute}, which Microsoft Entra sends`)]
        : []),
      ...(args.status === 401 || args.status === 403
        ? [say('target: give the token the right to read users')]
        : []),
      ...(args.status === 405 || args.status === 501
        ? [say('target: implement GET /Users with filter; without it nobody can be matched')]
        : []),
      ...(args.status === 400 && !args.attribute.includes('[')
        ? [say(`target: support the filter ${args.attribute} eq`)]
        : []),
      ...(args.status === 429
        ? [say('target: raise its limit (25 requests a second is what the service asks for)')]
        : []),
      ...(args.status >= 500 && args.status !== 501
        ? [say(`target: look into its log: it fails on the filter ${args.attribute} eq, or is overloaded`)]
        : []),
      ...limitation(args),
      say('configuration: match on an attribute that the target can filter on'),
    ],
    service: ({ status }) => {
      if (status === 401 || status === 403) return ['Unauthorized'];
      if (status === 429) return ['TooManyRequests'];
      if (status === 405) return ['MethodNotAllowed'];
      if (status === 501) return ['NotImplemented'];
      return [status >= 500 ? 'InternalServerError' : `${prefix}ServiceIncompatible`];
    },
    basis: 'documented',
  },
  'match/no-answer': {
    title: 'Matching query got no answer',
    severity: 'error',
    blame: 'network',
    message: (args) =>
      `${args.target} gave no answer to the query ${queryOf(args)} (${args.kind})${args.reason === '' ? '' : `: ${args.reason}`}.`,
    why: 'Without an answer it is not known whether an account exists, so nothing is written.',
    advice: () => [say('Check that the target is reachable and not overloaded, and run again.')],
    service: ({ kind }) => [kind === 'timeout' ? 'Timeout' : 'WebExceptionProtocolError'],
    basis: 'documented',
  },
  'match/several-values': {
    title: 'Matching value is a list',
    severity: 'error',
    blame: 'configuration',
    message: ({ attribute, values }) =>
      `The matching attribute ${attribute} has ${String(values.length)} values; a query compares one.`,
    why: 'A matching attribute must have one unique value.',
    advice: () => [say('configuration: match on a single-valued attribute, or pick one value with Item')],
    service: () => ['SchemaPropertyCanOnlyAcceptValue'],
    basis: 'assumed',
  },
};
