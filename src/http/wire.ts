import type { Dispatcher, Pool as UndiciPool, request as sendRequest } from 'undici';
import type { Limits } from './limits.js';
import { isNeverProxied, type Proxies } from './proxies.js';
import { ProxyFailure } from './proxy-failure.js';
import { trustAuthorities } from './trusted-authorities.js';

/** undici, with the way to every host. */
export interface Wire {
  readonly request: typeof sendRequest;
  /** the connections that lead to a URL, kept alive between requests */
  dispatcherFor(url: URL): Dispatcher;
  destroy(): Promise<void>;
}

export interface WireOptions {
  readonly proxies: Proxies;
  /** PEM text of further authorities */
  readonly ca: string | undefined;
  /** file of `NODE_EXTRA_CA_CERTS` */
  readonly extraAuthorities: string | undefined;
  readonly limits: Limits;
}

/**
 * Loads undici and opens the ways to the network. This machine itself is never reached through a proxy, which would carry a
 * credential in plain http to another one.
 */
export async function openWire({ proxies, ca, extraAuthorities, limits }: WireOptions): Promise<Wire> {
  // Of a CommonJS package, a bundle has the default export alone.
  const [{ default: undici }, secureContext] = await Promise.all([
    import('undici'),
    trustAuthorities(ca, extraAuthorities),
  ]);
  const { Agent, EnvHttpProxyAgent, Pool, request } = undici;
  const connect = { timeout: limits.connect, ...(secureContext === undefined ? {} : { secureContext }) };

  const direct = new Agent({ connect });
  const proxied = new EnvHttpProxyAgent({
    httpProxy: proxies.http,
    httpsProxy: proxies.https,
    noProxy: proxies.none,
    connect,
    requestTls: connect,
    proxyTls: connect,
    clientFactory: (proxy: URL, options: object) =>
      tellProxyFailures(new Pool(proxy, { ...options, headersTimeout: limits.connect })),
  });
  return {
    request,
    dispatcherFor: ({ hostname }) => (isNeverProxied(hostname) ? direct : proxied),
    destroy: async () => {
      await Promise.all([direct.destroy(), proxied.destroy()]);
    },
  };
}

/** Tells trouble with the proxy apart from trouble behind it, which undici does not. */
function tellProxyFailures(pool: UndiciPool): UndiciPool {
  const connect = pool.connect.bind(pool);
  return Object.assign(pool, {
    connect: async (options: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> => {
      const tunnel = await connect(options).catch((error: unknown) => {
        throw new ProxyFailure(error, undefined);
      });
      if (tunnel.statusCode === 200) return tunnel;
      tunnel.socket.on('error', () => undefined).destroy();
      throw new ProxyFailure(undefined, tunnel.statusCode);
    },
  });
}
