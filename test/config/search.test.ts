import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runTool } from '../cli/run-tool.js';

// ecosystem.md, 2.6: the search needs an empty folder to stand in, so that nothing of a stranger is run.
test('a search that finds no temporary folder to stand in is refused, and names what it could not do', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'provision-user-search-'));
  try {
    writeFileSync(join(cwd, '.provisionrc.yaml'), 'scope: all\n');
    const none = join(cwd, 'none');
    const environment = { TMPDIR: none, TMP: none, TEMP: none };
    const ended = await runTool(['--upn', 'alice@contoso.com'], { cwd, environment });
    expect(ended.stderr).toContain('provision-user explain config/search-failed');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  } finally {
    rmSync(cwd, { recursive: true });
  }
});
