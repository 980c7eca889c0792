import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { writeDiagnosticsPage } from '../../src/diagnostics/write-page.js';
import { version } from '../../src/version.js';

const page = new URL('../../docs/diagnostics.md', import.meta.url);

describe('what is generated or kept twice', () => {
  test('docs/diagnostics.md is what the catalogue makes (UPDATE_DOCS=1 writes it)', () => {
    if (process.env.UPDATE_DOCS === '1') writeFileSync(page, writeDiagnosticsPage());
    expect(readFileSync(page, 'utf8')).toBe(writeDiagnosticsPage());
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
