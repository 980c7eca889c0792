import type { Report } from '../../../src/report/report.js';
import {
  exchange,
  finding,
  matched,
  matchedId,
  connected,
  imported,
  inScope,
  report,
  step,
} from './build.js';
import { bothDialects, change, createdAttributes } from './changes.js';

const url = `https://scim.contoso.com/scim/v2/Users/${matchedId}`;

/** Runs that came to an answer. */
export const fine: Readonly<Record<string, Report>> = {
  'healthy create': report({
    steps: [
      connected,
      imported,
      inScope,
      report({}).steps[3],
      step(
        'performAction',
        'Perform action',
        { because: 'no user of the target matched', attributes: createdAttributes, dialects: [] },
        { exchanges: ['x3'] },
      ),
    ],
    exchanges: [
      exchange('x3', 'performAction', {
        method: 'POST',
        status: 201,
        requestBody: { userName: 'alice@contoso.com' },
        responseBody: { id: matchedId },
      }),
    ],
  }),
  // Design, section 1, "What people see", second picture.
  'update with a normalised value': report({
    outcome: {
      action: 'update',
      reactivates: false,
      status: 'warning',
      reason: 'action/value-not-kept',
      summary: 'updated alice@contoso.com: 2 attributes, 1 value not kept',
    },
    clock: '2026-11-03T09:00:00.000Z',
    steps: [
      connected,
      imported,
      inScope,
      matched,
      step(
        'performAction',
        'Perform action',
        {
          because: 'one user matched and 2 attributes differ',
          dialects: bothDialects,
          attributes: [
            change('title', 'Lead Engineer', 'jobTitle', { previous: 'Engineer', operation: 'replace' }),
            change('phoneNumbers[type eq "work"].value', '+43 1 5551', 'telephoneNumber', {
              previous: '+43 1 5550',
              operation: 'replace',
              stored: '+4315551',
              kept: 'normalised',
            }),
            change('displayName', 'Alice Ähre', 'displayName', {
              previous: 'Alice Ähre',
              operation: 'none',
              sent: null,
              reason: 'equal',
            }),
          ],
        },
        {
          status: 'warning',
          exchanges: ['x3'],
          diagnostics: [
            finding('action/value-not-kept', {
              severity: 'warning',
              title: 'Value not kept',
              message:
                'scim.contoso.com answered with another value than was sent: phoneNumbers[type eq "work"].value.',
              advice: [
                {
                  kind: 'text',
                  text: 'configuration: map the value in the form that the target keeps, +4315551',
                },
              ],
              blame: 'configuration',
            }),
          ],
        },
      ),
    ],
    exchanges: [exchange('x3', 'performAction', { method: 'PATCH', url })],
  }),
  // Design, section 1, "What people see", first picture.
  'out of scope in a dry run': report({
    subject: { type: 'user', id: 'd4', userPrincipalName: 'dave@contoso.com', displayName: 'Dave Doyle' },
    dryRun: true,
    target: 'target.json',
    outcome: {
      action: 'disable',
      reactivates: false,
      status: 'success',
      reason: 'scope/clause-not-met',
      summary: 'would disable dave@contoso.com: out of scope (Sales staff, Contractors)',
    },
    steps: [
      connected,
      imported,
      step(
        'determineScope',
        'Determine scope',
        {
          inScope: false,
          conditions: [
            ...inScope.details.conditions.slice(0, 4),
            { id: 'filters', label: 'Scoping filters', result: false, reason: 'none of 2 lets the user in' },
          ],
          filters: [
            {
              title: 'Sales staff',
              kind: 'scoping',
              result: false,
              clauses: [
                {
                  attribute: 'department',
                  operator: 'EQUALS',
                  value: 'Sales',
                  actual: 'sales',
                  result: false,
                  reason: 'same but for letter case',
                  at: { file: 'contoso.schema.json', line: 412, column: 15 },
                },
                {
                  attribute: 'country',
                  operator: 'EQUALS',
                  value: 'AT',
                  actual: 'AT',
                  result: true,
                  reason: '',
                  at: { file: 'contoso.schema.json', line: 424, column: 15 },
                },
              ],
            },
            {
              title: 'Contractors',
              kind: 'scoping',
              result: false,
              clauses: [
                {
                  attribute: 'employeeType',
                  operator: 'EQUALS',
                  value: 'contractor',
                  actual: null,
                  result: false,
                  reason: 'a clause on an attribute without value is false',
                  at: { file: 'contoso.schema.json', line: 440, column: 15 },
                },
              ],
            },
          ],
          smallestChange: ['set department to "Sales"'],
        },
        {
          diagnostics: [
            {
              code: 'scope/clause-not-met',
              severity: 'info',
              title: 'A clause is not met',
              message: 'No scoping filter lets Dave in, so the service disables his account in the target.',
              advice: [
                { kind: 'text', text: 'source: set department to "Sales"' },
                { kind: 'text', text: 'configuration: REGEX MATCH (?i)^sales$ instead of EQUALS Sales' },
              ],
              blame: 'source',
              at: [{ file: 'contoso.schema.json', line: 412, column: 15 }],
              service: ['NotEffectivelyEntitled'],
              basis: 'documented',
            },
          ],
        },
      ),
      {
        ...matched,
        details: {
          ...matched.details,
          attempts: [{ attribute: 'userName', value: 'dave@contoso.com', result: 'one', ids: [matchedId] }],
        },
      },
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
        { exchanges: ['x3'] },
      ),
    ],
    exchanges: [exchange('x3', 'performAction', { method: 'PATCH', url, planned: true, status: null })],
  }),
  'skip because nothing differs': report({
    outcome: {
      action: 'skip',
      reactivates: false,
      status: 'skipped',
      reason: 'RedundantExport',
      summary: 'skipped alice@contoso.com: nothing to change',
    },
    steps: [
      connected,
      imported,
      inScope,
      matched,
      step(
        'performAction',
        'Perform action',
        { because: 'one user matched and nothing differs', attributes: [], dialects: [] },
        { status: 'skipped', description: 'skipped: one user matched and nothing differs' },
      ),
    ],
  }),
};
