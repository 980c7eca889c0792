import type { Action, Report } from '../../report/report.js';

/** What the service's logs call an export, by what was done. */
const exportNames: Readonly<Record<Action, string | null>> = {
  create: 'EntryExportAdd',
  update: 'EntryExportUpdate',
  disable: 'EntryExportUpdate',
  delete: 'EntryExportDelete',
  skip: 'EntrySynchronizationSkip',
  none: null,
};

/**
 * How the service's own logs write a step, so that both can be read side by side; null where they have no word for it. Source:
 * real records of provisioning logs and provisionOnDemand; the connection test leaves no step in them.
 */
export function logWordsOf({ step }: Report['steps'][number], { outcome }: Report): string | null {
  switch (step) {
    case 'testConnection':
      return null;
    case 'importUser':
      return 'EntryImport, type import';
    case 'determineScope':
      return 'EntrySynchronizationScoping: Active in the source system, Assigned to the application, User has the required role, Scoping filter evaluation passed, ScopeEvaluationResult';
    case 'matchUser':
      return 'EntryImport, type matching';
    case 'performAction': {
      const name = exportNames[outcome.action];
      const reason = outcome.action === 'skip' ? outcome.reason : null;
      return name === null ? null : `${name}, type export${reason === null ? '' : `, SkipReason ${reason}`}`;
    }
  }
}
