import { type Entries, run, say } from '../entry.js';

/** What can be wrong with a saved report. */
export interface ReportDiagnostics {
  'report/not-a-report': { file: string; name: string | null };
  'report/newer': { file: string; version: string; known: string };
  'report/damaged': { file: string; pointer: string; expected: string; actual: string; more: number };
}

export const reportEntries: Entries<ReportDiagnostics> = {
  'report/not-a-report': {
    title: 'Not a report of this tool',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, name }) =>
      name === null
        ? `${file} is JSON, but no report: it has no format.name "provision-user/report".`
        : `${file} is of the format "${name}", not "provision-user/report".`,
    why: 'Only a saved report holds what a run saw, decided and sent. An exported schema or a provisioning log is another kind of document.',
    advice: () => [
      say('Name a file that a run has written.'),
      run('provision-user --upn alice@contoso.com --output json > report.json'),
    ],
    basis: 'documented',
  },
  'report/newer': {
    title: 'Report of a newer version',
    severity: 'error',
    blame: 'tool',
    message: ({ file, version, known }) =>
      `${file} has report format ${version}; this version of the tool reads ${known} and older.`,
    why: 'The first number of the format version changes when an older tool would misread the report.',
    advice: () => [say('Show it with the version of provision-user that wrote it, or a newer one.')],
    basis: 'documented',
  },
  'report/damaged': {
    title: 'Report is damaged',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, pointer, expected, actual, more }) =>
      `${file} cannot be shown: at ${pointer === '' ? 'the top' : pointer}, expected ${expected}, found ${actual}.` +
      (more > 0 ? ` ${more} more places differ.` : ''),
    why: 'A report that was edited by hand, or written only in part, may lack what the picture of a run needs. It is not shown in part: what is missing might be what decided.',
    advice: () => [say('Save the report again, or restore the place shown.')],
    basis: 'documented',
  },
};
