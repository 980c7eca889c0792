import type { QuirkName } from '../../src/target/fixture/quirks/index.js';

/** What a verification of the bundled tenant's target with one quirk comes to. */
interface Case {
  readonly quirk: QuirkName;
  readonly fail: readonly string[];
  readonly warning?: readonly string[];
  readonly codes: readonly string[];
  readonly outcome?: string;
  /** ids of what could not be removed */
  readonly left?: readonly string[];
  readonly source: string;
}

// Each quirk is a way in which servers are wrong; what it means to the service stands in the references named.
export const cases: readonly Case[] = [
  {
    quirk: 'filterIgnored',
    fail: ['filter'],
    codes: ['match/filter-ignored'],
    source: 'pipeline 3 (200 with resources: success and warning) and 6.2 (never update a stranger)',
  },
  {
    quirk: 'caseSensitiveFilter',
    fail: ['letterCase'],
    codes: ['verification/letter-case'],
    source: 'RFC 7643 section 4.1.1 (userName has no letter case); errors 2, ServiceIncompatibleFiltering',
  },
  {
    quirk: 'stringBooleans',
    fail: ['attributeTypes'],
    codes: ['answer/wrong-shape'],
    source: 'scim-client 11: active boolean',
  },
  {
    quirk: 'strictPatchNoTarget',
    fail: ['filteredPath'],
    codes: ['action/rejected'],
    source: 'scim-client 7.3: Add with a filtered path on an element that does not exist creates it',
  },
  {
    quirk: 'hideInactive',
    fail: ['disabledReturned'],
    codes: ['verification/hides-disabled'],
    source: 'scim-client 8 and 11: disabled users returned',
  },
  {
    quirk: 'normalisePhone',
    fail: [],
    warning: ['valuesKept'],
    codes: ['action/value-not-kept'],
    outcome: 'warning',
    source: 'scim-client 11: update on every cycle',
  },
  {
    quirk: 'dropAttributes',
    fail: [],
    warning: ['valuesKept'],
    codes: ['action/value-not-kept'],
    outcome: 'warning',
    source: 'scim-client 11: update on every cycle',
  },
  {
    quirk: 'emptyListAs404',
    fail: ['probe'],
    codes: ['connection/not-found'],
    source: 'scim-client 12: test, 404',
  },
  {
    quirk: 'unauthorized',
    fail: ['credentials'],
    codes: ['connection/unauthorized'],
    outcome: 'refused',
    source: 'scim-client 12: test, 401',
  },
  {
    quirk: 'rejectCreate',
    fail: ['create'],
    codes: ['action/rejected'],
    source: 'scim-client 12: POST, 400',
  },
  {
    quirk: 'conflictOnCreate',
    fail: ['create'],
    codes: ['action/conflict'],
    source: 'scim-client 12: POST, 409',
  },
  {
    quirk: 'serverError',
    fail: ['create'],
    codes: ['action/server-error'],
    source: 'scim-client 12: any, 500',
  },
  {
    quirk: 'noBodyOnWrite',
    fail: ['create'],
    codes: ['action/created-without-answer'],
    source: 'scim-client 5: 201 with the resource; its id is taken',
  },
  {
    quirk: 'managerAsText',
    fail: ['attributeTypes'],
    codes: ['answer/wrong-shape'],
    source: 'scim-client 9: the client writes a string and can only read the object',
  },
  {
    quirk: 'rejectTextBooleans',
    fail: ['disable'],
    codes: ['action/rejected'],
    source: 'scim-client 7.2 and 8: the default dialect sends the text "False"',
  },
  {
    quirk: 'filteredQueryRefused',
    fail: [],
    codes: [],
    outcome: 'pass',
    source:
      'the bundled mapping matches on userName and externalId: no filter of it has brackets (see below for mail)',
  },
  {
    quirk: 'plusNotDecoded',
    fail: ['probe'],
    codes: ['connection/filter-refused'],
    source: 'scim-client 1 (blanks as plus signs) and 12: test, 400',
  },
  {
    quirk: 'bareList',
    fail: ['probe', 'listResponse'],
    codes: ['answer/not-list-response'],
    source: 'pipeline 3: 200 and not a ListResponse; scim-client 11: ListResponse, also for 0',
  },
  {
    quirk: 'bareSingleResult',
    fail: ['listResponse'],
    codes: ['answer/not-list-response'],
    source: 'scim-client 11: ListResponse, also for 1; what the account holds can be tested all the same',
  },
  {
    quirk: 'resourcesMissing',
    fail: ['foundAgain', 'disabledReturned', 'resourcesPresent'],
    codes: ['answer/missing-resources'],
    source: 'scim-client 11: Resources; no look-up finds the account, and that it is disabled is not why',
  },
  {
    quirk: 'queriesThrottled',
    fail: ['foundAgain', 'disabledReturned'],
    codes: ['match/query-refused'],
    source: 'errors 4: step 4, 429; a refused query does not say that disabled users are hidden',
  },
  {
    quirk: 'managerNotReturned',
    fail: [],
    warning: ['manager', 'valuesKept'],
    codes: ['action/value-not-kept'],
    outcome: 'warning',
    source: 'scim-client 9: without a readable manager the client patches it on every cycle',
  },
  {
    quirk: 'emailsAsObject',
    fail: ['attributeTypes'],
    codes: ['answer/wrong-shape'],
    source: 'scim-client 11: emails an array of objects',
  },
  {
    quirk: 'createWithoutId',
    fail: ['create', 'resourceId'],
    codes: ['answer/missing-id'],
    source: 'scim-client 5 (the id is taken from the answer) and 11: every resource has an id',
  },
  {
    quirk: 'createAnswers200',
    fail: [],
    codes: [],
    outcome: 'pass',
    source: 'scim-client 5: 200 is accepted',
  },
  {
    quirk: 'noBodyOnPatch',
    fail: [],
    codes: [],
    outcome: 'pass',
    source: 'scim-client 2: 200 with the resource or 204',
  },
  {
    quirk: 'truncate',
    fail: [],
    warning: ['valuesKept'],
    codes: ['action/value-not-kept'],
    outcome: 'warning',
    source: 'scim-client 11: values stored and returned as sent',
  },
  {
    quirk: 'lowerCaseValues',
    fail: [],
    codes: [],
    outcome: 'pass',
    source: 'pipeline 7: without caseExact letter case is not compared; the values are small letters already',
  },
  {
    quirk: 'removeTakesAllMembers',
    fail: [],
    codes: [],
    outcome: 'pass',
    source: 'scim-client 10: of groups alone, and no group is written',
  },
  {
    quirk: 'requireLowercaseOp',
    fail: ['defaultDialect', 'filteredPath', 'manager', 'disable'],
    codes: ['action/rejected'],
    source:
      'scim-client 7.2 (Add, Replace) and 11 (op in any letter case): every PATCH of the default dialect',
  },
  {
    quirk: 'rejectFilteredPath',
    fail: ['defaultDialect', 'filteredPath'],
    warning: ['compliantDialect'],
    codes: ['action/rejected'],
    source: 'scim-client 7.2: filtered paths stay single operations with the flag too',
  },
  {
    quirk: 'rejectQuotedPrimary',
    fail: [],
    codes: [],
    outcome: 'pass',
    source:
      'scim-client 6.2: the role is sent with the create, where primary is a boolean, and stays the same',
  },
  {
    quirk: 'rejectPathlessReplace',
    fail: [],
    warning: ['compliantDialect'],
    codes: ['action/rejected'],
    outcome: 'warning',
    source: 'scim-client 7.2: one replace without path with the flag alone, which cycles here do not have',
  },
  {
    quirk: 'flatKeysIgnored',
    fail: [],
    warning: ['compliantDialect'],
    codes: ['verification/not-applied'],
    outcome: 'warning',
    source: 'scim-client 7.2: servers may ignore the flat keys, of the flag alone',
  },
  {
    quirk: 'readOnlyToken',
    fail: ['create'],
    codes: ['action/not-allowed'],
    source: 'errors 4: step 5, 403; the token itself is accepted',
  },
  {
    quirk: 'signInPage',
    fail: ['probe', 'json'],
    warning: ['schemas'],
    codes: ['connection/sign-in-page', 'answer/html'],
    source: 'pipeline 3: 200 and not JSON; scim-client 13: what cannot be read of /Schemas is a warning',
  },
  {
    quirk: 'unlistedSchemaRefused',
    fail: ['create'],
    codes: ['action/rejected'],
    source: 'scim-client 5 (custom extensions are not listed; the mapping has one) and 12: POST, 400',
  },
  {
    quirk: 'conflictOnDisable',
    fail: ['disable'],
    warning: ['compliantDialect'],
    codes: ['action/refused-as-conflict'],
    source: 'errors 4: step 5, 409 on PATCH, often no duplicate; in either dialect',
  },
  {
    quirk: 'uniqueEmail',
    fail: [],
    codes: [],
    outcome: 'pass',
    source:
      'errors 1, EntryConflict: needs an account with the same address, and each made-up user has his own',
  },
  {
    quirk: 'immutableUserName',
    fail: [],
    codes: [],
    outcome: 'pass',
    source: 'errors 4, mutability: needs a rename, and the made-up user keeps the name that he is found by',
  },
  {
    quirk: 'seatsExhausted',
    fail: ['create'],
    codes: ['action/no-licence'],
    source: 'errors 1: LicenseLimitExceeded',
  },
  {
    quirk: 'accountGone',
    fail: ['defaultDialect', 'filteredPath', 'manager', 'disable'],
    warning: ['compliantDialect', 'deletion'],
    codes: ['action/account-gone'],
    left: ['new-2', 'new-1'],
    source:
      'scim-client 12: PATCH, 404; DELETE, 404 is silent in the service, and the accounts are there still',
  },
  {
    quirk: 'patchNotSupported',
    fail: ['defaultDialect', 'filteredPath', 'manager', 'disable'],
    warning: ['compliantDialect'],
    codes: ['action/method-not-supported'],
    source: 'scim-client 1 (never PUT) and 12: any, 501',
  },
  {
    quirk: 'tooLarge',
    fail: ['create'],
    codes: ['action/too-large'],
    source: 'errors 4: step 5, 413',
  },
  {
    quirk: 'unsupportedMediaType',
    fail: ['create'],
    codes: ['action/media-type-refused'],
    source: 'errors 4: step 5, 415; the media type of its own answers is another matter',
  },
  {
    quirk: 'unprocessable',
    fail: ['create'],
    codes: ['action/unprocessable'],
    source: 'scim-client 12: any, 422',
  },
  {
    quirk: 'throttled',
    fail: ['create'],
    codes: ['action/throttled'],
    source: 'scim-client 12: any, 429',
  },
  {
    quirk: 'htmlError',
    fail: ['create'],
    codes: ['action/gateway-error'],
    source: 'scim-client 12: any, 502; HTML speaks against JSON with 200 alone (11)',
  },
  {
    quirk: 'managerRefused',
    fail: ['manager'],
    codes: ['action/rejected'],
    source: 'scim-client 9: the value is plain text; 12: PATCH, 400',
  },
  {
    quirk: 'forbiddenQueries',
    fail: ['foundAgain', 'disabledReturned'],
    codes: ['match/query-refused'],
    source: 'errors 4: step 4, 403; a refused query does not say that disabled users are hidden',
  },
];
