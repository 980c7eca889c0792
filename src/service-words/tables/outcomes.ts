import { listWords } from '../service-word.js';

/** Status words of records and steps. Source: provisioningStatusInfo and provisioningStep of Microsoft Graph. */
export const statuses = listWords('status', {}, [
  { word: 'success', meaning: 'It was done.' },
  { word: 'warning', meaning: 'It was done, and something about it needs attention.' },
  { word: 'failure', meaning: 'Something broke: an answer of the target, an ambiguous match, a mapping.' },
  {
    word: 'skipped',
    meaning: 'It was decided to do nothing. Only RedundantExport means that the wanted state holds.',
  },
  {
    word: 'nonServiceFailure',
    meaning: 'The failure is not the service’s own: the target or the data.',
    who: ['target', 'source'],
  },
]);

/** What was done to the account. Source: provisioningAction of Microsoft Graph; "Accidental deletions". */
export const actions = listWords('action', { steps: [5] }, [
  { word: 'create', meaning: 'A new account: POST.' },
  { word: 'update', meaning: 'A change of the account: PATCH.' },
  {
    word: 'disable',
    meaning:
      'The account is set inactive: PATCH of the attributes that depend on IsSoftDeleted, normally active.',
    ours: ['action/deactivation-not-mapped'],
  },
  { word: 'delete', meaning: 'The account is deleted: DELETE.' },
  {
    word: 'stagedDelete',
    also: ['StagedAction'],
    meaning: 'A disable or delete that the threshold for accidental deletions holds back.',
    tell: 'An administrator allows it, or corrects assignments and filters and restarts the job.',
  },
  { word: 'other', meaning: 'Nothing was sent; usually source and target agree already.' },
]);
