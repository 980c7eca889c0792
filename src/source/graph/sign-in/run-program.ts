import { execFile } from 'node:child_process';

/** What became of a program. `stderr` is where programs say what is wrong. */
export type ProgramOutcome =
  | { readonly ok: true; readonly stdout: string }
  | {
      readonly ok: false;
      readonly reason: 'notFound' | 'timeout' | 'aborted' | 'offline' | 'failed';
      /** in a few words */
      readonly words: string;
      readonly stderr: string;
    };

export interface ProgramLimits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Runs a program without a shell, with these arguments, and gives what it wrote. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  limits: ProgramLimits,
) => Promise<ProgramOutcome>;

/** The runner for real. The program sees this environment and no other. */
export function runInEnvironment(environment: Readonly<Record<string, string | undefined>>): RunProgram {
  return (program, args, { signal, timeoutMs }) =>
    new Promise((resolve) => {
      const options = { env: environment, signal, timeout: timeoutMs, maxBuffer: 1 << 20, windowsHide: true };
      execFile(program, [...args], options, (error, stdout, stderr) => {
        resolve(error === null ? { ok: true, stdout } : { ok: false, ...explain(error, timeoutMs), stderr });
      });
    });
}

/** Runs nothing: a program that signs in goes to the network as well. */
export const refuseToRun: RunProgram = () =>
  Promise.resolve({ ok: false, reason: 'offline', words: 'it was not started', stderr: '' });

function explain(
  error: Error & { code?: unknown; killed?: boolean },
  timeoutMs: number,
): Pick<Extract<ProgramOutcome, { ok: false }>, 'reason' | 'words'> {
  if (error.name === 'AbortError') return { reason: 'aborted', words: 'it was stopped' };
  if (error.killed === true)
    return { reason: 'timeout', words: `it did not end within ${timeoutMs / 1000} s` };
  if (typeof error.code === 'number')
    return { reason: 'failed', words: `it ended with exit code ${error.code}` };
  return error.code === 'ENOENT'
    ? { reason: 'notFound', words: 'there is no such program on the PATH (ENOENT)' }
    : { reason: 'failed', words: `it could not be started (${String(error.code)})` };
}
