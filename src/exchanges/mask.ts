import type { Answer, CharsetFault, Exchange, TargetRequest } from './exchange.js';
import { matchSecrets } from './secret-forms.js';
import {
  isSecretField,
  isSecretHeader,
  isSecretPath,
  maskParameters,
  secretFormField,
  secretMember,
} from './secret-names.js';

/** What stands in the place of a secret. */
const masked = '***';

/** Hides secrets. What was hidden once stays as it is. */
export interface Mask {
  /** The exchange without secrets in URL, headers, bodies and messages. What is none is left as it was. */
  maskExchange(exchange: Exchange): Exchange;
  /** Any text, such as an error or a URL, without secrets. */
  maskText(text: string): string;
}

/** What is nested deeper than this is not looked into, and so not shown. */
const deepest = 100;

/**
 * Makes the mask for a run. It hides what names give away (headers, query parameters, OAuth fields, SCIM's `password`), every
 * JSON Web Token, and the known secrets wherever they stand, in the forms of `matchSecrets`.
 * @param secrets passwords, tokens and keys as they are sent; for Basic also `user:password`
 * @param headers names of headers whose value is a secret though nothing in the name says so
 */
export function createMask(secrets: readonly string[], headers: readonly string[] = []): Mask {
  const known = matchSecrets(secrets);
  const named = new Set(headers.map((name) => name.toLowerCase()));

  function hideValues(text: string): string {
    const withoutKnown = known === undefined ? text : text.replace(known, masked);
    return withoutKnown.replace(jsonWebToken, masked).replace(secretFormField, `$1${masked}`);
  }

  function maskText(text: string): string {
    return maskParameters(hideValues(text).replace(secretMember, `$1${masked}`), masked);
  }

  function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        isSecretHeader(name) || named.has(name.toLowerCase()) ? hideCredential(value) : maskText(value),
      ]),
    );
  }

  /** Gives back the value itself where nothing had to be hidden. */
  function maskValue(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return hideValues(value);
    if (typeof value === 'number') return isTelling(value, hideValues) ? masked : value;
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) return masked;
    if (Array.isArray(value)) {
      const elements = value.map((element) => maskValue(element, depth + 1));
      return elements.some((element, index) => element !== value[index]) ? elements : value;
    }
    const members = Object.entries(value);
    const hidesValue = members.some(([name, path]) => isPathName(name) && isSecretPath(String(path)));
    const kept = members.map(([name, member]): [string, unknown] =>
      isSecretField(name) || (hidesValue && /^value$/i.test(name))
        ? [name, hideMember(member)]
        : [hideValues(name), maskValue(member, depth + 1)],
    );
    const isSame = kept.every(([name, member], index) => {
      const [oldName, oldMember] = members[index] ?? [];
      return name === oldName && member === oldMember;
    });
    return isSame ? value : Object.fromEntries(kept);
  }

  function maskBody(body: string): string {
    const value = parseJson(body);
    if (value === undefined) return maskText(body);
    const safe = maskValue(value);
    // Of two members with one name JSON keeps the last; the first stands in the text only.
    return safe === value && maskText(body) === body ? body : JSON.stringify(safe);
  }

  const maskRequest = (request: TargetRequest): TargetRequest => ({
    ...request,
    path: maskText(request.path),
    ...('body' in request
      ? { body: typeof request.body === 'string' ? maskText(request.body) : maskValue(request.body) }
      : {}),
  });

  /** A server may call its charset by any text, also by one that it was sent. */
  const maskCharset = ({ kind, charset }: CharsetFault): CharsetFault => ({
    kind,
    charset: maskText(charset),
  });

  const maskAnswer = (answer: Answer): Answer => ({
    ...answer,
    headers: maskHeaders(answer.headers),
    body: maskBody(answer.body),
    ...(answer.charsetFault === undefined ? {} : { charsetFault: maskCharset(answer.charsetFault) }),
  });

  const maskExchange = (exchange: Exchange): Exchange => {
    const { request, url, requestHeaders, answer, noAnswer, before } = exchange;
    return {
      ...exchange,
      request: maskRequest(request),
      url: maskText(url),
      requestHeaders: maskHeaders(requestHeaders),
      ...(answer === undefined ? {} : { answer: maskAnswer(answer) }),
      ...(noAnswer === undefined ? {} : { noAnswer: { ...noAnswer, message: maskText(noAnswer.message) } }),
      ...(before === undefined ? {} : { before: before.map(maskExchange) }),
    };
  };

  return { maskExchange, maskText };
}

// Begins like the base64 of `{"`; the look-behind keeps the search from starting anew within a long word.
const jsonWebToken = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g;

const isPathName = (name: string): boolean => /^path$/i.test(name);

/** A number is hidden only when it is long enough not to be a count. */
function isTelling(value: number, hide: (text: string) => string): boolean {
  const text = String(value);
  return text.length >= 8 && hide(text) !== text;
}

/** Keeps the scheme, which helps to find a fault and tells nothing. */
function hideCredential(value: string): string {
  const [scheme] = /^(?:Bearer|Basic|Digest|Negotiate)(?= )/i.exec(value) ?? [];
  return scheme === undefined ? masked : `${scheme} ${masked}`;
}

function hideMember(member: unknown): unknown {
  return member === null || member === undefined || typeof member === 'boolean' || member === ''
    ? member
    : masked;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
