import type { Wait } from '../http/index.js';
import type { SourceSurroundings } from './compose-source.js';
import type { CommandContext } from './commands/run.js';
import type { OutputOptions } from './options.js';
import { pickApplication } from './pick-application.js';

/** What a source is made with, from the command line. */
export function openSurroundings(
  { terminal, abort }: CommandContext,
  options: Pick<OutputOptions, 'input' | 'quiet'> & { readonly offline?: boolean },
): SourceSurroundings {
  return {
    cwd: terminal.cwd,
    environment: terminal.environment,
    offline: options.offline === true,
    clock: Date.now,
    signal: abort.signal,
    onWait: (wait) => {
      if (options.quiet !== true) terminal.note(describeWait(wait));
    },
    // It is no question: without it nobody could ever sign in, so it is told with --no-input and --quiet too.
    onDeviceCode: (message) => {
      terminal.note(`${message}\n`);
    },
    chooseApplication: (candidates) => pickApplication(candidates, terminal, options, abort.signal),
  };
}

/** A wait is silence that a person would take for a fault. */
const describeWait = ({ url, seconds, status }: Wait): string =>
  `waiting ${String(seconds)} s: ${new URL(url).host} answered ${String(status)}\n`;
