import type { StepName } from './report.js';

/** The titles of the service's page. */
export const stepTitles: Readonly<Record<StepName, string>> = {
  testConnection: 'Test connection',
  importUser: 'Import user',
  determineScope: 'Determine scope',
  matchUser: 'Match user',
  performAction: 'Perform action',
};
