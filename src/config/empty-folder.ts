import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Does something while the process stands in a new, empty folder of its own, and comes back. The work is synchronous,
 * so that nothing else of the process can see the other folder.
 * @throws what `work` throws, or Node's error when no temporary folder can be made
 */
export function standInEmptyFolder<T>(work: () => T): T {
  const before = process.cwd();
  const empty = mkdtempSync(join(tmpdir(), 'provision-user-'));
  try {
    process.chdir(empty);
    return work();
  } finally {
    process.chdir(before);
    rmdirSync(empty);
  }
}
