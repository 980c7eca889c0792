import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { canary } from './live-target.js';

interface StoredUser {
  readonly id: string;
  readonly userName: string;
  readonly [attribute: string]: unknown;
}

interface StoredGroup {
  readonly id: string;
  readonly displayName: string;
  readonly members?: readonly { readonly value: string }[];
}

/** The service of scimmy-server.js, seen from the test. */
export interface Scimmy {
  /** below it are `/Users` and `/Groups` */
  readonly url: string;
  /** Puts these users in the place of all others, and forgets groups and requests. */
  seed(users: readonly StoredUser[]): Promise<void>;
  look(): Promise<{
    readonly users: readonly StoredUser[];
    readonly groups: readonly StoredGroup[];
    readonly requests: readonly string[];
  }>;
  stop(): Promise<void>;
}

export async function startScimmy(): Promise<Scimmy> {
  const child: ChildProcess = fork(fileURLToPath(new URL('scimmy-server.js', import.meta.url)), {
    env: { PATH: process.env.PATH ?? '', SCIM_TOKEN: canary },
    execArgv: [],
  });
  const [port] = (await once(child, 'message')) as [number];
  const root = `http://127.0.0.1:${String(port)}`;
  return {
    url: `${root}/scim`,
    async seed(users) {
      const headers = { 'content-type': 'application/json' };
      await fetch(`${root}/control`, { method: 'PUT', headers, body: JSON.stringify(users) });
    },
    async look() {
      const response = await fetch(`${root}/control`);
      return (await response.json()) as Awaited<ReturnType<Scimmy['look']>>;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
