import { isAbsolute, relative, resolve, sep } from 'node:path';
import { diagnose } from '../diagnostics/diagnostic.js';
import { dottedPath, type PathStep } from './document/index.js';
import { type Inspection, placeOf } from './inspection.js';

/**
 * Makes a path of the configuration absolute. A configuration that was merely found may only name files of its own
 * folder, links followed: what it names may be sent to the server that it names (design, "Configuration").
 * @returns undefined when the path is refused; that is reported
 */
export async function resolvePath(
  inspection: Inspection,
  path: readonly PathStep[],
  written: string,
): Promise<string | undefined> {
  const absolute = resolve(inspection.folder, written);
  if (!inspection.found || (await staysInside(inspection, absolute))) return absolute;
  const args = { key: dottedPath(path), path: written, file: inspection.document.file };
  inspection.report(diagnose('config/found-file-outside', args, [placeOf(inspection, path)]));
  return undefined;
}

async function staysInside({ folder, world }: Inspection, absolute: string): Promise<boolean> {
  if (!isWithin(folder, absolute)) return false;
  if (world.realPath === undefined) return true;
  const real = await world.realPath(absolute).catch(() => undefined);
  const realFolder = await world.realPath(folder).catch(() => folder);
  return real === undefined || isWithin(realFolder, real);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
