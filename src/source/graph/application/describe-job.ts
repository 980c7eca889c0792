import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { ReportJob } from '../../../report/report.js';
import { isObject, type JsonObject, textOf } from '../answers.js';
import { textOrNull } from '../wire/json-answer.js';
import type { Application } from './find-application.js';

/**
 * Reads the status of a job: paused, in quarantine and why, never run. The zero date and the empty text stand for no time, and an
 * execution that failed with the error None never took place.
 *
 * Source: graph-api reference, 4.2, with the published samples.
 */
export function describeJob(job: JsonObject, application: Application): ReportJob {
  const status = isObject(job.status) ? job.status : {};
  const { id, appId, displayName } = application;
  return {
    id: textOf(job.id),
    templateId: textOrNull(job.templateId),
    state: stateOf(job, status),
    application: { id, appId, displayName },
    lastExecution: readExecution(status.lastExecution),
    quarantine: readQuarantine(status.quarantine),
  };
}

/** What the status means for this run. A job that runs as it should has nothing to say. */
export function explainJob(status: ReportJob): Diagnostic[] {
  const { state, lastExecution, quarantine } = status;
  const application = status.application.displayName;
  const isOff = state === 'paused' || state === 'notConfigured';
  const failed = lastExecution?.state === 'Failed' && quarantine === null;
  return [
    ...(quarantine === null && state !== 'quarantine'
      ? []
      : [diagnose('application/job-in-quarantine', { application, ...(quarantine ?? noReason) })]),
    ...(isOff ? [diagnose('application/job-paused', { application, state })] : []),
    ...(lastExecution === null && !isOff ? [diagnose('application/job-never-ran', { application })] : []),
    ...(failed
      ? [
          diagnose('application/job-failed', {
            application,
            ended: lastExecution.ended,
            error: lastExecution.error,
          }),
        ]
      : []),
  ];
}

const noReason = { reason: null, since: null, nextAttempt: null, error: null };

const states: Readonly<Record<string, ReportJob['state']>> = {
  active: 'active',
  paused: 'paused',
  quarantine: 'quarantine',
  notrun: 'notRun',
  notconfigured: 'notConfigured',
};

function stateOf(job: JsonObject, status: JsonObject): ReportJob['state'] {
  const state = states[textOf(status.code).toLowerCase()] ?? 'unknown';
  const schedule = isObject(job.schedule) ? textOf(job.schedule.state).toLowerCase() : '';
  const isOff = schedule === 'disabled' || schedule === 'paused';
  return isOff && (state === 'active' || state === 'notRun') ? 'paused' : state;
}

function readExecution(value: unknown): ReportJob['lastExecution'] {
  if (!isObject(value)) return null;
  const began = timeOf(value.timeBegan);
  const ended = timeOf(value.timeEnded);
  if (began === null && ended === null) return null;
  return { state: textOf(value.state), began, ended, error: errorOf(value.error) };
}

function readQuarantine(value: unknown): ReportJob['quarantine'] {
  if (!isObject(value)) return null;
  return {
    reason: textOrNull(value.reason),
    since: timeOf(value.currentBegan) ?? timeOf(value.seriesBegan),
    nextAttempt: timeOf(value.nextAttempt),
    error: errorOf(value.error),
  };
}

function errorOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const code = textOf(value.code);
  const parts = [code === 'None' ? '' : code, textOf(value.message)].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(': ');
}

function timeOf(value: unknown): string | null {
  const text = textOrNull(value);
  return text === null || text.startsWith('0001-01-01') ? null : text;
}
