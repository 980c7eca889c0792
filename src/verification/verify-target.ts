import { diagnose, type Diagnostic } from '../diagnostics/diagnostic.js';
import { abortReasonOf } from '../provision/index.js';
import type { Verification } from '../report/verification.js';
import { assembleVerification } from './assemble.js';
import { type CleanUp, openLeftovers } from './clean-up.js';
import { lookFirst } from './look-first.js';
import { makePeople, type People } from './people.js';
import { planWrites } from './plan-requests.js';
import { openTrial, type Trial } from './trial.js';
import { tryEverything } from './try-everything.js';
import type { VerifyRequest } from './verify-request.js';

/**
 * Tries whether the service's whole cycle would get along with a target: reads first, then the life of a throw-away user
 * whose values come from the mapping, then the clean-up, which is tried whatever happened. Nothing is written in a dry run,
 * without consent, after a failed connection test, or where a look-up was not clean.
 * Source: what Entra's SCIM client sends, and what it needs of answers ("Develop a SCIM endpoint", and the pages named at
 * each request); the order of the tests is ours.
 */
export async function verifyTarget(request: VerifyRequest): Promise<Verification> {
  const { job, target, signal, dryRun } = request;
  const trial = openTrial(target, job, signal);
  const people = makePeople(request);
  seeMapping(trial, request);
  const looked = await lookFirst(trial, request, people.matching);
  const obstacle = looked.obstacle ?? (people.matching.length === 0 ? nothingToMatch : undefined);
  const noMatching =
    looked.obstacle === undefined && people.matching.length === 0
      ? [diagnose('verification/no-matching-attribute', { target: target.name })]
      : [];
  if (dryRun && obstacle === undefined) {
    const planned = await planWrites(job, people.user, people.manager, people.mapper, request.cycleDialect);
    trial.keep(planned.map((one) => target.plan(one)));
  }
  const consent =
    dryRun || obstacle !== undefined || signal.aborted ? undefined : await checkConsent(request);
  const isAllowed = consent?.length === 0 && !signal.aborted;
  const written = isAllowed ? await write(trial, request, people) : notWritten(dryRun, obstacle);
  const aborted = abortReasonOf(signal);
  const because =
    aborted === undefined
      ? written.because
      : aborted === 'timeout'
        ? 'the time limit was reached'
        : 'interrupted';
  return assembleVerification({
    request,
    people,
    trial,
    because,
    discovered: looked.discovered,
    leftBehind: written.leftBehind,
    diagnostics: [
      ...request.diagnostics,
      ...describeAbort(aborted),
      ...noMatching,
      ...(consent ?? []),
      ...noteUnexercised(people),
      ...written.diagnostics,
    ],
  });
}

const nothingToMatch = 'nothing could be found again, so nothing was written';

interface Ending extends CleanUp {
  /** why what was not tested was not */
  readonly because: string;
}

const notWritten = (dryRun: boolean, obstacle: string | undefined): Ending => ({
  because: obstacle ?? (dryRun ? 'dry run: nothing was written' : 'nothing was written without consent'),
  leftBehind: [],
  diagnostics: [],
});

async function write(trial: Trial, request: VerifyRequest, people: People): Promise<Ending> {
  const leftovers = openLeftovers();
  request.beforeWrite();
  const cleanUp = (): Promise<CleanUp> =>
    leftovers.remove(trial, request.cleanUpSignal(), request.job.flowTypes.delete);
  let because: string;
  try {
    because = await tryEverything(trial, request, people, leftovers);
  } catch (error) {
    await cleanUp();
    throw error;
  }
  return { because, ...(await cleanUp()) };
}

async function checkConsent({ askConsent, target }: VerifyRequest): Promise<readonly Diagnostic[]> {
  const answer = await askConsent();
  if (answer === 'given') return [];
  const code = answer === 'refused' ? 'verification/consent-refused' : 'verification/consent-missing';
  return [diagnose(code, { target: target.name })];
}

/** What can be seen in the mapping alone. */
function seeMapping(trial: Trial, { job }: VerifyRequest): void {
  const written = job.flows.filter(({ path }) => path.attribute.toLowerCase() === 'entitlements');
  trial.note(
    'entitlements',
    written.length === 0 ? 'pass' : 'warning',
    written.length === 0 ? 'none does' : written.map(({ target }) => target).join(', '),
  );
}

function noteUnexercised({ without }: People): readonly Diagnostic[] {
  return without.length === 0 ? [] : [diagnose('verification/not-exercised', { attributes: [...without] })];
}

function describeAbort(aborted: ReturnType<typeof abortReasonOf>): readonly Diagnostic[] {
  if (aborted === undefined) return [];
  return [
    aborted === 'timeout'
      ? diagnose('run/timed-out', { cause: 'timeout' })
      : diagnose('run/interrupted', { cause: 'signal' }),
  ];
}
