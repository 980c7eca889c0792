import { relative, resolve, sep, isAbsolute } from 'node:path';
import { type Checked, diagnose } from '../../diagnostics/diagnostic.js';
import { nameFolder, type OutputFolder } from './output-files.js';

/** The path as a configuration in the folder names it; undefined where it leads out of there. */
export function pathWithin(absolute: string, folder: string): string | undefined {
  const way = relative(folder, absolute);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
    ? undefined
    : `./${way.replaceAll(sep, '/')}`;
}

/**
 * The path of a file as the configuration of a folder names it.
 * @param given as it was typed, from the current folder; undefined for a path that is already the folder's own
 */
export function placeFile(
  path: string,
  given: string | undefined,
  what: string,
  folder: OutputFolder,
): Checked<string> {
  if (given === undefined) return { value: path, diagnostics: [] };
  const value = pathWithin(resolve(folder.cwd, given), folder.path);
  const args = { what, path: given, folder: nameFolder(folder) };
  return {
    value,
    diagnostics: value === undefined ? [diagnose('files/outside', args, [{ file: given }])] : [],
  };
}
