import { stderr } from 'node:process';
import type { Ora } from 'ora';
import type { ProgressEvent } from '../provision/index.js';
import { stepTitles } from '../report/step-titles.js';
import type { Terminal } from './terminal.js';

/** Shows the running step, and is told when the run is over. */
export interface Progress {
  readonly show: (event: ProgressEvent) => void;
  readonly end: () => void;
}

const silent: Progress = { show: () => undefined, end: () => undefined };

/** A spinner for the running step; silent unless stderr is a terminal, outside CI. */
export async function openProgress(
  terminal: Terminal,
  isQuiet: boolean,
  wantsColour: boolean,
): Promise<Progress> {
  if (isQuiet || !terminal.stderr.isTerminal || terminal.environment.TERM === 'dumb') return silent;
  const { isCI } = await import('ci-info');
  if (isCI) return silent;
  const { default: ora } = await import('ora');
  const spinner: Ora = ora({
    stream: stderr,
    color: terminal.stderr.colour(wantsColour) === 0 ? false : 'cyan',
  });
  return {
    show: (event) => {
      if (event.kind === 'started') spinner.start(`${stepTitles[event.step]} …`);
    },
    end: () => {
      spinner.stop();
    },
  };
}
