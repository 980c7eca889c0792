import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import { bodyOf, isFine } from '../answers.js';
import type { ReportJob } from '../../../report/report.js';
import { describeJob } from './describe-job.js';
import {
  type Application,
  type ApplicationName,
  type ChooseApplication,
  findApplication,
  principalPath,
} from './find-application.js';
import { findJob } from './find-job.js';
import type { GraphClient } from '../graph-client.js';
import { segment } from '../paths.js';

export interface ApplicationRequest {
  readonly name: ApplicationName;
  /** id of the job; needed only where the application has several */
  readonly job: string | undefined;
  /** whether the schema of the job is wanted */
  readonly needsSchema: boolean;
  readonly choose: ChooseApplication;
}

/** An application with its job, as far as they could be read; what could not be read is in `diagnostics`. */
export interface OpenedApplication {
  readonly application: Application | undefined;
  readonly job: ReportJob | undefined;
  /** the synchronizationSchema of the job, as Graph gives it; undefined where it was not wanted or not to be had */
  readonly schema: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Finds the application, its provisioning job, and the schema of that job where it is wanted. A schema that is refused or missing
 * is an error: nothing else could stand in for it.
 */
export async function openApplication(
  client: GraphClient,
  { name, job: wanted, needsSchema, choose }: ApplicationRequest,
  signal: AbortSignal,
): Promise<OpenedApplication> {
  const found = await findApplication(client, name, choose, signal);
  const { application } = found;
  const nothing = { application, job: undefined, schema: undefined };
  if (application === undefined)
    return { ...nothing, diagnostics: found.diagnostics, exchanges: found.exchanges };
  const chosen = await findJob(client, application, wanted, found.jobs, signal);
  const exchanges = [...found.exchanges, ...chosen.exchanges];
  if (chosen.job === undefined) return { ...nothing, diagnostics: chosen.diagnostics, exchanges };
  const job = describeJob(chosen.job, application);
  if (!needsSchema) return { application, job, schema: undefined, diagnostics: [], exchanges };
  const path = `${principalPath(application.id)}/synchronization/jobs/${segment(job.id)}/schema`;
  const reply = await client.send({ method: 'GET', path, need: 'readJob' }, signal);
  const all = [...exchanges, ...reply.exchanges];
  if (isFine(reply)) return { application, job, schema: bodyOf(reply), diagnostics: [], exchanges: all };
  const args = { application: application.displayName, job: job.id, status: reply.status ?? null };
  const missing = reply.status === 404 ? [] : reply.diagnostics;
  return {
    ...nothing,
    job,
    diagnostics: [...missing, diagnose('application/schema-unread', args)],
    exchanges: all,
  };
}
