// Builds what ships: the command line, split so that each command loads its own part, with the compiled code of V8 beside it.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { createChunkLoader } from '../bin/load-chunks.js';

const outdir = 'dist/cli';
await rm(outdir, { recursive: true, force: true });
await mkdir(outdir, { recursive: true });
await writeChunks();
await warmUp();

/** esbuild splits ES modules alone, and Node 20 keeps compiled code of scripts alone: split first, then make scripts of them. */
async function writeChunks() {
  const { outputFiles } = await build({
    entryPoints: ['src/cli/main.ts'],
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.18',
    minify: true,
    sourcemap: 'inline',
    sourcesContent: false,
    legalComments: 'external',
    // The UMD build of jsonc-parser breaks a bundle.
    mainFields: ['module', 'main'],
    // cosmiconfig would pull in the whole compiler for configurations in TypeScript, which are refused anyway.
    external: ['typescript'],
    logLevel: 'warning',
  });
  await Promise.all(outputFiles.map(writeChunk));
}

async function writeChunk({ path, text }) {
  const name = basename(path);
  if (!name.endsWith('.js')) return writeFile(`${outdir}/${name}`, text);
  const { code, map } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20.18',
    supported: { 'dynamic-import': false },
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
  });
  const script = name.replace(/\.js$/, '.cjs');
  const linked = code.replace(/(["'])(\.\/[\w-]+)\.js\1/g, '$1$2.cjs$1');
  await writeFile(`${outdir}/${script}`, `${linked}//# sourceMappingURL=${script}.map\n`);
  await writeFile(`${outdir}/${script}.map`, map);
}

/** Runs the main job once, so that the code kept is the code that a run needs. */
async function warmUp() {
  const { load, scripts } = createChunkLoader(fileURLToPath(new URL(`../${outdir}/`, import.meta.url)));
  const { main } = load('main.cjs');
  const folder = fileURLToPath(new URL('../fixtures/contoso/', import.meta.url));
  const run = (...args) => main(pretendProcess(args, folder));
  await run('--upn', 'alice@contoso.com', '--dry-run');
  await run('--upn', 'dave@contoso.com', '--dry-run', '--details');
  for (const [file, script] of scripts) await writeFile(`${file}.cache`, script.createCachedData());
}

/** As much of a process as the command line asks for, with the answer thrown away. */
function pretendProcess(args, folder) {
  const sink = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    argv: [process.execPath, 'provision-user', ...args],
    env: {},
    cwd: () => folder,
    stdin: { isTTY: false },
    stdout: sink(),
    stderr: sink(),
    on() {
      return this;
    },
    off() {
      return this;
    },
  };
}
