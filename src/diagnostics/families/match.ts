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
  'match/ambiguous': QueryArgs & { ids: string[]; count: number };
  'match/filter-ignored': QueryArgs & { ids: string[]; count: number };
  'match/query-refused': QueryArgs & { status: number; detail: string | null; scimType: string | null };
  'match/no-answer': QueryArgs & { kind: string; reason: string };
  'match/several-values': { attribute: string; values: string[] };
}

const prefix = 'SystemForCrossDomainIdentityManagement';
const nounOf = ({ collection }: QueryArgs): string => (collection === 'Groups' ? 'groups' : 'users');
const queryOf = ({ attribute, value }: QueryArgs): string => `${attribute} eq "${value}"`;
/** "Values with special characters are a limitation": anything outside these is named where a query failed. */
const special = /[^\p{L}\p{N}@._\- ]/u;
const limitation = ({ value }: QueryArgs) =>
  special.test(value)
    ? [say(`The value holds special characters, which the service documents as a limitation of matching.`)]
    : [];

export const matchEntries: Entries<MatchDiagnostics> = {
  'match/ambiguous': {
    title: 'Several accounts match',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} has ${String(args.count)} ${nounOf(args)} with ${queryOf(args)}: ${args.ids.join(', ')}.`,
    why: 'Which of them is meant cannot be known, so the service changes none of them.',
    advice: ({ attribute }) => [
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
  'match/query-refused': {
    title: 'Matching query failed',
    severity: 'error',
    blame: 'target',
    message: (args) =>
      `${args.target} answered the query ${queryOf(args)} with ${String(args.status)}${args.detail === null ? '' : `: "${args.detail}"`}.`,
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
      ...(args.status === 429 || args.status >= 500
        ? [say('target: look into its log and load; the service would try again later')]
        : []),
      ...limitation(args),
      say('configuration: match on an attribute that the target can filter on'),
    ],
    service: ({ status }) => {
      if (status === 401 || status === 403) return ['Unauthorized'];
      if (status === 429) return ['TooManyRequests'];
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
