import type { Settings } from '../config/index.js';
import type { RunWorld } from '../provision/index.js';
import type { ConsentAnswer } from '../steps/index.js';
import type { RunOptions } from './program.js';
import type { Progress } from './progress.js';
import { askYes } from './prompt.js';
import { guidsFrom } from './seeds.js';
import type { Terminal } from './terminal.js';

export interface RunWorldParts {
  readonly terminal: Terminal;
  readonly options: RunOptions;
  readonly settings: Settings;
  /** as people call it */
  readonly targetName: string | undefined;
  readonly progress: Progress;
  readonly seed: string;
  readonly signal: AbortSignal;
}

/** The world around a run from the command line: clock, questions and what is told on stderr. */
export function openRunWorld(parts: RunWorldParts): RunWorld {
  const { terminal, options, progress, seed } = parts;
  return {
    clock: Date.now,
    newGuid: guidsFrom(seed, 'probe'),
    askConsent: (action, account) => askConsent(action, account, parts),
    beforeWrite: () => {
      announceWrite(parts);
    },
    onProgress: progress.show,
    onCrash: (error) => {
      if (options.debug === true) terminal.note(`${stackOf(error)}\n`);
    },
  };
}

async function askConsent(
  action: 'disable',
  account: string,
  { terminal, options, progress, targetName, signal }: RunWorldParts,
): Promise<ConsentAnswer> {
  if (options.yes === true) return 'given';
  if (!terminal.isInteractive || !options.input) return 'unavailable';
  progress.end();
  const question = `${action.charAt(0).toUpperCase()}${action.slice(1)} ${account} in ${targetName ?? 'the target'}?`;
  return (await askYes(question, signal)) ? 'given' : 'refused';
}

/** The log of a script has to show which service was written to. On a terminal somebody is looking. */
export function announceWrite({
  terminal,
  options,
  settings,
  targetName,
}: Pick<RunWorldParts, 'terminal' | 'settings' | 'targetName'> & {
  readonly options: Pick<RunOptions, 'quiet'>;
}): void {
  if (settings.target?.kind !== 'scim' || terminal.stderr.isTerminal || options.quiet === true) return;
  const profile = settings.profile === undefined ? 'no profile' : `profile ${settings.profile}`;
  terminal.note(`writing to ${targetName ?? ''} (${profile})\n`);
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
