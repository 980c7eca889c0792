import { listWords } from '../service-word.js';

/**
 * Why the service did nothing: `SkipReason` of a step, or `errorCode` of the envelope. A skip is not a failure, but only
 * RedundantExport means that the wanted state holds. Source: "Provisioning logs"; real records where observed.
 */
export const skipReasons = listWords('skip reason', { category: 'skip' }, [
  {
    word: 'NotEffectivelyEntitled',
    steps: [3],
    who: ['source', 'configuration'],
    meaning:
      'The user is out of scope for any of these reasons: not assigned, no role that entitles, a scoping filter not passed, not active in the source. The word alone does not tell which; the numbered reasons of the description do.',
    tell: 'Run this tool for the user: the scope step shows every condition with what the user has, and the smallest change.',
    basis: 'observed',
    ours: [
      'scope/out-of-scope',
      'scope/role-not-entitling',
      'action/cycle-would-disable',
      'lint/clauses-contradict',
      'lint/nobody-passes',
      'lint/unknown-role',
    ],
  },
  {
    word: 'RedundantExport',
    steps: [5],
    meaning:
      'Source and target agree already; nothing needed to be done. The action of such a record is other.',
    basis: 'observed',
  },
  {
    word: 'ImportSkipped',
    steps: [2],
    who: ['source', 'configuration'],
    meaning:
      'Usually no matching attribute has a value. Nothing else was evaluated, so it says nothing about scope.',
    tell: 'Fill the matching attribute on the user, or match on another one.',
    ours: ['import/matching-value-missing', 'import/no-matching-attribute'],
  },
  {
    word: 'EntrySynchronizationSkipped',
    steps: [3, 5],
    meaning: 'The user was found and nothing was done: out of scope, or nothing to change.',
    tell: 'Look at the steps for which of the two.',
    ours: ['scope/out-of-scope'],
  },
  {
    word: 'EntityTypeNotSupported',
    steps: [2],
    who: ['configuration'],
    meaning:
      'Objects of this type cannot be provisioned by this connector, a group in cross-tenant synchronization for example.',
    tell: 'Choose a user.',
    ours: ['schema/mapping-of-other-object'],
  },
  {
    word: 'JoinNotFound',
    steps: [4],
    meaning: 'By its name: nothing was found to match with. No public record of it is known.',
    basis: 'assumed',
  },
]);
