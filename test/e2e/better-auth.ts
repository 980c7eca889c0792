import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the service wants to see; it takes no token shorter than 32 characters. */
export const serviceToken = 'canary-5f1d0c9e77b34a60-5f1d0c9e77b34a60';

/** The service of better-auth-server.js, seen from the test. It starts without users. */
export interface BetterAuth {
  /** below it are `/Users` and `/Groups` */
  readonly url: string;
  /** method and path of every request so far */
  requests(): Promise<readonly string[]>;
  /** the users as the service shows them to anybody who may read */
  users(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  stop(): Promise<void>;
}

export async function startBetterAuth(): Promise<BetterAuth> {
  const child = fork(fileURLToPath(new URL('better-auth-server.js', import.meta.url)), {
    env: { PATH: process.env.PATH ?? '', SCIM_TOKEN: serviceToken },
    execArgv: [],
  });
  const [port] = (await once(child, 'message')) as [number];
  const root = `http://127.0.0.1:${String(port)}`;
  const url = `${root}/api/auth/scim/v2`;
  return {
    url,
    async requests() {
      return (await (await fetch(`${root}/control`)).json()) as readonly string[];
    },
    async users() {
      const response = await fetch(`${url}/Users`, { headers: { authorization: `Bearer ${serviceToken}` } });
      const { Resources } = (await response.json()) as { Resources: readonly Record<string, unknown>[] };
      return Resources;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
