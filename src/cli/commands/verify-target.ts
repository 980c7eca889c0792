import type { Command } from 'commander';
import type { Settings } from '../../config/index.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Job } from '../../job/index.js';
import { renderVerificationJson, renderVerificationText } from '../../render/verification/index.js';
import type { Look } from '../../render/index.js';
import type { Verification } from '../../report/verification.js';
import type { ConsentAnswer } from '../../steps/index.js';
import { verifyTarget } from '../../verification/index.js';
import { version } from '../../version.js';
import { composeJob } from '../compose-job.js';
import { type ComposedTarget, composeTarget } from '../compose-target.js';
import type { ExitName } from '../exit-codes.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import { decideLook } from '../look.js';
import type { VerifyOptions } from '../program.js';
import { askYes } from '../prompt.js';
import { announceWrite } from '../run-world.js';
import { freshSeed, guidsFrom } from '../seeds.js';
import { tellDiagnostics, tellWait } from '../tell.js';
import { startTimer } from '../time-limit.js';
import { UsageError } from '../usage-error.js';
import type { CommandContext } from './run.js';

/** The clean-up has this long even where the time limit has passed, in milliseconds. */
const cleanUpLimit = 20_000;

/** `provision-user verify-target`: would the service's whole cycle get along with the configured target? */
export async function verifyTargetCommand(
  options: VerifyOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal } = context;
  const details = options.quiet === true ? 'none' : parseWhole(options.details);
  const { dryRun, timeout, seed, now, allowInsecureHttp } = options;
  const flags = { dryRun, timeout, seed, now, allowInsecureHttp };
  const settings = await loadCommandSettings(options, command, flags, ['target'], terminal);
  const made = settings.value === undefined ? undefined : await compose(settings.value, options, context);
  const noticed = [...settings.diagnostics, ...(made?.diagnostics ?? [])];
  if (settings.value === undefined || made?.value === undefined) {
    await tellDiagnostics(noticed, terminal, options);
    return 'couldNotRun';
  }
  if (options.verbose === true || options.debug === true)
    terminal.note(describeProvenance(settings.value, made.value.choices));
  const stopTimer = startTimer(settings.value.timeout, context.abort);
  try {
    const answer = await verify({ ...made.value, settings: settings.value, noticed }, options, context);
    stopTimer();
    const look = await decideLook(terminal.stdout, options, details);
    await terminal.print(
      options.output === 'json'
        ? renderVerificationJson(answer)
        : options.quiet === true
          ? `${answer.outcome.summary}\n`
          : renderVerificationText(answer, look),
    );
    if (options.debug === true)
      terminal.note(answer.exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join(''));
    return judgeVerification(answer);
  } finally {
    stopTimer();
    await made.value.target.close();
  }
}

interface Made {
  readonly job: Job;
  readonly choices: readonly string[];
  readonly target: ComposedTarget;
  readonly seed: string;
}

async function compose(
  settings: Settings,
  options: VerifyOptions,
  { terminal }: CommandContext,
): Promise<{ readonly value: Made | undefined; readonly diagnostics: readonly Diagnostic[] }> {
  if (settings.source?.kind === 'graph' && settings.schema === undefined) {
    throw new UsageError(
      'verify-target takes the mapping from a schema file, and the configuration names none',
      'Save the schema of the job and name it with `schema: ./schema.json`.',
    );
  }
  const seed = settings.seed ?? freshSeed();
  const [job, target] = await Promise.all([
    composeJob(settings, terminal.cwd),
    composeTarget(settings, {
      cwd: terminal.cwd,
      environment: terminal.environment,
      offline: options.offline === true,
      newId: guidsFrom(seed, 'accounts'),
      clock: Date.now,
      onWait: tellWait(terminal, options),
    }),
  ]);
  const diagnostics = [...job.diagnostics, ...target.diagnostics];
  if (job.value === undefined || target.value === undefined) return { value: undefined, diagnostics };
  return { value: { ...job.value, target: target.value, seed }, diagnostics };
}

function verify(
  made: Made & { readonly settings: Settings; readonly noticed: readonly Diagnostic[] },
  options: VerifyOptions,
  { terminal, abort }: CommandContext,
): Promise<Verification> {
  const { job, target, seed, settings, noticed } = made;
  const { name } = target.target;
  return verifyTarget({
    job,
    target: target.target,
    cycleDialect: target.cycleDialect,
    dryRun: settings.dryRun,
    newGuid: guidsFrom(seed, 'verification'),
    now: settings.now === undefined ? Date.now() : Date.parse(settings.now),
    seed,
    toolVersion: version,
    diagnostics: noticed,
    askConsent: async (): Promise<ConsentAnswer> => {
      if (options.yes === true) return 'given';
      if (!terminal.isInteractive || !options.input) return 'unavailable';
      const question = `Create, change and delete a throw-away user in ${name}?`;
      return (await askYes(question, abort.signal)) ? 'given' : 'refused';
    },
    beforeWrite: () => {
      announceWrite({ terminal, options, settings, targetName: name });
    },
    signal: abort.signal,
    cleanUpSignal: () => AbortSignal.timeout(cleanUpLimit),
  });
}

/** Trouble that fails nothing is no failure; missing consent and an account left behind are. */
function judgeVerification({ outcome, diagnostics, dryRun }: Verification): ExitName {
  if (diagnostics.some(({ code }) => code === 'run/interrupted')) return 'interrupted';
  switch (outcome.status) {
    case 'refused':
      return 'refused';
    case 'fail':
      return 'failed';
    case 'incomplete':
      return dryRun && !diagnostics.some(({ severity }) => severity === 'error') ? 'fine' : 'failed';
    case 'pass':
    case 'warning':
      return 'fine';
  }
}

function parseWhole(value: string | true | undefined): Look['details'] {
  if (value === undefined) return 'failed';
  if (value === true) return 'all';
  if (value === 'failed' || value === 'all' || value === 'none') return value;
  throw new UsageError(`--details does not know '${value}'`, 'It takes failed, all or none.');
}
