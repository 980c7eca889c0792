import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/**
 * A text that is kept in a file, reviewed and under version control: what we make must equal it.
 * `UPDATE_GENERATED=1 npm test -- test/report test/render` writes the files anew; then read the difference.
 */
export function expectStored(file: URL, made: string): void {
  if (process.env.UPDATE_GENERATED === '1') writeFileSync(file, made);
  expect(made).toBe(readFileSync(file, 'utf8'));
}
