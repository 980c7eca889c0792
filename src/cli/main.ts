import { CommanderError } from 'commander';
import { version } from '../version.js';
import type { CommandContext } from './commands/run.js';
import { type ExitName, exitCode } from './exit-codes.js';
import { type Actions, createProgram } from './program.js';
import type { PullOptions } from './pull/pull-options.js';
import { openTerminal, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Runs the command line and sets the exit code; never leaves the process before everything is written. */
export async function main(process: NodeJS.Process): Promise<void> {
  const terminal = openTerminal(process);
  const abort = new AbortController();
  const stopListening = listenForSignals(process, abort);
  ignoreClosedPipes(process);
  const isDebugging = process.argv.includes('--debug');
  if (isDebugging) process.setSourceMapsEnabled(true);
  let exit: ExitName = 'fine';
  const finish = async (ending: Promise<ExitName>): Promise<void> => {
    exit = await ending;
  };
  const context: CommandContext = { terminal, abort };
  try {
    await parse(process.argv, createActions(context, finish));
  } catch (error) {
    exit = await explainError(error, terminal, isDebugging);
  }
  stopListening();
  process.exitCode = exitCode(exit);
}

/** Each command is loaded when it is called. */
function createActions(
  context: CommandContext,
  finish: (ending: Promise<ExitName>) => Promise<void>,
): Actions {
  return {
    run: async (options, command) => {
      const { runCommand } = await import('./commands/run.js');
      await finish(runCommand(options, command, context));
    },
    eval: async (expression, options, command) => {
      const { evalCommand } = await import('./commands/eval.js');
      await finish(evalCommand(expression, { ...command.optsWithGlobals(), ...options }, command, context));
    },
    search: async (text, options, command) => {
      const { searchCommand } = await import('./commands/search.js');
      await finish(searchCommand(text, { ...command.optsWithGlobals(), ...options }, command, context));
    },
    show: async (file, options) => {
      const { showCommand } = await import('./commands/show.js');
      await finish(showCommand(file, options, context));
    },
    lint: async (options, command) => {
      const { lintCommand } = await import('./commands/lint.js');
      await finish(lintCommand({ ...command.optsWithGlobals(), ...options }, command, context));
    },
    explain: async (what, options) => {
      const { explainCommand } = await import('./commands/explain.js');
      await finish(explainCommand(what, options, context));
    },
    verifyTarget: async (options, command) => {
      const { verifyTargetCommand } = await import('./commands/verify-target.js');
      await finish(verifyTargetCommand({ ...command.optsWithGlobals(), ...options }, command, context));
    },
    init: async (options) => {
      const { initCommand } = await import('./commands/init.js');
      await finish(initCommand(options, context));
    },
    pull: async (options, command) => {
      const { pullCommand } = await import('./commands/pull.js');
      const given = { ...command.optsWithGlobals<PullOptions>(), ...options };
      // Before the command it stands for one user, behind it for several.
      const upn = given.upn === undefined ? {} : { upn: [given.upn].flat() };
      await finish(pullCommand({ ...given, ...upn }, command, context));
    },
    help: async (topic, program) => {
      const { helpCommand } = await import('./commands/help.js');
      await finish(helpCommand(topic, program, context));
    },
  };
}

async function parse(argv: readonly string[], actions: Actions): Promise<void> {
  const program = createProgram(version, actions);
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: () => undefined });
  }
  if (argv.length <= 2) throw new UsageError('no user is named', shortHelp);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError && error.code === 'commander.excessArguments') {
      const { suggestCommand } = await import('./suggest-command.js');
      throw suggestCommand(argv, program);
    }
    throw error;
  }
}

const shortHelp = `  provision-user --upn alice@contoso.com --dry-run     what would be done for one user
  provision-user search alice                          find a user
  provision-user --help                                all of it`;

async function explainError(error: unknown, terminal: Terminal, isDebugging: boolean): Promise<ExitName> {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 'fine';
    terminal.note(`${error.message}\n`);
    return 'couldNotRun';
  }
  if (error instanceof UsageError) {
    terminal.note(`error: ${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`);
    return 'couldNotRun';
  }
  const { tellDiagnostics } = await import('./tell.js');
  const { diagnose } = await import('../diagnostics/diagnostic.js');
  const message = error instanceof Error ? error.message : String(error);
  await tellDiagnostics([diagnose('run/crashed', { message })], terminal, { color: true });
  if (isDebugging && error instanceof Error) terminal.note(`${error.stack ?? ''}\n`);
  return 'bug';
}

/** The first Ctrl-C ends the run in order, with a report; the second ends the process. */
function listenForSignals(process: NodeJS.Process, abort: AbortController): () => void {
  const interrupt = (): void => {
    if (abort.signal.aborted) process.exit(exitCode('interrupted'));
    abort.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return () => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  };
}

/** `| head` closes the pipe early: what is left has no reader, and is nobody's error. */
function ignoreClosedPipes(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}
