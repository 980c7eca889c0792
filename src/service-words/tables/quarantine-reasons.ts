import { listWords } from '../service-word.js';

const leave = 'Remove the cause, then restart the job; it leaves quarantine by itself when a retry succeeds.';

/**
 * Why a job is in quarantine (`quarantine.reason` of Microsoft Graph): its cycles slow down to one a day, and after four weeks
 * it is disabled. Source: "Application provisioning in quarantine status"; synchronizationQuarantine of Microsoft Graph.
 */
export const quarantineReasons = listWords('quarantine reason', { tell: leave }, [
  {
    word: 'EncounteredQuarantineException',
    steps: [1],
    who: ['configuration', 'target'],
    meaning:
      'The connection between the systems cannot be established, typically because of invalid credentials.',
    tell: 'Test the connection, renew the token, save it, restart the job.',
    ours: ['connection/unauthorized', 'connection/no-answer', 'connection/not-found'],
  },
  {
    word: 'EncounteredEscrowProportionThreshold',
    who: ['configuration', 'target'],
    meaning: 'More than 40 % of the events failed, counted from 5,000 failures on.',
  },
  {
    word: 'EncounteredBaseEscrowThreshold',
    who: ['configuration', 'target'],
    meaning:
      'More failures than the absolute limit, references not counted (40,000; that this name means this number is assumed).',
    basis: 'assumed',
  },
  {
    word: 'EncounteredTotalEscrowThreshold',
    who: ['configuration', 'target'],
    meaning:
      'More failures than the absolute limit, references counted (60,000; that this name means this number is assumed).',
    basis: 'assumed',
  },
  {
    word: 'QuarantinedOnDemand',
    also: ['QuarantineOnDemand'],
    who: ['service'],
    meaning: 'Microsoft put the job into quarantine by hand.',
    tell: 'Ask Microsoft support.',
  },
  {
    word: 'TooManyDeletes',
    who: ['configuration'],
    meaning:
      'More disables and deletes in one cycle than the threshold for accidental deletions. Nothing was deleted; the entries show as StagedDelete or StagedAction.',
    tell: 'Look at who would be deleted. Allow it, or correct assignments and filters and restart.',
  },
  { word: 'IngestionInterrupted', meaning: 'Not documented.', basis: 'assumed' },
]);
