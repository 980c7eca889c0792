import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { GraphSourceSettings } from '../../../src/config/settings.js';
import { describe as put } from '../../../src/diagnostics/describe.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { Wait } from '../../../src/http/index.js';
import { type GraphClientOptions, openGraphClient } from '../../../src/source/graph/client/index.js';
import type { GraphClient, GraphReply } from '../../../src/source/graph/graph-client.js';
import type { Bench } from '../../http/loopback.js';

export const tenant = 'aaaaaaaa-0000-4000-8000-0000000000aa';
export const clientId = 'aaaaaaaa-0000-4000-8000-0000000000cc';

/** A client of a test, with everything that was shown on the way. */
export interface Opened {
  readonly client: GraphClient;
  readonly waits: readonly Wait[];
  /** milliseconds that were slept, without sleeping */
  readonly slept: readonly number[];
}

/** Opens a client whose waits take no time. The token is given, unless the settings say otherwise. */
export function open(
  bench: Bench,
  settings: Partial<GraphSourceSettings>,
  options: Partial<GraphClientOptions> = {},
): Opened {
  const waits: Wait[] = [];
  const slept: number[] = [];
  const client = openGraphClient({
    settings: {
      kind: 'graph',
      tenant,
      clientId,
      auth: { kind: 'token', token: 'opaque-token-of-the-test' },
      cloud: 'global',
      graphUrl: undefined,
      authorityUrl: undefined,
      app: undefined,
      job: undefined,
      ...settings,
    },
    http: bench.client(),
    clock: Date.now,
    random: () => 1,
    newGuid: randomUUID,
    userAgent: 'provision-user/0.0.0',
    onWait: (wait) => waits.push(wait),
    onDeviceCode: () => undefined,
    environment: {},
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
    ...options,
  });
  return { client, waits, slept };
}

/** A request as a stand-in sees it. */
export interface Seen {
  readonly method: string;
  /** with its query */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** An answer of a stand-in; a text is sent as it is, anything else as JSON, nothing where it is left out. */
export interface Scripted {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Answers requests by a function, and remembers them. */
export function answerBy(reply: (request: Seen, index: number) => Scripted): {
  readonly listener: RequestListener;
  readonly seen: readonly Seen[];
} {
  const seen: Seen[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      seen.push({ method, url, headers, body });
      const scripted = reply({ method, url, headers, body }, seen.length - 1);
      const isText = typeof scripted.body === 'string';
      response.writeHead(scripted.status, {
        ...(isText ? {} : { 'content-type': 'application/json' }),
        ...scripted.headers,
      });
      if (scripted.body === undefined) response.end();
      else response.end(isText ? scripted.body : JSON.stringify(scripted.body));
    });
  };
  return { listener, seen };
}

/** A stand-in on a port of this machine. */
export async function standIn(
  bench: Bench,
  reply: (request: Seen, index: number) => Scripted,
): Promise<{ readonly root: string; readonly seen: readonly Seen[] }> {
  const { listener, seen } = answerBy(reply);
  const { port } = await bench.listen(listener);
  return { root: `http://127.0.0.1:${port}`, seen };
}

/** An error of Graph (data/graph-samples, error.*.json). */
export const graphError = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Scripted => ({
  status,
  headers,
  body: {
    error: {
      code,
      message,
      innerError: {
        date: '2026-01-15T09:30:00',
        'request-id': 'aaaaaaaa-0000-4000-8000-000000000071',
        'client-request-id': 'aaaaaaaa-0000-4000-8000-000000000072',
      },
    },
  },
});

export const codesOf = ({ diagnostics }: Pick<GraphReply, 'diagnostics'>): readonly string[] =>
  diagnostics.map(({ code }) => code);

/** Everything of a reply that can be shown: its exchanges, and its diagnostics in words. */
export function shown(reply: GraphReply): string {
  return JSON.stringify([reply.exchanges, reply.diagnostics.map(words)]);
}

/** A diagnostic as people read it. */
export function words(diagnostic: Diagnostic): string {
  const { message, advice } = put(diagnostic);
  return [message, ...advice.map(({ text }) => text)].join('\n');
}
