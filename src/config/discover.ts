import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import { reasonOf } from './document/index.js';
import { standInEmptyFolder } from './empty-folder.js';

/** What a search for a configuration came to. All paths are absolute. */
export type Discovery =
  | { readonly kind: 'found'; readonly path: string }
  | {
      readonly kind: 'nothing';
      /** the folders searched, the nearest first */
      readonly folders: readonly string[];
      /** files there that would be configuration for other tools, but are code */
      readonly code: readonly string[];
      /** files there of the right name that could not be read */
      readonly unreadable: readonly string[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

const searchPlaces = [
  '.provisionrc',
  '.provisionrc.json',
  '.provisionrc.yaml',
  '.provisionrc.yml',
  'package.json',
];

const codePlaces = ['.provisionrc', 'provision.config', 'provision-user.config'].flatMap((stem) =>
  ['js', 'cjs', 'mjs', 'ts'].map((suffix) => `${stem}.${suffix}`),
);

/**
 * Looks for a configuration from a folder up to the project root, which is the nearest folder with a `package.json`
 * or a `.git`; without a project, in that folder alone, since what lies above it is nobody's in particular.
 *
 * cosmiconfig does the looking, on a short leash (design, "Configuration"; observed with cosmiconfig 9): on creation it
 * searches the current folder for a configuration of its own and executes that, so it is created in an empty folder;
 * and its loaders would follow `$import` into code, so the loaders here only say that there is something to read.
 */
export async function discoverConfiguration(cwd: string): Promise<Discovery> {
  const folders = foldersToProjectRoot(cwd);
  try {
    for (const folder of folders) {
      // Opening a pipe would wait for somebody to write into it, so only files are shown to cosmiconfig.
      const files = searchPlaces.filter((name) => isFile(join(folder, name)));
      if (files.length === 0) continue;
      const explorer = await createExplorer(files);
      const result = await explorer.search(folder);
      if (result !== null) return { kind: 'found', path: result.filepath };
    }
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
  const present = (names: readonly string[]): string[] =>
    folders.flatMap((folder) => names.map((name) => join(folder, name)).filter((path) => existsSync(path)));
  const unreadable = present(searchPlaces).filter((path) => basename(path) !== 'package.json');
  return { kind: 'nothing', folders, code: present(codePlaces), unreadable };
}

function foldersToProjectRoot(cwd: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = cwd; ; folder = dirname(folder)) {
    folders.push(folder);
    if (existsSync(join(folder, 'package.json')) || existsSync(join(folder, '.git'))) return folders;
    if (dirname(folder) === folder) return [cwd];
  }
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

async function createExplorer(
  searchPlaces: string[],
): Promise<{ search(from: string): Promise<{ filepath: string } | null> }> {
  // CommonJS by import() has only `default` once it is bundled.
  const { default: library } = await import('cosmiconfig');
  return standInEmptyFolder(() =>
    library.cosmiconfig('provision', {
      searchPlaces,
      searchStrategy: 'none',
      packageProp: 'provision',
      ignoreEmptySearchPlaces: false,
      cache: false,
      loaders: {
        '.json': notice,
        '.yaml': notice,
        '.yml': notice,
        noExt: notice,
        '.js': refuseCode,
        '.cjs': refuseCode,
        '.mjs': refuseCode,
        '.ts': refuseCode,
      },
    }),
  );
}

/** Says that a file is a configuration, without reading it: its bytes may not be UTF-8, and positions are wanted. */
function notice(path: string, text: string): object | null {
  if (basename(path) !== 'package.json') return { found: true };
  const content: unknown = parse(text);
  return typeof content === 'object' && content !== null && Object.hasOwn(content, 'provision')
    ? { provision: true }
    : {};
}

function refuseCode(path: string): never {
  throw new Error(`${basename(path)} is code`);
}
