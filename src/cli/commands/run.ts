import { hrtime, pid } from 'node:process';
import type { Command } from 'commander';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { createRandom } from '../../expression/index.js';
import {
  type AbortReason,
  type RunRequest,
  runSteps,
  type Until,
  untilWords,
} from '../../provision/index.js';
import { type Format, loadRenderer } from '../../render/index.js';
import type { Report } from '../../report/report.js';
import type { UserSelector } from '../../source/source-directory.js';
import type { ConsentAnswer } from '../../steps/index.js';
import { compose, type Composed } from '../compose.js';
import type { ExitName } from '../exit-codes.js';
import { expectableWords, isExpectable, stepNeeded } from '../expectations.js';
import { judgeRun } from '../judge-run.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import { decideLook, parseDetails } from '../look.js';
import type { RunOptions, SelectOptions } from '../program.js';
import { openProgress } from '../progress.js';
import { pickUser } from '../pick-user.js';
import { askYes } from '../prompt.js';
import { checkReportFiles, writeReports } from '../report-files.js';
import { tellDiagnostics } from '../tell.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { version } from '../../version.js';

/** What a command is given besides its options. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** aborts with an AbortReason */
  readonly abort: AbortController;
}

/** `provision-user --upn ...`: the five steps for one user. */
export async function runCommand(
  options: RunOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal } = context;
  const details = parseDetails(options.details);
  const selector = selectorOf(options);
  const until = options.until as Until;
  checkExpectations(options.expect ?? [], until);
  checkReportFiles(options.report ?? []);
  const { dryRun, timeout, seed, now } = options;
  const needsTarget = untilWords.indexOf(until) >= untilWords.indexOf('connection');
  const flags = { dryRun, timeout, seed, now };
  const settings = await loadCommandSettings(options, command, flags, needsTarget, terminal);
  if (settings.value === undefined) return refuse(settings.diagnostics, context, options);
  const runSeed = settings.value.seed ?? freshSeed();
  const guid = guidsFrom(runSeed, 'accounts');
  const composed = await compose(settings.value, {
    cwd: terminal.cwd,
    needsTarget,
    newId: guid,
    clock: Date.now,
  });
  const noticed = [...settings.diagnostics, ...composed.diagnostics];
  if (composed.value === undefined) return refuse(noticed, context, options);
  const made = composed.value;
  if (options.verbose === true || options.debug === true) {
    terminal.note(describeProvenance(settings.value, made.choices));
  }
  const stopTimer = startTimer(settings.value.timeout, context.abort);
  const picked = await pickUser(selector, made.source, terminal, options, context.abort.signal);
  const progress = await openProgress(terminal, options.quiet === true, options.color);
  const request: RunRequest = {
    job: made.job,
    selector: picked,
    source: made.source,
    target: made.target,
    dryRun: settings.value.dryRun,
    mode: 'on-demand',
    until,
    assumeAssigned: options.assumeAssigned === true,
    now: settings.value.now === undefined ? Date.now() : Date.parse(settings.value.now),
    seed: runSeed,
    toolVersion: version,
    diagnostics: noticed,
    world: {
      clock: Date.now,
      newGuid: guidsFrom(runSeed, 'probe'),
      askConsent: (action, account) => askConsent(action, account, made, options, context, progress.end),
      onProgress: progress.show,
      onCrash: (error) => {
        if (options.debug === true) terminal.note(`${stackOf(error)}\n`);
      },
    },
    signal: context.abort.signal,
  };
  const report = await runSteps(request);
  progress.end();
  stopTimer();
  return conclude(report, { ...options, details }, context);
}

/** A run that could not begin: the reason on stderr, nothing on stdout. */
async function refuse(
  diagnostics: readonly Diagnostic[],
  { terminal }: CommandContext,
  options: RunOptions,
): Promise<ExitName> {
  await tellDiagnostics(diagnostics, terminal, options);
  return 'couldNotRun';
}

async function conclude(
  report: Report,
  options: Omit<RunOptions, 'details'> & { details: ReturnType<typeof parseDetails> },
  { terminal }: CommandContext,
): Promise<ExitName> {
  const judged = judgeRun(report, options.expect ?? []);
  const render = await loadRenderer(options.output as Format);
  const details = options.quiet === true ? 'none' : options.details;
  const text = render(report, await decideLook(terminal.stdout, options, details));
  await terminal.print(options.quiet === true && options.output === 'text' ? lastLine(text) : text);
  if (options.debug === true)
    terminal.note(report.exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join(''));
  const unwritten = await writeReports(options.report ?? [], report, terminal);
  const outcome = report.outcome.summary;
  const unmet = judged.unmet.map((expectation) =>
    diagnose('run/expectation-unmet', { expectation, outcome }),
  );
  await tellDiagnostics([...unmet, ...unwritten], terminal, options);
  return unwritten.length > 0 && judged.exit === 'fine' ? 'couldNotRun' : judged.exit;
}

const lastLine = (text: string): string => `${text.trimEnd().split('\n').at(-1) ?? ''}\n`;

function selectorOf({ upn, id, search }: SelectOptions): UserSelector {
  if (upn !== undefined) return { by: 'upn', value: filled('--upn', upn) };
  if (id !== undefined) return { by: 'id', value: filled('--id', id) };
  if (search !== undefined) return { by: 'search', value: filled('--search', search) };
  throw new UsageError(
    'no user is named',
    'Name one with --upn, --id or --search; see provision-user --help.',
  );
}

function filled(flag: string, value: string): string {
  if (value.trim() !== '') return value;
  throw new UsageError(`${flag} is empty`, 'An environment variable without a value is the usual reason.');
}

function checkExpectations(expectations: readonly string[], until: Until): void {
  for (const expectation of expectations) {
    if (!isExpectable(expectation)) {
      throw new UsageError(
        `--expect does not know '${expectation}'`,
        `It takes ${expectableWords.join(', ')}, or a diagnostic code such as scope/out-of-scope.`,
      );
    }
    const needed = stepNeeded(expectation);
    if (needed !== undefined && untilWords.indexOf(needed) > untilWords.indexOf(until)) {
      throw new UsageError(
        `--expect ${expectation} cannot be judged with --until ${until}`,
        `Leave out --until, or stop later.`,
      );
    }
  }
}

/** Another one for every run. Nothing secret hangs on it, so it need not be unguessable. */
const freshSeed = (): string =>
  `${Date.now().toString(36)}-${pid.toString(36)}-${hrtime.bigint().toString(36)}`;

/** GUIDs that a seed repeats. */
function guidsFrom(seed: string, purpose: string): () => string {
  const random = createRandom(`${seed}/${purpose}`);
  const digit = (): string => Math.floor(random() * 16).toString(16);
  return () => 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, digit);
}

function startTimer(seconds: number, abort: AbortController): () => void {
  const timer = setTimeout(() => {
    abort.abort('timeout' satisfies AbortReason);
  }, seconds * 1000);
  return () => {
    clearTimeout(timer);
  };
}

async function askConsent(
  action: 'disable',
  account: string,
  { target }: Composed,
  options: RunOptions,
  { terminal, abort }: CommandContext,
  pauseProgress: () => void,
): Promise<ConsentAnswer> {
  if (options.yes === true) return 'given';
  if (!terminal.isInteractive || !options.input) return 'unavailable';
  pauseProgress();
  const question = `${action.charAt(0).toUpperCase()}${action.slice(1)} ${account} in ${target?.name ?? 'the target'}?`;
  return (await askYes(question, abort.signal)) ? 'given' : 'refused';
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
