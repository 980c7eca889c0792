import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NoAnswer } from '../exchanges/exchange.js';
import { explainAbort } from './aborts.js';
import { decodeBody } from './decode-body.js';
import { explainFailure, formatSeconds } from './failures.js';
import type { HttpClient, HttpOutcome, HttpRequest } from './http-client.js';
import { defaultLimits, type Limits } from './limits.js';
import { isNeverProxied, type Proxies, readProxies } from './proxies.js';
import { readBody, unpackBody } from './read-body.js';
import { openWire, type Wire } from './wire.js';

export interface HttpClientOptions {
  /** `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY` and `NODE_EXTRA_CA_CERTS` are read from it */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** PEM text of authorities to trust beside Node's own; see `findCertificateFault` */
  readonly ca?: string;
  /** refuses every request, loads nothing and opens no connection */
  readonly offline: boolean;
  readonly limits?: Partial<Limits>;
  /** milliseconds since 1970 */
  readonly clock: () => number;
}

/** Makes the way to the network. Nothing is loaded and no connection opened before the first request. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { environment, ca, offline, clock } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const proxies = readProxies(environment);
  let opened: Promise<Wire> | undefined;

  const open = (): Promise<Wire> => {
    opened ??= openWire({ proxies, ca, extraAuthorities: environment.NODE_EXTRA_CA_CERTS, limits });
    return opened;
  };

  return {
    limits,
    async send(request, signal) {
      const url = new URL(request.url);
      const host = hostAndPort(url);
      if (offline) return { noAnswer: { kind: 'offline', message: `${host} was not contacted` } };
      if (proxies.fault !== undefined && !isNeverProxied(url.hostname))
        return { noAnswer: { kind: 'proxy', message: proxies.fault } };
      if (signal.aborted) return { noAnswer: explainAbort(signal, `before the request to ${host} was sent`) };
      const proxy = proxyOf(url, proxies);
      return exchange(await open(), request, url, { host, proxy, limits, clock }, signal);
    },
    async close() {
      await (await opened)?.destroy();
    },
  };
}

interface Circumstances {
  readonly host: string;
  readonly proxy: string;
  readonly limits: Limits;
  readonly clock: () => number;
}

async function exchange(
  wire: Wire,
  { method, headers, body }: HttpRequest,
  url: URL,
  { host, proxy, limits, clock }: Circumstances,
  signal: AbortSignal,
): Promise<HttpOutcome> {
  const begun = clock();
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort();
  }, limits.request);
  let during = 'no answer from';
  try {
    const response = await wire.request(url, {
      dispatcher: wire.dispatcherFor(url),
      method,
      // Compressed answers gain nothing here, and every tool between can then show them.
      headers: { 'accept-encoding': 'identity', ...headers },
      body: body ?? null,
      signal: AbortSignal.any([signal, limit.signal]),
      headersTimeout: limits.headers,
      bodyTimeout: limits.body,
    });
    during = 'no complete answer from';
    const given = joinHeaders(response.headers);
    const packed = await readBody(response.body, host, limits.bytes);
    if ('noAnswer' in packed) return packed;
    // undici frees the connection a turn later; a request begun before that would open another one.
    await nextTurn();
    const read = await unpackBody(packed.bytes, given['content-encoding'] ?? '', host, limits.bytes);
    if ('noAnswer' in read) return read;
    const decoded = decodeBody(read.bytes, given['content-type'] ?? '');
    return { answer: { status: response.statusCode, headers: given, ...decoded } };
  } catch (error) {
    const elapsedMs = clock() - begun;
    if (signal.aborted) return { noAnswer: explainAbort(signal, `during the request to ${host}`) };
    if (limit.signal.aborted) return { noAnswer: explainLimit(`${during} ${host}`, elapsedMs, limits) };
    return { noAnswer: explainFailure(error, { host, proxy, limits, elapsedMs }) };
  } finally {
    clearTimeout(timer);
  }
}

function explainLimit(what: string, elapsedMs: number, { request }: Limits): NoAnswer {
  const limit = `limit for a request: ${formatSeconds(request)}`;
  return { kind: 'timeout', message: `${what} within ${formatSeconds(elapsedMs)} (${limit})` };
}

function hostAndPort({ hostname, port, protocol }: URL): string {
  return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

/** What undici's `EnvHttpProxyAgent` goes by: a proxy for http alone serves for https too. */
function proxyOf({ protocol }: URL, { http, https }: Proxies): string {
  const proxy = protocol === 'https:' && https !== '' ? https : http;
  return proxy === '' ? '' : hostAndPort(new URL(proxy));
}

function joinHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
