// Bundles what ships: the command line, split so that each command loads its own part.
import { build } from 'esbuild';
import { rm } from 'node:fs/promises';

const outdir = 'dist/cli';
await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['src/cli/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.18',
  minify: true,
  // Names for the stack of a bug, which --debug shows; nothing reads them otherwise.
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'external',
  // The UMD build of jsonc-parser breaks a bundle.
  mainFields: ['module', 'main'],
  // cosmiconfig would pull in the whole compiler for configurations in TypeScript, which are refused anyway.
  external: ['typescript'],
  // CommonJS packages inside the bundle ask for these.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url), __filename = import.meta.filename;",
  },
  logLevel: 'warning',
});
