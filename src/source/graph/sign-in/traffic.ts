import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { Answer, Exchange } from '../../../exchanges/exchange.js';
import { aadstsNumbers } from '../../../diagnostics/aadsts.js';
import { type Delivery, deliver, type Line, whenAsked } from '../wire/deliver.js';
import { membersOf, readJsonBody } from '../wire/json-answer.js';
import { readTokenError } from './token-error.js';

/** What MSAL sends for one token, over our own way to the network. */
export interface Traffic {
  readonly network: INetworkModule;
  /** everything that was sent so far, in order; nothing of it is masked */
  readonly exchanges: readonly Exchange[];
}

/** Why MSAL was given no answer; it wraps what is thrown, so that the reason is read from the exchanges. */
class NoUsableAnswer extends Error {
  override readonly name = 'NoUsableAnswer';
}

export interface TrafficOptions {
  readonly line: Line;
  readonly signal: AbortSignal;
  /** where a request to one of MSAL's own addresses really goes */
  readonly relocate: (url: string) => string;
  /** told of each body, to learn its secrets or to supply what MSAL presumes */
  readonly onBody?: (members: Record<string, unknown>) => void;
}

/**
 * Carries MSAL's requests over our HTTP client, with our rules of waiting. Answers that are no JSON reach MSAL as an error:
 * whatever it makes of that, `exchanges` tells what came.
 */
export function openTraffic({ line, signal, relocate, onBody }: TrafficOptions): Traffic {
  const exchanges: Exchange[] = [];

  async function carry<T>(
    method: 'GET' | 'POST',
    msalUrl: string,
    { headers = {}, body }: NetworkRequestOptions,
  ): Promise<NetworkResponse<T>> {
    const url = relocate(msalUrl);
    const request = {
      method,
      path: url.slice(new URL(url).origin.length),
      ...(body === undefined ? {} : { body }),
    };
    const letter = {
      request,
      url,
      headers: inSmallLetters(headers),
      ...(body === undefined ? {} : { body }),
    };
    const delivery: Delivery = await deliver(line, () => letter, isFaultThatPasses, signal);
    exchanges.push(...delivery.exchanges);
    const { answer } = delivery.exchanges.at(-1) ?? delivery.exchanges[0];
    const read = answer === undefined ? undefined : readJsonBody(answer);
    if (answer === undefined || read === undefined || 'found' in read) throw new NoUsableAnswer();
    const members = { ...membersOf(read.value) };
    onBody?.(members);
    return { status: answer.status, headers: { ...answer.headers }, body: members as T };
  }

  return {
    exchanges,
    network: {
      sendGetRequestAsync: (url, options = {}) => carry('GET', url, options),
      sendPostRequestAsync: (url, options = {}) => carry('POST', url, options),
    },
  };
}

/** Throttling and faults by their status, or by their AADSTS number (Graph reference, section 2). */
function isFaultThatPasses(answer: Answer): boolean {
  if (whenAsked(true)(answer)) return true;
  if (answer.status < 400) return false;
  const { number, error } = readTokenError(answer);
  const { code } = (number === null ? undefined : aadstsNumbers.get(number)) ?? {};
  return (
    error === 'temporarily_unavailable' || code === 'sign-in/service-fault' || code === 'sign-in/throttled'
  );
}

const inSmallLetters = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
