import { type Entries, frame, run, say } from '../entry.js';

/** What can be wrong with a file as such, whatever it holds. `what` names it in plain words: "the schema". */
export interface DocumentDiagnostics {
  'document/unreadable': { what: string; file: string; reason: string };
  'document/encoding': { what: string; file: string; problem: string };
  'document/syntax': { what: string; file: string; problem: string; excerpt: string };
  'document/empty': { what: string; file: string };
  'document/too-deep': { what: string; file: string; nesting: number };
  'document/not-a-log': { file: string };
}

export const documentEntries: Entries<DocumentDiagnostics> = {
  'document/unreadable': {
    title: 'File cannot be read',
    severity: 'error',
    blame: 'configuration',
    message: ({ what, file, reason }) => `Cannot read ${what} ${file}: ${reason}.`,
    why: 'The file is named by the configuration or on the command line, and the run needs it.',
    advice: ({ file }) => [say(`Check the path, and that you may read it.`), run(`ls -l ${file}`)],
    basis: 'documented',
  },
  'document/encoding': {
    title: 'Text encoding not understood',
    severity: 'error',
    blame: 'configuration',
    message: ({ what, file, problem }) => `${file} (${what}) is not readable text: ${problem}.`,
    why: 'JSON is read as UTF-8, or as UTF-16 where redirection in Windows PowerShell wrote it.',
    advice: () => [say('Save the file as UTF-8.')],
    basis: 'documented',
  },
  'document/syntax': {
    title: 'Not valid JSON or YAML',
    severity: 'error',
    blame: 'configuration',
    message: ({ what, file, problem }) => `${file} (${what}) cannot be parsed: ${problem}.`,
    why: 'A document that cannot be parsed completely is not used in part.',
    advice: ({ excerpt }) => [...(excerpt === '' ? [] : [frame(excerpt)]), say('Correct the place shown.')],
    basis: 'documented',
  },
  'document/empty': {
    title: 'File is empty',
    severity: 'error',
    blame: 'configuration',
    message: ({ what, file }) => `${file} (${what}) is empty.`,
    why: 'An export that was interrupted, or a redirection of a failed command, leaves an empty file.',
    advice: () => [say('Export or save it again.')],
    basis: 'documented',
  },
  'document/too-deep': {
    title: 'Nested too deep',
    severity: 'error',
    blame: 'configuration',
    message: ({ what, file, nesting }) =>
      `${file} (${what}) nests ${String(nesting)} levels deep; no real document does.`,
    why: 'Parsers that call themselves for every level would run out of stack.',
    advice: () => [say('Export or save it again; the file is probably broken.')],
    basis: 'documented',
  },
  'document/not-a-log': {
    title: 'No record of the service',
    severity: 'error',
    blame: 'configuration',
    message: ({ file }) =>
      `${file} holds no entry of the provisioning logs and no answer of provisionOnDemand.`,
    why: 'Such an entry has provisioningSteps and a status; an answer of provisionOnDemand has a key and a value. A saved report of this tool is another kind of document.',
    advice: () => [
      say('Save what Microsoft Graph answers to GET /auditLogs/provisioning, one entry or the whole list.'),
      run('provision-user show report.json'),
    ],
    basis: 'documented',
  },
};
