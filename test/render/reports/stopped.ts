import type { Report } from '../../../src/report/report.js';
import {
  connected,
  exchange,
  failure,
  finding,
  imported,
  inScope,
  noMatch,
  noScope,
  notActed,
  notRun,
  report,
  step,
} from './build.js';

const noScopeStep = (description: string): Report['steps'][2] =>
  step('determineScope', 'Determine scope', noScope, { ...notRun, description });
const noMatchStep = (description: string): Report['steps'][3] =>
  step('matchUser', 'Match user', noMatch, { ...notRun, description });

/** Runs that stopped before the match. */
export const stopped: Readonly<Record<string, Report>> = {
  'user not found': report({
    subject: { type: 'user', id: null, userPrincipalName: 'alcie@contoso.com', displayName: null },
    outcome: failure('failed: no user alcie@contoso.com in directory.json', 'none', 'import/not-found'),
    steps: [
      connected,
      step(
        'importUser',
        'Import user',
        { attributes: {}, converted: [], missing: [] },
        {
          status: 'failure',
          description: 'no user has this user principal name',
          diagnostics: [
            finding('import/not-found', {
              title: 'User not found',
              message: 'No user in directory.json has the user principal name alcie@contoso.com.',
              advice: [
                { kind: 'text', text: 'nearest: alice@contoso.com' },
                { kind: 'command', text: 'provision-user --upn alice@contoso.com' },
              ],
              blame: 'source',
              at: [{ file: 'directory.json' }],
            }),
          ],
        },
      ),
      noScopeStep('there is no user'),
      noMatchStep('there is no user'),
      notActed('there is no user'),
    ],
  }),
  'connection answered 401': report({
    outcome: failure(
      'failed: scim.contoso.com refuses the credentials (401)',
      'none',
      'connection/unauthorized',
    ),
    steps: [
      step(
        'testConnection',
        'Test connection',
        {
          method: 'GET',
          url: 'https://scim.contoso.com/scim/v2/Users?filter=userName+eq+%229f1c%22',
          status: 401,
          verdict: 'invalid credentials',
        },
        {
          status: 'failure',
          description: 'the target refuses the credentials',
          exchanges: ['x1'],
          diagnostics: [
            finding('connection/unauthorized', {
              title: 'Credentials refused',
              message: 'https://scim.contoso.com/scim/v2 answered 401 to the connection test.',
              advice: [
                { kind: 'text', text: 'renew the token; it comes from the environment variable SCIM_TOKEN' },
                {
                  kind: 'text',
                  text: 'check the tenant URL; a proxy in between may answer in place of the target',
                },
                {
                  kind: 'command',
                  text: 'provision-user --upn alice@contoso.com --until connection --details',
                },
              ],
              blame: 'configuration',
              at: [{ file: '.provisionrc.yaml', line: 9, column: 10 }],
              service: ['SystemForCrossDomainIdentityManagementCredentialValidationFailure'],
            }),
          ],
        },
      ),
      imported,
      inScope,
      noMatchStep('the connection test failed'),
      notActed('the connection test failed'),
    ],
    exchanges: [
      exchange('x1', 'testConnection', {
        url: 'https://scim.contoso.com/scim/v2/Users?filter=userName+eq+%229f1c%22',
        status: 401,
        responseBody: '<html>\n<head><title>401 Unauthorized</title></head>\n</html>',
      }),
    ],
  }),
  'undecided scope': report({
    outcome: failure('failed alice@contoso.com: scope is undecided', 'none', 'scope/assignments-unknown'),
    steps: [
      connected,
      imported,
      step(
        'determineScope',
        'Determine scope',
        {
          inScope: 'undecided',
          conditions: [
            { id: 'active', label: 'Active in source system', result: true, reason: '' },
            {
              id: 'assigned',
              label: 'Assigned to application',
              result: 'undecided',
              reason: 'the source says nothing about assignments',
            },
            {
              id: 'role',
              label: 'User has required role',
              result: 'undecided',
              reason: 'the source says nothing about assignments',
            },
          ],
          filters: [],
          smallestChange: [],
        },
        {
          status: 'failure',
          description: 'the source says nothing about assignments',
          diagnostics: [
            finding('scope/assignments-unknown', {
              title: 'Assignments unknown',
              message:
                'directory.json holds neither a servicePrincipal nor appRoleAssignments, so "Assigned to application" cannot be decided.',
              advice: [
                { kind: 'text', text: 'add the assignments to directory.json' },
                { kind: 'text', text: 'configuration: scope: all' },
                { kind: 'command', text: 'provision-user --upn alice@contoso.com --assume-assigned' },
              ],
              blame: 'source',
              at: [{ file: 'directory.json' }],
              basis: 'assumed',
            }),
          ],
        },
      ),
      noMatchStep('scope is undecided'),
      notActed('scope is undecided'),
    ],
  }),
  interrupted: report({
    outcome: failure('interrupted before anything was written', 'none', 'run/interrupted'),
    steps: [
      step(
        'testConnection',
        'Test connection',
        { method: null, url: null, status: null, verdict: null },
        { ...notRun, description: 'interrupted' },
      ),
      imported,
      noScopeStep('interrupted'),
      noMatchStep('interrupted'),
      notActed('interrupted'),
    ],
  }),
};
