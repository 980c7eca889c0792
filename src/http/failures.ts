import { isNativeError } from 'node:util/types';
import type { NoAnswer } from '../exchanges/exchange.js';
import type { Limits } from './limits.js';
import { ProxyFailure } from './proxy-failure.js';
import { explainTlsFailure } from './tls-failures.js';

/** What is known of a request that failed. */
export interface FailedRequest {
  /** where it went: host and port */
  readonly host: string;
  /** host and port of the proxy that the environment names for it */
  readonly proxy: string;
  readonly limits: Limits;
  readonly elapsedMs: number;
}

interface NodeError extends Error {
  readonly code: string;
}

const timeLimits: ReadonlyMap<string, readonly [name: 'connect' | 'headers' | 'body', what: string]> =
  new Map([
    ['UND_ERR_CONNECT_TIMEOUT', ['connect', 'no connection to']],
    ['UND_ERR_HEADERS_TIMEOUT', ['headers', 'no answer from']],
    ['UND_ERR_BODY_TIMEOUT', ['body', 'the answer stopped coming from']],
  ]);

/**
 * Why a request has no answer. An error that is none of the network's is a bug and thrown again.
 * Source: errors of undici 7 (its `lib/core/errors.js`), of Node.js and of its HTTP parser; those that one machine can
 * bring about are met by tests.
 */
export function explainFailure(error: unknown, request: FailedRequest): NoAnswer {
  if (error instanceof ProxyFailure) return explainProxyFailure(error, request);
  if (isNativeError(error) && error.name === 'HTTPParserError') return explainParserFailure(error, request);
  const known = findCoded(error);
  if (known === undefined) throw error;
  return explainCode(known, request);
}

/** "12.3 s" */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function explainProxyFailure({ status, cause }: ProxyFailure, request: FailedRequest): NoAnswer {
  const { host, proxy } = request;
  if (status !== undefined) {
    const asks = status === 407 ? ', it asks for a user name and password' : '';
    return { kind: 'proxy', message: `proxy ${proxy} refused a tunnel to ${host} with ${status}${asks}` };
  }
  const { message } = explainFailure(cause, { ...request, host: proxy });
  return { kind: 'proxy', message: `proxy ${proxy} cannot be used: ${message}` };
}

/** undici 7 gives these errors no code. */
function explainParserFailure({ message }: Error, { host }: FailedRequest): NoAnswer {
  return message.includes('Invalid EOF')
    ? { kind: 'reset', message: `${host} ended the connection within its answer` }
    : { kind: 'unreadable', message: `${host} does not speak HTTP at this port: ${message}` };
}

function explainCode(error: NodeError, request: FailedRequest): NoAnswer {
  const { code } = error;
  const { host } = request;
  const timeLimit = timeLimits.get(code);
  if (timeLimit !== undefined) {
    const [name, what] = timeLimit;
    const limit = `limit for ${name}: ${formatSeconds(request.limits[name])}`;
    return {
      kind: 'timeout',
      message: `${what} ${host} within ${formatSeconds(request.elapsedMs)} (${limit})`,
    };
  }
  const ofTls = explainTlsFailure(error);
  if (ofTls !== undefined) return { kind: 'tls', message: `${host}: ${ofTls.reason}`, tls: ofTls.fault };
  switch (code) {
    case 'ECONNREFUSED':
      return { kind: 'refused', message: `${host} refused the connection (${code})` };
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'refused', message: `${host} cannot be reached from here (${code})` };
    case 'ENOTFOUND':
      return { kind: 'dns', message: `the host name of ${host} is unknown (${code})` };
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
      return { kind: 'dns', message: `the host name of ${host} cannot be looked up now (${code})` };
    case 'ETIMEDOUT':
      return {
        kind: 'timeout',
        message: `no connection to ${host} within ${formatSeconds(request.elapsedMs)} (${code})`,
      };
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { kind: 'tooLarge', message: `the headers of ${host} are larger than is read (${code})` };
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return { kind: 'reset', message: `${host} sent less than it announced (${code})` };
    default:
      return { kind: 'reset', message: `the connection to ${host} broke off: ${error.message} (${code})` };
  }
}

/** The error with a code: itself, its cause, or the first of several attempts (one for each address of a host). */
function findCoded(error: unknown): NodeError | undefined {
  if (!isNativeError(error)) return undefined;
  if ('errors' in error && Array.isArray(error.errors))
    return error.errors.map(findCoded).find((each) => each !== undefined);
  // What undici rejects before it sends anything is a fault of ours.
  if ('code' in error && typeof error.code === 'string' && error.code !== 'UND_ERR_INVALID_ARG')
    return error as NodeError;
  return findCoded(error.cause);
}
