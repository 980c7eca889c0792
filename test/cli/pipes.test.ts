import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Workbench } from './run-tool.js';

const tool = fileURLToPath(new URL('../../bin/provision-user.js', import.meta.url));
const workbench = new Workbench();
afterAll(() => {
  workbench.remove();
});

describe('pipes', () => {
  test("a reader that leaves early is nobody's error", async () => {
    const child = spawn(
      process.execPath,
      [tool, '--upn', 'alice@contoso.com', '--dry-run', '--details', '-o', 'json'],
      {
        cwd: workbench.folder,
      },
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.destroy();
    await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
  });

  test('the answer is on stdout, whole, and everything else on stderr', async () => {
    const { stdout, stderr } = await workbench.run([
      '--upn',
      'alice@contoso.com',
      '--dry-run',
      '-o',
      'json',
      '--debug',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: { action: 'update' } });
    expect(stderr).toContain('source.path');
  });

  test.each(['--quiet', '--verbose', '--debug'])('JSON is JSON with %s', async (flag) => {
    const { stdout } = await workbench.run(['--upn', 'alice@contoso.com', '--dry-run', '-o', 'json', flag]);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  test('show prints a saved report as the run did, in both formats', async () => {
    const text = await workbench.run(['--upn', 'dave@contoso.com', '--dry-run', '--report', 'run.json']);
    expect((await workbench.run(['show', 'run.json'])).stdout).toBe(text.stdout);
    expect((await workbench.run(['show', 'run.json', '-o', 'json'])).stdout).toBe(workbench.read('run.json'));
    expect((await workbench.run(['show', '-'], { input: workbench.read('run.json') })).stdout).toBe(
      text.stdout,
    );
  });

  test('escape codes stand in a pipe only when they are forced', async () => {
    const run = (environment: Readonly<Record<string, string>>): Promise<{ stdout: string }> =>
      workbench.run(['--upn', 'alice@contoso.com', '--dry-run'], { environment });
    const escape = '\u001b[';
    expect((await run({ NO_COLOR: '' })).stdout).not.toContain(escape);
    expect((await run({ NO_COLOR: '', TF_BUILD: 'True', AGENT_NAME: 'x' })).stdout).not.toContain(escape);
    expect((await run({ NO_COLOR: '', FORCE_COLOR: '1' })).stdout).toContain(escape);
    expect((await run({ NO_COLOR: '1', FORCE_COLOR: '1' })).stdout).not.toContain(escape);
  });

  test('a terminal without Unicode gets ASCII', async () => {
    const { stdout } = await workbench.run(['--upn', 'dave@contoso.com', '--dry-run'], {
      environment: { TERM: 'linux' },
    });
    expect(stdout).toMatch(/^[\x20-\x7e\n]*$/);
  });
});
