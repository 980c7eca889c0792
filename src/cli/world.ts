import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { ConfigWorld } from '../config/index.js';
import type { Terminal } from './terminal.js';

/** What reading a configuration touches of the machine. */
export function openConfigWorld(terminal: Pick<Terminal, 'cwd' | 'environment'>): ConfigWorld {
  return {
    cwd: terminal.cwd,
    environment: terminal.environment,
    readFile: (path) => readFile(path),
    realPath: (path) => realpath(path),
    runCommand: (program, args) =>
      new Promise((resolve) => {
        execFile(program, [...args], { timeout: 60_000, maxBuffer: 1 << 20 }, (error, stdout) => {
          resolve(error === null ? { ok: true, stdout } : { ok: false, reason: reasonOf(error) });
        });
      }),
  };
}

/** Never the output of the program: it may hold the secret. */
function reasonOf(error: Error & { code?: unknown; killed?: boolean }): string {
  if (error.killed === true) return 'it did not end within a minute';
  return typeof error.code === 'number'
    ? `it ended with exit code ${String(error.code)}`
    : `it could not be started (${String(error.code)})`;
}

/** A path as people would type it from where they stand. */
export function shortenPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' || short.startsWith(`..${sep}..`) ? path : short;
}
