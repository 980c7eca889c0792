import { type Entries, frame, run, say } from '../entry.js';

/** How an application can be named in the configuration. */
type NameKey = 'displayName' | 'appId' | 'servicePrincipalId';

/** What can be wrong with the enterprise application, its provisioning job and that job's schema, and what its state means. */
export interface ApplicationDiagnostics {
  'application/not-named': { because: string };
  'application/unknown-name': { name: string; alike: readonly string[] };
  /** `meant`: the application that has this id as the other kind of id */
  'application/unknown-id': {
    by: NameKey;
    value: string;
    meant: { by: NameKey; name: string } | null;
  };
  'application/several': {
    name: string;
    candidates: readonly { id: string; appId: string; displayName: string }[];
  };
  'application/without-job': { application: string };
  'application/several-jobs': { application: string; jobs: readonly string[] };
  'application/unknown-job': { application: string; jobs: readonly string[]; job: string };
  'application/schema-unread': { application: string; job: string; status: number | null };
  'application/job-paused': { application: string; state: string };
  /** times: ISO 8601 */
  'application/job-in-quarantine': {
    application: string;
    reason: string | null;
    since: string | null;
    nextAttempt: string | null;
    error: string | null;
  };
  'application/job-never-ran': { application: string };
  'application/job-failed': { application: string; ended: string | null; error: string | null };
  /** `running`: undefined where nothing tells whether the job runs */
  'application/oauth-grant': { connector: string; running: boolean | null };
  'application/no-on-demand': { connector: string };
}

const configured = (lines: string): string => `source:\n  kind: graph\n  ${lines}`;

export const applicationEntries: Entries<ApplicationDiagnostics> = {
  'application/not-named': {
    title: 'No application named',
    severity: 'error',
    blame: 'configuration',
    message: ({ because }) => `source.app is missing: ${because}.`,
    why: 'Assignments, roles, the provisioning job and its schema belong to one enterprise application of the tenant.',
    advice: () => [frame(configured('app: { displayName: Salesforce }   # or appId, or servicePrincipalId'))],
    basis: 'documented',
  },
  'application/unknown-name': {
    title: 'Application not found',
    severity: 'error',
    blame: 'configuration',
    message: ({ name }) => `The tenant has no enterprise application named "${name}".`,
    why: 'The whole display name is compared, as it stands under Enterprise applications.',
    advice: ({ alike }) => [
      ...(alike.length === 0 ? [] : [say(`Alike: ${alike.join(', ')}.`)]),
      say('Copy the name, or better the Application ID, from Enterprise applications > Properties.'),
      say('Check that source.tenant is the tenant of the application.'),
    ],
    basis: 'documented',
  },
  'application/unknown-id': {
    title: 'Application not found',
    severity: 'error',
    blame: 'configuration',
    message: ({ by, value, meant }) =>
      `The tenant has no enterprise application with ${by} ${value}${meant === null ? '' : `; it is the ${meant.by} of ${meant.name}`}.`,
    why: 'Three ids are easily mixed up: the Application ID (appId), the Object ID of the enterprise application (servicePrincipalId), and the Object ID of the app registration, which names no service principal.',
    advice: ({ value, meant }) => [
      ...(meant === null ? [] : [frame(configured(`app: { ${meant.by}: ${value} }`))]),
      say(
        'Enterprise applications > Properties shows both: Application ID is appId, Object ID is servicePrincipalId.',
      ),
      say('The Object ID under App registrations is a third value and does not work here.'),
      say('Check that source.tenant is the tenant of the application.'),
    ],
    basis: 'documented',
  },
  'application/several': {
    title: 'Several applications have this name',
    severity: 'error',
    blame: 'configuration',
    message: ({ name, candidates }) =>
      `${String(candidates.length)} enterprise applications are named "${name}".`,
    why: 'Display names are not unique, and a guess could take the wrong mapping.',
    advice: ({ candidates }) => [
      say('configuration: name one by its id.'),
      frame(
        candidates
          .map(
            ({ id, appId, displayName }) =>
              `app: { servicePrincipalId: ${id} }   # ${displayName}, appId ${appId}`,
          )
          .join('\n'),
      ),
    ],
    basis: 'documented',
  },
  'application/without-job': {
    title: 'No provisioning job',
    severity: 'error',
    blame: 'configuration',
    message: ({ application }) =>
      `${application} has no provisioning job: provisioning was never configured.`,
    why: 'The job holds the mapping, the scoping filters and the schedule; without one the service has nothing to run.',
    advice: () => [
      say(
        'portal: Enterprise applications > (the application) > Provisioning > set the mode to Automatic, save.',
      ),
      say('Or name an application that has one with source.app.'),
    ],
    basis: 'documented',
  },
  'application/several-jobs': {
    title: 'Several provisioning jobs',
    severity: 'error',
    blame: 'configuration',
    message: ({ application, jobs }) => `${application} has ${String(jobs.length)} provisioning jobs.`,
    why: 'Each has a mapping of its own, and a guess could take the wrong one.',
    advice: ({ jobs }) => [
      say('configuration: name one.'),
      frame(jobs.map((job) => `job: ${job}`).join('\n')),
    ],
    basis: 'documented',
  },
  'application/unknown-job': {
    title: 'Job not found',
    severity: 'error',
    blame: 'configuration',
    message: ({ application, job }) => `${application} has no provisioning job ${job}.`,
    why: 'A restart keeps the id of a job; deleting and configuring provisioning anew gives another one.',
    advice: ({ jobs }) => [
      say('configuration: leave source.job out where there is one job alone.'),
      frame(jobs.map((job) => `job: ${job}`).join('\n')),
    ],
    basis: 'assumed',
  },
  'application/schema-unread': {
    title: 'Schema of the job not read',
    severity: 'error',
    blame: 'source',
    message: ({ application, job, status }) =>
      `The schema of ${application} could not be read from job ${job}${status === null ? '' : `: Graph answered ${String(status)}`}.`,
    why: 'Without it nothing is known of the mapping. The built-in default is never taken in its place: its answer would look right and be wrong.',
    advice: () => [
      say(
        'Or work with a saved schema: portal > Provisioning > Mappings > (a mapping) > Review your schema here > Download.',
      ),
      frame('schema: ./schema.json'),
    ],
    basis: 'documented',
  },
  'application/job-paused': {
    title: 'The provisioning job is off',
    severity: 'info',
    blame: 'source',
    message: ({ application, state }) =>
      state === 'notConfigured'
        ? `The provisioning job of ${application} is not configured completely, so the service runs no cycles.`
        : `The provisioning job of ${application} is paused, so the service runs no cycles.`,
    why: 'A run on demand does not need the job to run. But later changes of the user do not reach the application until provisioning is started.',
    advice: () => [say('portal: Provisioning > Start provisioning, when the mapping is as it should be.')],
    basis: 'documented',
  },
  'application/job-in-quarantine': {
    title: 'The provisioning job is in quarantine',
    severity: 'warning',
    blame: 'source',
    message: ({ application, reason, since, nextAttempt, error }) =>
      [
        `The provisioning job of ${application} is in quarantine${since === null ? '' : ` since ${since}`}`,
        reason === null ? '' : `: ${reason}, ${meaningOf(reason)}`,
        error === null ? '' : `; the service says: ${error}`,
        nextAttempt === null ? '.' : `. Next attempt: ${nextAttempt}.`,
      ].join(''),
    why: 'In quarantine the cycles slow down to one a day, and after more than four weeks the job is disabled. It leaves quarantine by itself when an attempt succeeds. This run is not affected.',
    advice: ({ reason }) => [
      say(causeOf(reason)),
      say('Then restart provisioning in the portal, which clears the quarantine.'),
    ],
    service: ({ reason }) => (reason === null ? [] : [reason]),
    basis: 'documented',
  },
  'application/job-never-ran': {
    title: 'The provisioning job has not run yet',
    severity: 'info',
    blame: 'source',
    message: ({ application }) => `The provisioning job of ${application} has not run yet.`,
    why: 'The first cycle looks everybody up by the matching attributes, as this run does. No account is linked before.',
    advice: () => [],
    basis: 'documented',
  },
  'application/job-failed': {
    title: 'The last cycle failed',
    severity: 'info',
    blame: 'source',
    message: ({ application, ended, error }) =>
      `The last cycle of ${application} failed${ended === null ? '' : ` at ${ended}`}${error === null ? '.' : `: ${error}.`}`,
    why: 'It says nothing about this user: a cycle fails as a whole when the service cannot work with source or target at all.',
    advice: () => [run('provision-user --until connection')],
    basis: 'documented',
  },
  'application/oauth-grant': {
    title: 'The job has to be stopped for a run on demand',
    severity: 'info',
    blame: 'source',
    message: ({ connector, running }) =>
      `${connector} is authorised by an interactive OAuth grant${running === true ? ', and its provisioning job is on' : ''}: the service runs such an application on demand only while its job is stopped.`,
    why: 'G Suite, Box, Workplace by Facebook and Slack are named by the page. This run uses its own credentials and is not affected.',
    advice: () => [say('portal: Provisioning > Stop provisioning, before Provision on demand there.')],
    basis: 'documented',
  },
  'application/no-on-demand': {
    title: 'No provisioning on demand for this application',
    severity: 'warning',
    blame: 'source',
    message: ({ connector }) =>
      `The service does not run ${connector} on demand; what is shown here is what its cycle would decide.`,
    why: 'Workday, AWS and SuccessFactors are named as unsupported by the page; newer texts let the two for human resources be run by worker id, never by user.',
    advice: () => [say('Compare with the provisioning log of the next cycle instead.')],
    basis: 'documented',
  },
};

/** "Application provisioning in quarantine status", and the reasons of the Graph resource. */
const reasons: Readonly<Record<string, readonly [meaning: string, cause: string]>> = {
  EncounteredQuarantineException: [
    'the two systems cannot be connected',
    'Renew the credentials under Provisioning > Admin credentials, and test the connection there.',
  ],
  EncounteredEscrowProportionThreshold: [
    'more than 40 % of the changes failed',
    'Find what fails in the provisioning log, and repair the most frequent cause.',
  ],
  EncounteredBaseEscrowThreshold: [
    'too many changes failed',
    'Find what fails in the provisioning log, and repair the most frequent cause.',
  ],
  EncounteredTotalEscrowThreshold: [
    'too many changes failed, references included',
    'Find what fails in the provisioning log, and repair the most frequent cause.',
  ],
  TooManyDeletes: [
    'the threshold for accidental deletions was reached',
    'Allow the deletions under Provisioning, or repair the scope and restart.',
  ],
  QuarantinedOnDemand: ['Microsoft put it there by hand', 'Ask Microsoft support for the reason.'],
  QuarantineOnDemand: ['Microsoft put it there by hand', 'Ask Microsoft support for the reason.'],
};

const meaningOf = (reason: string): string => reasons[reason]?.[0] ?? 'a reason that is not documented';

const causeOf = (reason: string | null): string =>
  (reason === null ? undefined : reasons[reason]?.[1]) ??
  'Look under Provisioning > Current status for the reason; invalid credentials are the usual one.';
