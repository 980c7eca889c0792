import { join, resolve } from 'node:path';
import type { ConfigWorld, SettingsRequest } from '../../src/config/index.js';

/** The folder that memory worlds pretend to be in. */
export const folder = resolve('/folder');

interface Given {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly commands?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
}

/** A world in memory: files by their name in `folder`, commands by `program arg arg`, links by their target. */
export function createWorld({ files, environment = {}, commands = {}, links = {} }: Given): ConfigWorld {
  const byPath = new Map(Object.entries(files).map(([name, content]) => [resolve(folder, name), content]));
  const linkByPath = new Map(Object.entries(links).map(([name, to]) => [join(folder, name), to]));
  return {
    cwd: folder,
    environment,
    readFile: (path) => {
      const content = byPath.get(path);
      if (content === undefined) {
        return Promise.reject(Object.assign(new Error(`no ${path}`), { code: 'ENOENT' }));
      }
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
    runCommand: (program, programArguments) => {
      const stdout = commands[[program, ...programArguments].join(' ')];
      return Promise.resolve(
        stdout === undefined ? { ok: false, reason: 'it ended with code 1' } : { ok: true, stdout },
      );
    },
    realPath: (path) => Promise.resolve(linkByPath.get(path) ?? path),
  };
}

/** A request that names a configuration and needs no secrets. */
export const naming = (config: string, more: Partial<SettingsRequest> = {}): SettingsRequest => ({
  config,
  flags: {},
  needsSecrets: false,
  ...more,
});
