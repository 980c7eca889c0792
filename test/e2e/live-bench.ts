import { type Fault, type FaultyServer, type Moment, startFaulty } from './faulty-server.js';
import { type LiveRun, LiveTarget } from './live-target.js';

type RunOptions = Parameters<LiveTarget['run']>[1];

/** Servers and folders of one test, ended together. */
export interface LiveBench {
  /** @param certificate of test/http/certificates; left out: plain http */
  start(faults?: Partial<Record<Moment, Fault>>, certificate?: string): Promise<FaultyServer>;
  /** @param more lines of the target's configuration; left out: a bearer token */
  open(url: string, more?: readonly string[]): LiveTarget;
  /** one run for somebody in scope whom the servers do not know */
  provision(url: string, args?: readonly string[], options?: RunOptions): Promise<LiveRun>;
  closeAll(): void;
}

/** In scope in the contoso fixtures, active, and without a manager. */
export const upn = 'quentin@contoso.com';

export function openLiveBench(): LiveBench {
  const opened: { stop(): void }[] = [];
  const open = (url: string, more?: readonly string[]): LiveTarget => {
    const live = new LiveTarget(url, more);
    opened.push({
      stop: () => {
        live.bench.remove();
      },
    });
    return live;
  };
  return {
    open,
    async start(faults = {}, certificate) {
      const server = await startFaulty(faults, certificate);
      opened.push(server);
      return server;
    },
    provision: (url, args = [], options = {}) => open(url).run(['--upn', upn, ...args], options),
    closeAll() {
      for (const one of opened.splice(0)) one.stop();
    },
  };
}
