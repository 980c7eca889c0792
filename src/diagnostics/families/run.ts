import { type Entries, run, say } from '../entry.js';

/** What concerns a run as a whole. */
export interface RunDiagnostics {
  'run/crashed': { message: string };
  'run/interrupted': { cause: 'signal' };
  'run/timed-out': { cause: 'timeout' };
  'run/report-unwritable': { file: string; reason: string };
  'run/expectation-unmet': { expectation: string; outcome: string };
}

export const runEntries: Entries<RunDiagnostics> = {
  'run/crashed': {
    title: 'A bug of this tool',
    severity: 'error',
    blame: 'tool',
    message: ({ message }) => `This step stopped on a bug of provision-user: ${message}.`,
    why: 'Nothing that a user, a schema or a target does should end like this.',
    advice: () => [
      run('provision-user ... --debug'),
      say('Please report it with the output of --debug and the report (--report run.json).'),
    ],
    basis: 'documented',
  },
  'run/interrupted': {
    title: 'Interrupted',
    severity: 'error',
    blame: 'tool',
    message: () => 'The run was interrupted; the steps above say what was done.',
    why: 'A write that was under way may have been carried out by the target.',
    advice: () => [say('Run again with --dry-run: it shows what is still to be done.')],
    basis: 'documented',
  },
  'run/timed-out': {
    title: 'Time limit reached',
    severity: 'error',
    blame: 'network',
    message: () => 'The time limit of the run was reached; the steps above say what was done.',
    why: 'The limit covers the whole run, waits included.',
    advice: () => [say('Allow more time with --timeout <seconds>, or find out what was slow.')],
    basis: 'documented',
  },
  'run/report-unwritable': {
    title: 'Report cannot be written',
    severity: 'error',
    blame: 'configuration',
    message: ({ file, reason }) => `The report cannot be written to ${file}: ${reason}.`,
    why: 'A report is written completely or not at all.',
    advice: () => [say('Check that the folder exists and may be written to.')],
    basis: 'documented',
  },
  'run/expectation-unmet': {
    title: 'Expectation not met',
    severity: 'error',
    blame: 'source',
    message: ({ expectation, outcome }) => `Expected ${expectation}, but: ${outcome}.`,
    why: 'The run itself is told in full above.',
    advice: () => [],
    basis: 'documented',
  },
};
