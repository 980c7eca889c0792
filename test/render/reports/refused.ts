import type { Report } from '../../../src/report/report.js';
import {
  connected,
  exchange,
  failure,
  finding,
  imported,
  inScope,
  matched,
  matchedId,
  notActed,
  report,
  step,
  unmatched,
} from './build.js';
import { change, createdAttributes } from './changes.js';

const otherId = 'c75ad752-64ae-4823-840d-ffa80929976c';

/** RFC 7644, section 3.12: the error message of a service, here with the scimType of a value that is taken. */
const taken = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: '409',
  scimType: 'uniqueness',
  detail: 'A user with the e-mail address alice@contoso.com exists already.',
};

/** Runs that failed at the target, or before they wrote to it. */
export const refused: Readonly<Record<string, Report>> = {
  'ambiguous match': report({
    outcome: failure('failed alice@contoso.com: 2 users of the target fit', 'none', 'DuplicateTargetEntries'),
    steps: [
      connected,
      imported,
      inScope,
      step(
        'matchUser',
        'Match user',
        {
          attempts: [
            {
              attribute: 'userName',
              value: 'alice@contoso.com',
              result: 'several',
              ids: [matchedId, otherId],
            },
          ],
          users: [
            {
              id: matchedId,
              properties: {
                userName: 'alice@contoso.com',
                displayName: 'Alice Ähre',
                active: 'True',
                externalId: 'A-1',
              },
            },
            {
              id: otherId,
              properties: { userName: 'Alice@contoso.com', displayName: 'Alice Ähre', active: 'False' },
            },
          ],
          differences: ['userName', 'active', 'externalId'],
        },
        {
          status: 'failure',
          description: '2 users of the target fit userName eq "alice@contoso.com"',
          diagnostics: [
            finding('match/ambiguous', {
              title: 'Ambiguous match',
              message: `2 users of the target have userName "alice@contoso.com": ${matchedId}, ${otherId}.`,
              advice: [
                {
                  kind: 'text',
                  text: 'target: remove or rename the user who is not meant; 1 of the 2 is inactive',
                },
                { kind: 'text', text: 'configuration: match on an attribute that is unique in the target' },
              ],
              at: [{ file: 'contoso.schema.json', line: 88, column: 11 }],
              service: ['DuplicateTargetEntries'],
            }),
          ],
        },
      ),
      notActed('no action on an ambiguous match'),
    ],
  }),
  'failed create': report({
    outcome: failure(
      'create of alice@contoso.com failed: 409 uniqueness',
      'create',
      'SystemForCrossDomainIdentityManagementServiceConflict',
    ),
    steps: [
      connected,
      imported,
      inScope,
      unmatched,
      step(
        'performAction',
        'Perform action',
        {
          because: 'no user of the target matched',
          dialects: [],
          attributes: createdAttributes.map((row) => ({ ...row, stored: null, kept: null })),
        },
        {
          status: 'failure',
          description: 'POST /Users was answered with 409',
          exchanges: ['x3'],
          diagnostics: [
            finding('action/refused', {
              title: 'Write refused',
              message:
                'The target refused to create alice@contoso.com: 409, uniqueness, "A user with the e-mail address alice@contoso.com exists already."',
              advice: [
                {
                  kind: 'text',
                  text: 'target: find the user with that e-mail address; the match on userName does not see it',
                },
                {
                  kind: 'text',
                  text: 'configuration: add emails[type eq "work"].value as a second matching attribute',
                },
                { kind: 'link', text: 'https://www.rfc-editor.org/rfc/rfc7644#section-3.12' },
              ],
              service: ['SystemForCrossDomainIdentityManagementServiceConflict'],
            }),
            finding('action/slow', {
              severity: 'warning',
              message: 'The target took 9 s for one request.',
              blame: 'target',
            }),
          ],
        },
      ),
    ],
    exchanges: [
      exchange('x3', 'performAction', {
        method: 'POST',
        status: 409,
        requestBody: { userName: 'alice@contoso.com', active: true },
        responseBody: taken,
      }),
    ],
  }),
  'consent missing': report({
    outcome: failure(
      'alice@contoso.com not disabled: consent is missing',
      'disable',
      'action/consent-missing',
    ),
    steps: [
      connected,
      imported,
      step('determineScope', 'Determine scope', {
        ...inScope.details,
        inScope: false,
        conditions: inScope.details.conditions.map((condition) =>
          condition.id === 'assigned'
            ? { ...condition, result: false, reason: 'no assignment reaches the user' }
            : condition,
        ),
      }),
      matched,
      step(
        'performAction',
        'Perform action',
        {
          because: 'out of scope, and the target holds the account',
          dialects: [],
          attributes: [
            change('active', 'False', 'IsSoftDeleted', {
              previous: 'True',
              operation: 'replace',
              stored: null,
            }),
          ],
        },
        {
          status: 'failure',
          description: 'disabling needs consent; nothing was sent',
          diagnostics: [
            finding('action/consent-missing', {
              title: 'Consent is missing',
              message:
                'This run would disable alice@contoso.com in scim.contoso.com, and nobody has agreed to it.',
              advice: [{ kind: 'command', text: 'provision-user --upn alice@contoso.com --yes' }],
              blame: 'configuration',
            }),
          ],
        },
      ),
    ],
  }),
  'expression fails on a value': report({
    outcome: failure(
      'failed alice@contoso.com: title cannot be computed',
      'update',
      'expression/index-out-of-range',
    ),
    steps: [
      connected,
      imported,
      inScope,
      matched,
      step(
        'performAction',
        'Perform action',
        { because: 'one user matched', attributes: [], dialects: [] },
        {
          status: 'failure',
          description: 'title cannot be computed',
          diagnostics: [
            finding('expression/index-out-of-range', {
              message: 'Mid begins at 9, but "Sales" has 5 characters.',
              advice: [
                {
                  kind: 'frame',
                  text: 'Switch([country], Mid([department], 9, 2), "AT", "Wien", "DE", "Berlin", "CH", "Zürich", "FR", "Paris")\n                  ^',
                },
                { kind: 'text', text: 'configuration: let the second argument be at most 5' },
              ],
              blame: 'configuration',
              at: [
                {
                  file: 'contoso.schema.json',
                  pointer: '/synchronizationRules/0/objectMappings/0/attributeMappings/3',
                },
              ],
            }),
          ],
        },
      ),
    ],
  }),
};
