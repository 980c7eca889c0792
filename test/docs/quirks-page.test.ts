import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { writeQuirksPage } from '../../src/target/fixture/quirks/write-page.js';

const page = new URL('../../docs/quirks.md', import.meta.url);

test('docs/quirks.md is what the declarations make (UPDATE_DOCS=1 writes it)', () => {
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, writeQuirksPage());
  expect(readFileSync(page, 'utf8')).toBe(writeQuirksPage());
});
