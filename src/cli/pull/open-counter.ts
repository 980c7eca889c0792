import { stderr } from 'node:process';
import type { Terminal } from '../terminal.js';

/** Shows how many users were read. */
export interface Counter {
  readonly show: (users: number) => void;
  readonly end: () => void;
}

const silent: Counter = { show: () => undefined, end: () => undefined };
const cells = 24;

/**
 * A progress bar; silent unless stderr is a terminal, outside CI.
 * @param most how many users there can be; undefined where nobody knows
 */
export async function openCounter(
  terminal: Terminal,
  options: { readonly quiet?: boolean; readonly color: boolean },
  most: number | undefined,
): Promise<Counter> {
  if (options.quiet === true || !terminal.stderr.isTerminal || terminal.environment.TERM === 'dumb')
    return silent;
  const { isCI } = await import('ci-info');
  if (isCI) return silent;
  const { default: ora } = await import('ora');
  const spinner = ora({
    stream: stderr,
    color: terminal.stderr.colour(options.color) === 0 ? false : 'cyan',
  });
  spinner.start('users …');
  return {
    show: (users) => {
      spinner.text = drawBar(users, most);
    },
    end: () => {
      spinner.stop();
    },
  };
}

/** `[######      ] 250 of at most 1000 users` */
export function drawBar(users: number, most: number | undefined): string {
  if (most === undefined) return `${String(users)} users`;
  const full = Math.min(cells, Math.floor((users / most) * cells));
  return `[${'#'.repeat(full)}${' '.repeat(cells - full)}] ${String(users)} of at most ${String(most)} users`;
}
