import { type ChildProcess, execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tool = join(root, 'bin/provision-user.js');

export interface ToolRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs what ships, in a folder, with a small environment of its own and no terminal. */
export function runTool(
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly environment?: Readonly<Record<string, string>>;
    readonly input?: string;
    readonly onStart?: (child: ChildProcess) => void;
  },
): Promise<ToolRun> {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: options.cwd,
    TZ: 'UTC',
    NO_COLOR: '1',
    ...options.environment,
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [tool, ...args],
      { cwd: options.cwd, env },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ stdout, stderr, code });
      },
    );
    options.onStart?.(child);
    child.stdin?.end(options.input ?? '');
  });
}

/** A copy of a bundled fixture, for one test to write in. */
export class Workbench {
  readonly folder: string;

  constructor(fixture = 'contoso') {
    this.folder = mkdtempSync(join(tmpdir(), 'provision-user-'));
    cpSync(join(root, 'fixtures', fixture), this.folder, { recursive: true });
  }

  run(args: readonly string[], options: Omit<Parameters<typeof runTool>[1], 'cwd'> = {}): Promise<ToolRun> {
    return runTool(args, { cwd: this.folder, ...options });
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** Every file with its content: what must be as it was. */
  snapshot(): Readonly<Record<string, string>> {
    const files: Record<string, string> = {};
    const walk = (folder: string): void => {
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) walk(path);
        else files[relative(this.folder, path)] = readFileSync(path, 'latin1');
      }
    };
    walk(this.folder);
    return files;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
