import type { ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.js';
import { type ToolRun, Workbench } from '../cli/run-tool.js';

/** What no output may show and no stranger may get. */
export const canary = 'canary-5f1d0c9e77b34a60';

export interface LiveRun extends ToolRun {
  readonly report: Report;
  /** all that a person could read of the run: both streams and the report file */
  readonly everything: string;
  readonly milliseconds: number;
}

/** A copy of a bundled fixture, pointed at a SCIM service on the network. */
export class LiveTarget {
  readonly bench: Workbench;

  constructor(
    url: string,
    more: readonly string[] = ['token: { env: SCIM_TOKEN }'],
    { fixture, schema }: { fixture: string; schema: string | null } = {
      fixture: 'contoso',
      schema: 'schema.json',
    },
  ) {
    this.bench = new Workbench(fixture);
    const lines = [
      ...(schema === null ? [] : [`schema: ./${schema}`]),
      'scope: assigned',
      'source: { kind: fixture, path: ./directory.json }',
      'target:',
      ...['kind: scim', `url: ${JSON.stringify(url)}`, ...more].map((line) => `  ${line}`),
      '',
    ];
    writeFileSync(join(this.bench.folder, '.provisionrc.yaml'), lines.join('\n'));
  }

  /** Changes one user of the directory: what somebody does in Entra between two runs. */
  changeUser(userPrincipalName: string, changes: Readonly<Record<string, unknown>>): void {
    const directory = JSON.parse(this.bench.read('directory.json')) as { users: Record<string, unknown>[] };
    const users = directory.users.map((user) =>
      user.userPrincipalName === userPrincipalName ? { ...user, ...changes } : user,
    );
    writeFileSync(join(this.bench.folder, 'directory.json'), JSON.stringify({ ...directory, users }));
  }

  async run(
    args: readonly string[],
    options: {
      readonly environment?: Readonly<Record<string, string>>;
      readonly onStart?: (child: ChildProcess) => void;
    } = {},
  ): Promise<LiveRun> {
    const begun = performance.now();
    const run = await this.bench.run([...args, '--debug', '--report', 'run.json'], {
      ...options,
      environment: { SCIM_TOKEN: canary, ...options.environment },
    });
    const milliseconds = performance.now() - begun;
    if (!existsSync(join(this.bench.folder, 'run.json'))) throw new Error(`no report: ${run.stderr}`);
    const text = this.bench.read('run.json');
    const everything = `${run.stdout}\n${run.stderr}\n${text}`;
    return { ...run, report: JSON.parse(text) as Report, everything, milliseconds };
  }
}

/** The codes that a run gave, those of the run as a whole first. */
export function codesOf({ diagnostics, steps }: Report): string[] {
  return [...diagnostics, ...steps.flatMap((step) => step.diagnostics)].map(({ code }) => code);
}

/** The steps that failed. */
export function failedSteps({ steps }: Report): string[] {
  return steps.filter(({ status }) => status === 'failure').map(({ step }) => step);
}
