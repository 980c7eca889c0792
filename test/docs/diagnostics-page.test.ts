import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { allCodes, explainCode, writeCodePage, writeIndexPage } from '../../src/explain/index.js';
import { version } from '../../src/version.js';

const folder = fileURLToPath(new URL('../../docs/diagnostics', import.meta.url));

/** Every page by its path below the folder: the path of a code is the code. */
const wanted = new Map([
  ['README.md', writeIndexPage()],
  ...allCodes().map((code): [string, string] => [`${code}.md`, writeCodePage(explainCode(code))]),
]);

function readPages(): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

function writePages(): void {
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  for (const [path, page] of wanted) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), page);
  }
}

describe('what is generated or kept twice', () => {
  test('docs/diagnostics has one page a code, as explain prints it (UPDATE_DOCS=1 writes them)', () => {
    if (process.env.UPDATE_DOCS === '1') writePages();
    const pages = readPages();
    expect([...pages.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [path, page] of wanted) expect([path, pages.get(path)]).toEqual([path, page]);
  });

  test('the version is the one of package.json', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(version).toBe(manifest.version);
  });

  test('every code stands in its family and has a reason', () => {
    for (const [code, entry] of Object.entries(catalogue)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*(\/[a-z0-9-]+)+$/);
      expect([code, entry.why.length > 20, entry.title.length > 3]).toEqual([code, true, true]);
    }
  });
});
