import { listWords } from '../service-word.js';

const scim = 'SystemForCrossDomainIdentityManagement';

/** Codes of the SCIM connector. Source: error tables of "Provisioning logs"; public logs and questions where observed. */
export const scimCodes = listWords('error code of the SCIM connector', { category: 'failure' }, [
  {
    word: `${scim}CredentialValidationFailure`,
    steps: [1],
    who: ['configuration', 'target'],
    meaning:
      'The connection test was refused: the token is invalid or has expired. Also seen as the error of a quarantine.',
    tell: 'Get a new token, test it, save it, restart the job.',
    basis: 'observed',
    ours: ['connection/unauthorized', 'network/token-expired'],
  },
  {
    word: `${scim}CredentialValidationUnavailable`,
    steps: [1],
    who: ['target', 'configuration'],
    meaning:
      'The credentials could not be validated: no connection, a TLS problem, an error of the target (5xx), or a token endpoint that gives no token.',
    tell: 'Check that the target is reachable from the internet with a certificate of a public authority, then the tenant URL and the token endpoint.',
    ours: [
      'connection/no-answer',
      'connection/unexpected-status',
      'connection/redirected',
      'connection/filter-refused',
    ],
  },
  {
    word: `${scim}ServiceIncompatible`,
    also: [`${scim}BadRequest`],
    steps: [1, 4, 5],
    who: ['target'],
    meaning:
      'The answer could not be used: a wrong status (404 instead of an empty list), a body that cannot be parsed, or a request body that was refused with 400.',
    tell: 'Read the embedded web response: it has what the target said.',
    ours: [
      'connection/not-found',
      'match/query-refused',
      'action/rejected',
      'action/created-without-answer',
      'answer/wrong-status',
      'answer/empty',
      'answer/html',
      'answer/not-json',
      'answer/not-list-response',
      'answer/missing-resources',
      'answer/not-resource',
      'answer/several-resources',
      'answer/missing-id',
      'answer/wrong-shape',
    ],
  },
  {
    word: `${scim}ServiceIncompatibleFiltering`,
    steps: [5],
    who: ['target'],
    meaning:
      'The target answered a write with 409. By its name the target knows the user although the query did not find him; the status alone seems to decide, and it was seen for other refusals too.',
    tell: "Read the target's own words first. If it is a duplicate: the target's filter must find inactive accounts and other letter case too.",
    basis: 'observed',
    ours: [
      'action/conflict',
      'action/conflict-account-found',
      'action/conflict-account-hidden',
      'answer/wrong-status',
    ],
  },
  {
    word: `${scim}MultipleEntriesInResponse`,
    steps: [4],
    who: ['target'],
    meaning: 'A read of one resource returned several, or members although they were excluded.',
    tell: 'The target must return one resource, and honour excludedAttributes=members.',
    ours: ['answer/several-resources'],
  },
]);
