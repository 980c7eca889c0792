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

/** The path of a file, typed from the current folder, as the configuration of a folder names it. */
export function placeFile(path: string, what: string, folder: OutputFolder): Checked<string> {
  const value = pathWithin(resolve(folder.cwd, path), folder.path);
  const args = { what, path, folder: nameFolder(folder) };
  return {
    value,
    diagnostics: value === undefined ? [diagnose('files/outside', args, [{ file: path }])] : [],
  };
}
