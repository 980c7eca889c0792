import type { Answer, NoAnswer } from '../../exchanges/exchange.js';

/** A token with its life in seconds, or why there is none. */
export type TokenAnswer =
  | { readonly token: string; readonly seconds: number | undefined }
  | {
      readonly noAnswer: NoAnswer;
      /** whether the server may not have seen the credentials where they stood */
      readonly isAboutClient: boolean;
    };

/** Reads the answer of a token endpoint: RFC 6749 sections 5.1 and 5.2. */
export function readTokenAnswer({ status, headers, body }: Answer): TokenAnswer {
  const members = parseMembers(body);
  const { access_token: token, expires_in: life, error, error_description: description } = members;
  if (status >= 200 && status < 300) {
    if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) {
      const seconds = typeof life === 'string' || typeof life === 'number' ? Number(life) : NaN;
      return { token, seconds: seconds > 0 ? seconds : undefined };
    }
    return refusal(`answered ${status} without an access_token`, false);
  }
  if (status >= 300 && status < 400)
    return refusal(
      `answered ${status}, to ${headers.location ?? 'nowhere'}; redirects are not followed`,
      false,
    );
  const words = [error, description]
    .filter((word) => typeof word === 'string')
    .map((word) => word.slice(0, 300));
  const isAboutClient =
    (status === 400 || status === 401) &&
    (error === undefined || error === 'invalid_client' || error === 'invalid_request');
  return refusal(`answered ${status}${words.length === 0 ? '' : ` ${words.join(': ')}`}`, isAboutClient);
}

function refusal(message: string, isAboutClient: boolean): TokenAnswer {
  return { noAnswer: { kind: 'signIn', message }, isAboutClient };
}

function parseMembers(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
