import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { fileTrouble } from '../read-bytes.js';
import { shortenPath } from '../world.js';

/** A file to be written. */
export interface OutputFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Where a command writes its files. */
export interface OutputFolder {
  /** absolute */
  readonly path: string;
  /** may files be replaced */
  readonly force: boolean;
  readonly command: 'init' | 'pull';
  readonly cwd: string;
}

export const configurationName = '.provisionrc.yaml';
const otherNames = ['.provisionrc', '.provisionrc.json', '.provisionrc.yml'];

/** What stands in the way of writing files of these names; asked before anything else is done. */
export function findObstacles(folder: OutputFolder, names: readonly string[]): Diagnostic[] {
  const { path, force, command, cwd } = folder;
  const shown = nameFolder(folder);
  const standing = (wanted: readonly string[]): string[] =>
    wanted.filter((name) => existsSync(join(path, name)));
  const others = standing(otherNames);
  const existing = force ? [] : standing(names);
  const at = (files: readonly string[]): { file: string }[] =>
    files.map((name) => ({ file: shortenPath(join(path, name), cwd) }));
  return [
    ...(existing.length === 0
      ? []
      : [diagnose('files/exist', { folder: shown, files: existing, command }, at(existing))]),
    ...(others.length === 0
      ? []
      : [diagnose('files/other-configuration', { folder: shown, files: others }, at(others))]),
  ];
}

/**
 * Writes all files or none: each is complete under a name of its own before the first takes its place.
 * @returns what went wrong
 */
export async function writeFiles(folder: OutputFolder, files: readonly OutputFile[]): Promise<Diagnostic[]> {
  const { path } = folder;
  const drafts = files.map(({ name, content }) => ({
    content,
    from: join(path, `${name}.${String(process.pid)}.tmp`),
    to: join(path, name),
    isNew: !existsSync(join(path, name)),
  }));
  const placed: string[] = [];
  try {
    await mkdir(path, { recursive: true });
    for (const { from, content } of drafts) await writeFile(from, content, { mode: 0o600 });
    for (const { from, to, isNew } of drafts) {
      await rename(from, to);
      if (isNew) placed.push(to);
    }
    return [];
  } catch (error) {
    // Where nothing can be written, nothing may be there to remove either: a file in the place of the folder is such a case.
    await Promise.allSettled(
      [...drafts.map(({ from }) => from), ...placed].map((file) => rm(file, { force: true })),
    );
    return [diagnose('files/unwritable', { folder: nameFolder(folder), reason: fileTrouble(error) })];
  }
}

/** The folder as people would type it. */
export function nameFolder({ path, cwd }: Pick<OutputFolder, 'path' | 'cwd'>): string {
  return path === cwd ? 'this folder' : shortenPath(path, cwd);
}
