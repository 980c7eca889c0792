import { listWords } from '../service-word.js';

/**
 * Properties of the scoping step as logs and portal call them. Source: real records of 2020 and 2026; "On-demand provisioning
 * in Microsoft Entra ID" for the portal's labels.
 */
export const scopeProperties = listWords('property of the scoping step', { steps: [3], basis: 'observed' }, [
  {
    word: 'Active in the source system',
    also: ['Active in source system', 'IsActive'],
    meaning: 'The account is enabled in the source and not deleted.',
    tell: 'Enable the account. A disabled user cannot be provisioned on demand.',
    ours: ['scope/out-of-scope'],
  },
  {
    word: 'Assigned to the application',
    also: ['Assigned to application', 'Assigned'],
    meaning:
      'The user is assigned, directly or as an immediate member of an assigned security group. Nested groups never count.',
    tell: 'Assign the user, or a group of which the user is a direct member. A new assignment counts after a few minutes.',
    ours: ['scope/out-of-scope', 'scope/assignments-unknown'],
  },
  {
    word: 'User has the required role',
    also: ['User has required role', 'Group has the required role', 'IsEffectivelyEntitledForProvisioning'],
    meaning: 'One of the assigned app roles is enabled. Default access counts like any other role.',
    tell: 'Assign the user with an enabled role. If the role is fine, unassign and assign again: the record may be damaged.',
    ours: ['scope/role-not-entitling'],
  },
  {
    word: 'Scoping filter evaluation passed',
    also: ['Scoping filters', 'IsInProvisioningScope', 'IsInProvisioningScopeDisplayName'],
    meaning:
      'One of the scoping filters is passed, or there is none. It speaks of the filters only: a user who is not assigned shows True here too.',
    tell: 'See ScopeEvaluationResult for each clause.',
    ours: ['scope/out-of-scope'],
  },
  {
    word: 'ScopeEvaluationResult',
    meaning:
      'The outcome of every clause, as JSON text: filter title, attribute, operator and value, with true or false. Empty braces mean that there is no filter.',
    tell: 'Clauses of one filter are ANDed, filters are ORed; an attribute without value makes a clause false.',
    ours: ['scope/out-of-scope', 'scope/negative-on-null'],
  },
  {
    word: 'Scope sync all',
    meaning: 'The job syncs all users and groups, so that assignments do not count.',
    tell: 'A change of this setting takes effect after a restart of the job.',
    basis: 'documented',
    ours: ['job/role-function-with-sync-all'],
  },
  {
    word: 'SkipReason',
    steps: [3, 5],
    meaning: 'Why the service did nothing, as one of its skip reasons.',
  },
  {
    word: 'ReportableIdentifier',
    steps: [3, 5],
    meaning:
      'The name by which the object is reported: the user principal name, or the display name or object id of a group.',
  },
]);
