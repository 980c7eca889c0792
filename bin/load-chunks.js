// Loads the chunks of the command line with the code that V8 kept when they were built, so that nothing is compiled at start-up.
// A cache made by another version of V8 is refused by V8 itself, and the chunk is compiled as usual.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

const before = '(function (exports, require, module, __filename, __dirname) {';

/**
 * A `require` for the chunks of a folder.
 * @param {string} folder absolute, with a separator at its end
 * @returns {{ load(name: string): any, scripts: ReadonlyMap<string, Script> }} `scripts` holds what was loaded, by file
 */
export function createChunkLoader(folder) {
  const scripts = new Map();
  const modules = new Map();
  const outside = createRequire(`${folder}chunk.cjs`);

  function load(name) {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const file = folder + name;
    const script = new Script(`${before}${readFileSync(file, 'utf8')}\n})`, {
      filename: file,
      columnOffset: -before.length,
      cachedData: readIfThere(`${file}.cache`),
    });
    scripts.set(file, script);
    const module = { exports: {} };
    modules.set(name, module);
    const require = (id) => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    script.runInThisContext()(module.exports, require, module, file, folder);
    return module.exports;
  }

  return { load, scripts };
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
