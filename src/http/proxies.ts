import { isLoopback } from '../exchanges/loopback.js';

/** The proxies that the environment names; empty texts where it names none. */
export interface Proxies {
  readonly http: string;
  readonly https: string;
  /** hosts that are reached directly, as `NO_PROXY` writes them */
  readonly none: string;
  /** the variable that cannot be used, with the reason; then no proxy is named. Its value may hold a password */
  readonly fault: string | undefined;
}

/**
 * Reads `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`. As with curl the spelling in small letters wins, and a proxy without
 * scheme is reached over http.
 */
export function readProxies(environment: Readonly<Record<string, string | undefined>>): Proxies {
  const read = (name: string): string =>
    environment[name.toLowerCase()]?.trim() ?? environment[name]?.trim() ?? '';
  const http = withScheme(read('HTTP_PROXY'));
  const https = withScheme(read('HTTPS_PROXY'));
  const none = read('NO_PROXY');
  const fault = describeFault('HTTP_PROXY', http) ?? describeFault('HTTPS_PROXY', https);
  return fault === undefined ? { http, https, none, fault } : { http: '', https: '', none, fault };
}

/**
 * Whether a host is never reached through a proxy: this machine itself, and what is link-local (RFC 3927), where the identity
 * endpoint of Azure lives ("Azure Instance Metadata Service": requests must bypass proxies).
 */
export function isNeverProxied(hostname: string): boolean {
  return isLoopback(hostname) || /^169\.254\.\d+\.\d+$/.test(hostname);
}

const withScheme = (proxy: string): string =>
  proxy === '' || proxy.includes('://') ? proxy : `http://${proxy}`;

function describeFault(variable: string, proxy: string): string | undefined {
  if (proxy === '') return undefined;
  if (!URL.canParse(proxy)) return `${variable} is not a URL`;
  const { protocol, username, password } = new URL(proxy);
  if (protocol !== 'http:' && protocol !== 'https:')
    return `${variable} names a proxy of the kind ${protocol} and not http: or https:`;
  try {
    decodeURIComponent(username + password);
    return undefined;
  } catch {
    return `${variable} holds a user name or password with a stray %`;
  }
}
