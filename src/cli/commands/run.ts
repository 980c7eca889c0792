import type { Command } from 'commander';
import type { Settings } from '../../config/index.js';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { type RunRequest, runSteps, type Until, untilWords } from '../../provision/index.js';
import { type Format, loadRenderer, type Look } from '../../render/index.js';
import type { Mode, Report } from '../../report/report.js';
import { compose, type Composed } from '../compose.js';
import type { ExitName } from '../exit-codes.js';
import { expectableWords, isExpectable, stepNeeded } from '../expectations.js';
import { judgeRefusal } from '../judge-refusal.js';
import { judgeRun } from '../judge-run.js';
import { describeProvenance, loadCommandSettings } from '../load.js';
import { asksForDiscovery, decideLook, parseDetails } from '../look.js';
import type { RunOptions } from '../program.js';
import { openProgress } from '../progress.js';
import { pickUser } from '../pick-user.js';
import { checkReportFiles, writeReports } from '../report-files.js';
import { openRunWorld } from '../run-world.js';
import { selectSubject, type Subject } from '../select-subject.js';
import { freshSeed, guidsFrom } from '../seeds.js';
import { openSurroundings } from '../surroundings.js';
import { tellDiagnostics } from '../tell.js';
import type { Terminal } from '../terminal.js';
import { startTimer } from '../time-limit.js';
import { UsageError } from '../usage-error.js';
import { version } from '../../version.js';

/** What a command is given besides its options. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** aborted by an interruption, or with a `TimeoutError` by the time limit */
  readonly abort: AbortController;
}

/** `provision-user --upn ...`, `--group ...`: the five steps for one user or one group. */
export async function runCommand(
  options: RunOptions,
  command: Command,
  context: CommandContext,
): Promise<ExitName> {
  const { terminal } = context;
  const details = parseDetails(options.details);
  const until = options.until as Until;
  const subject = selectSubject(options, until);
  checkExpectations(options.expect ?? [], until);
  checkReportFiles(options.report ?? []);
  checkDiscovery(details, until);
  const { dryRun, timeout, seed, now, allowInsecureHttp } = options;
  const needsTarget = untilWords.indexOf(until) >= untilWords.indexOf('connection');
  const flags = { dryRun, timeout, seed, now, allowInsecureHttp };
  const secrets = needsTarget ? (['source', 'target'] as const) : (['source'] as const);
  const settings = await loadCommandSettings(options, command, flags, secrets, terminal);
  if (settings.value === undefined) return refuse(settings.diagnostics, context, options);
  const runSeed = settings.value.seed ?? freshSeed();
  const stopTimer = startTimer(settings.value.timeout, context.abort);
  const composed = await compose(settings.value, {
    ...openSurroundings(context, options),
    needsTarget,
    kind: subject.group === undefined ? 'User' : 'Group',
    newId: guidsFrom(runSeed, 'accounts'),
  });
  const noticed = [...settings.diagnostics, ...composed.diagnostics];
  if (composed.value === undefined) {
    stopTimer();
    return refuse(noticed, context, options);
  }
  const made = composed.value;
  if (options.verbose === true || options.debug === true) {
    terminal.note(describeProvenance(settings.value, made.choices));
  }
  const discover = asksForDiscovery(details);
  const parts = { subject, until, discover, settings: settings.value, made, seed: runSeed, noticed };
  try {
    const report = await runOnce(parts, options, context);
    stopTimer();
    return await conclude(report, { ...options, details }, context);
  } finally {
    stopTimer();
    await made.close();
  }
}

interface RunParts {
  readonly subject: Subject;
  readonly until: Until;
  readonly discover: boolean;
  readonly settings: Settings;
  readonly made: Composed;
  readonly seed: string;
  readonly noticed: readonly Diagnostic[];
}

async function runOnce(
  { subject, until, discover, settings, made, seed, noticed }: RunParts,
  options: RunOptions,
  { terminal, abort }: CommandContext,
): Promise<Report> {
  const { signal } = abort;
  const target = made.target?.target;
  const { user, group } = subject;
  const picked = user && (await pickUser(user, made.source, terminal, options, signal));
  const progress = await openProgress(terminal, options.quiet === true, options.color);
  const request: RunRequest = {
    job: made.job,
    selector: picked,
    ...(group === undefined ? {} : { group: { ...group, userJob: made.userJob } }),
    source: made.source,
    tenant: made.tenant,
    target,
    dryRun: settings.dryRun,
    mode: options.as as Mode,
    cycleDialect: made.target?.cycleDialect ?? 'default',
    investigate: options.investigate,
    discover,
    until,
    assumeAssigned: options.assumeAssigned === true,
    now: settings.now === undefined ? Date.now() : Date.parse(settings.now),
    seed,
    toolVersion: version,
    diagnostics: noticed,
    world: openRunWorld({ terminal, options, settings, targetName: target?.name, progress, seed, signal }),
    signal,
  };
  try {
    return await runSteps(request);
  } finally {
    progress.end();
  }
}

/** A run that could not begin: the reason on stderr, nothing on stdout. */
async function refuse(
  diagnostics: readonly Diagnostic[],
  { terminal, abort }: CommandContext,
  options: RunOptions,
): Promise<ExitName> {
  await tellDiagnostics(diagnostics, terminal, options);
  return judgeRefusal(diagnostics, abort.signal);
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

/** Only the target can say what it declares. */
function checkDiscovery(details: Look['details'], until: Until): void {
  if (!asksForDiscovery(details) || untilWords.indexOf(until) >= untilWords.indexOf('connection')) return;
  throw new UsageError(
    `--details discovery asks the target, and --until ${until} contacts none`,
    'Leave out --until, or stop at connection.',
  );
}
