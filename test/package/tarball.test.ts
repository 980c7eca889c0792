import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'provision-user-package-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (program: string, args: readonly string[], cwd = folder): string =>
  execFileSync(program, [...args], { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

test('the packed tarball installs into an empty folder and runs there, command and library', () => {
  run('npm', ['run', '--silent', 'build:library'], root);
  const packed = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as readonly {
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
    readonly size: number;
  }[];
  const { filename, files, size } = packed[0]!;
  expect(files.map(({ path }) => path).filter((path) => /^(src|test|fixtures|\.ci)\//.test(path))).toEqual(
    [],
  );
  expect(size).toBeLessThan(2_000_000);

  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`]);
  cpSync(join(root, 'fixtures/contoso'), join(folder, 'contoso'), { recursive: true });
  const command = join(folder, 'node_modules/.bin/provision-user');
  const shown = run(command, [
    '--upn',
    'alice@contoso.com',
    '--dry-run',
    '--config',
    'contoso/.provisionrc.yaml',
  ]);
  expect(shown.trimEnd().split('\n').at(-2)).toContain('would update alice@contoso.com');

  writeFileSync(
    join(folder, 'use.js'),
    `import { evaluateExpression, evaluateScope, provision } from 'provision-user';
     import { readFileSync } from 'node:fs';
     const report = await provision({ config: 'contoso/.provisionrc.yaml', upn: 'dave@contoso.com', dryRun: true });
     const scope = evaluateScope(readFileSync('contoso/schema.json', 'utf8'), { employeeType: 'contractor' });
     console.log(JSON.stringify([evaluateExpression('Join(" ", [a], [b])', { a: 'x', b: 'y' }), scope.inScope, report.outcome.action]));`,
  );
  expect(JSON.parse(run(process.execPath, ['use.js']))).toEqual(['x y', true, 'disable']);
}, 180_000);
