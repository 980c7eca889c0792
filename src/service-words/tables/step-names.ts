import { listWords } from '../service-word.js';

/**
 * Names of steps in provisioning logs. Their letters tell what was done, their type which of the five steps it is. Source: real
 * records in Microsoft's documentation and public logs.
 */
export const stepNames = listWords('step name', { basis: 'observed' }, [
  {
    word: 'EntryImport',
    steps: [2, 4],
    meaning:
      'An object was read: from the source (type import), or from the target to match with (type matching).',
  },
  { word: 'EntryImportAdd', steps: [2], meaning: 'The change feed of the source delivered a new object.' },
  {
    word: 'EntryImportUpdate',
    steps: [2],
    meaning: 'The change feed of the source delivered a changed object.',
  },
  {
    word: 'EntryImportDelete',
    steps: [2],
    meaning: 'The change feed of the source delivered a deleted object.',
    basis: 'assumed',
  },
  {
    word: 'EntryImportObjectNotFound',
    steps: [4],
    meaning: 'Nothing in the target has the matching value (older logs).',
    basis: 'documented',
  },
  {
    word: 'EntryImportByMatchingProperty',
    also: ['EntryImportByJoiningProperty'],
    steps: [4],
    meaning: 'An object of the target was found by the matching value (older logs).',
  },
  {
    word: 'EntrySynchronizationScoping',
    steps: [3],
    meaning:
      'The scope was evaluated. Success means that the evaluation worked, not that the user is in scope.',
    ours: ['scope/out-of-scope'],
  },
  {
    word: 'EntrySynchronizationAdd',
    steps: [4, 5],
    meaning: 'It was decided to create: nobody in the target matches.',
  },
  {
    word: 'EntrySynchronizationUpdate',
    steps: [5],
    meaning: 'It was decided to update the matched account.',
  },
  {
    word: 'EntrySynchronizationSkip',
    steps: [3, 5],
    meaning: 'It was decided to do nothing; SkipReason says why.',
    ours: ['scope/out-of-scope'],
  },
  {
    word: 'EntryExportAdd',
    steps: [5],
    meaning: 'The account was created in the target, or that was tried.',
  },
  {
    word: 'EntryExportUpdate',
    also: ['EntryExportUpdateSoftDelete'],
    steps: [5],
    meaning: 'The account was changed in the target, or that was tried. A disable is such a change too.',
  },
  {
    word: 'EntryExportDelete',
    steps: [5],
    meaning: 'The account was deleted in the target, or that was tried.',
  },
  {
    word: 'EntryEscrowRetry',
    steps: [2],
    meaning:
      'An object that failed before is tried again: 6, 12 and 24 hours after the first failure, then daily for 28 days.',
  },
]);
