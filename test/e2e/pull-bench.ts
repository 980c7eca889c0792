import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ToolRun, Workbench } from '../cli/run-tool.js';

export const token = 'opaque-token-of-the-test';
const application = '{ appId: 00000000-0000-4000-8000-000000000300 }';

/** A folder whose configuration leads to a stand-in of Graph. */
export class PullBench {
  readonly workbench = new Workbench();

  /** Runs `pull --config graph.yaml --out pulled` with what is added. */
  pull(
    url: string,
    args: readonly string[],
    more: readonly string[] = [],
    onStart?: Parameters<Workbench['run']>[1],
  ): Promise<ToolRun> {
    const lines = [
      'source:',
      '  kind: graph',
      '  auth: token',
      '  token: { env: GRAPH_TOKEN }',
      `  graphUrl: ${url}`,
      `  app: ${application}`,
      ...more,
    ];
    writeFileSync(join(this.workbench.folder, 'graph.yaml'), lines.join('\n'));
    return this.run(['pull', '--config', 'graph.yaml', '--out', 'pulled', ...args], onStart);
  }

  run(args: readonly string[], options: Parameters<Workbench['run']>[1] = {}): Promise<ToolRun> {
    return this.workbench.run(args, { environment: { GRAPH_TOKEN: token }, ...options });
  }

  bytes(file: string): Uint8Array {
    return readFileSync(join(this.workbench.folder, 'pulled', file));
  }

  json(file: string): unknown {
    return JSON.parse(new TextDecoder().decode(this.bytes(file)));
  }
}
