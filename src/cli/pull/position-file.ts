import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ListPosition } from '../../source/graph/pull/index.js';

export const positionName = '.provision-user-pull.ndjson';

/** The way of a pull that was interrupted, a line a page: what was read does not have to be read again. */
export interface PositionFile {
  /** where an earlier attempt of the same pull stopped */
  readonly from: ListPosition | undefined;
  readonly save: (position: ListPosition) => Promise<void>;
  /** users that stand in the file; 0 where there is none */
  readonly users: () => number;
  readonly remove: () => Promise<void>;
}

interface Line {
  readonly key: string;
  readonly next: string;
  readonly users: ListPosition['users'];
  readonly refused: readonly string[];
}

/**
 * Opens the file of a pull; one of another pull counts as none and is replaced.
 * @param file absolute
 * @param question what makes a pull the same one
 */
export async function openPosition(file: string, question: unknown): Promise<PositionFile> {
  const key = createHash('sha256').update(JSON.stringify(question)).digest('hex');
  const lines = readLines(await readFile(file, 'utf8').catch(() => ''), key);
  const last = lines.at(-1);
  const from = last && { next: last.next, users: lines.flatMap(({ users }) => users), refused: last.refused };
  let written = from?.users.length ?? -1;
  return {
    from,
    users: () => Math.max(written, 0),
    save: async ({ next, users, refused }) => {
      try {
        await mkdir(dirname(file), { recursive: true });
        // What was read of another pull, or of a list that has to be begun anew, is of no use.
        if (written < 0 || next === undefined) {
          await rm(file, { force: true });
          written = 0;
        }
        if (next === undefined) return;
        const line: Line = { key, next, users: users.slice(written), refused };
        await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
        written = users.length;
      } catch {
        // Without the file a pull can only not be gone on with; what is wrong with the folder is said when it is written to.
        written = -1;
      }
    },
    remove: () => rm(file, { force: true }),
  };
}

/** A line that was cut off, and whatever stands after it, counts as not written. */
function readLines(text: string, key: string): Line[] {
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    try {
      const read = JSON.parse(line) as Line;
      if (read.key !== key) return [];
      lines.push(read);
    } catch {
      return lines;
    }
  }
  return lines;
}
