import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { stdin } from 'node:process';
import { type Checked, diagnose } from '../diagnostics/diagnostic.js';
import { shortenPath } from './world.js';

/**
 * Reads a file; `-` is standard input.
 * @param what the document in plain words, for messages
 */
export async function readBytes(
  path: string,
  cwd: string,
  what: string,
): Promise<Checked<{ bytes: Uint8Array; file: string }>> {
  const absolute = resolve(cwd, path);
  const file = path === '-' ? 'standard input' : shortenPath(absolute, cwd);
  try {
    const bytes = path === '-' ? await buffer(stdin) : await readFile(absolute);
    return { value: { bytes, file }, diagnostics: [] };
  } catch (error) {
    const reason = fileTrouble(error);
    return {
      value: undefined,
      diagnostics: [diagnose('document/unreadable', { what, file, reason }, [{ file }])],
    };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of its path is no folder',
};

/** Trouble with a file in plain words, without its path. */
export function fileTrouble(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
