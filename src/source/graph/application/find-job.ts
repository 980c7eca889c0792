import { diagnose, type Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { Exchange } from '../../../exchanges/exchange.js';
import { isFine, isList, type JsonObject, listOf, textOf } from '../answers.js';
import { type Application, askJobs, principalPath } from './find-application.js';
import type { GraphClient, GraphReply } from '../graph-client.js';

export interface JobFound {
  /** as Graph gives it; undefined where there is none, or several */
  readonly job: JsonObject | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly exchanges: readonly Exchange[];
}

/**
 * Chooses the provisioning job of an application: the one that is named, or else the only one.
 * @param listed the list of jobs where it came with the application. The synchronization service may refuse the key by appId, so
 * that a refusal is asked again by id
 */
export async function findJob(
  client: GraphClient,
  application: Application,
  wanted: string | undefined,
  listed: GraphReply | undefined,
  signal: AbortSignal,
): Promise<JobFound> {
  const isAnswered = listed !== undefined && (isFine(listed) || listed.status === 403);
  const reply = isAnswered ? listed : await client.send(askJobs(principalPath(application.id)), signal);
  const exchanges = isAnswered ? [] : reply.exchanges;
  if (!isFine(reply)) {
    // A service principal without any provisioning has no such list in some tenants.
    const isNone = reply.status === 404;
    const diagnostics = isNone ? [withoutJob(application)] : reply.diagnostics;
    return { job: undefined, diagnostics, exchanges };
  }
  if (!isList(reply)) {
    const unfit = diagnose('source/unfit-answer', { what: 'a list of provisioning jobs' });
    return { job: undefined, diagnostics: [unfit], exchanges };
  }
  const jobs = listOf(reply);
  const fitting = wanted === undefined ? jobs : jobs.filter(({ id }) => textOf(id) === wanted);
  const [job, ...others] = fitting;
  if (job !== undefined && others.length === 0) return { job, diagnostics: [], exchanges };
  return { job: undefined, diagnostics: [refuse(application, jobs, wanted)], exchanges };
}

const withoutJob = ({ displayName }: Application): Diagnostic =>
  diagnose('application/without-job', { application: displayName });

function refuse(
  application: Application,
  jobs: readonly JsonObject[],
  wanted: string | undefined,
): Diagnostic {
  if (jobs.length === 0) return withoutJob(application);
  const ids = jobs.map(({ id }) => textOf(id));
  const args = { application: application.displayName, jobs: ids };
  return wanted === undefined
    ? diagnose('application/several-jobs', args)
    : diagnose('application/unknown-job', { ...args, job: wanted });
}
