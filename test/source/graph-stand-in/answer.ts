/** A request to Graph, below the version. */
export interface GraphCall {
  readonly method: string;
  /** decoded, without query: `/users/alice@contoso.com/memberOf` */
  readonly path: string;
  /** decoded */
  readonly query: ReadonlyMap<string, string>;
  /** lower-case names */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON */
  readonly body: unknown;
}

/** What the stand-in answers. */
export interface GraphCallAnswer {
  readonly status: number;
  /** JSON; null where there is no body */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const objectsOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** An error as Graph writes it ("Microsoft Graph error responses"). */
export const refuse = (status: number, code: string, message: string): GraphCallAnswer => ({
  status,
  body: {
    error: {
      code,
      message,
      innerError: {
        date: '2026-11-24T12:00:00',
        'request-id': 'aaaaaaaa-0000-4000-8000-000000000071',
        'client-request-id': 'aaaaaaaa-0000-4000-8000-000000000072',
      },
    },
  },
});

export const notFound = (what: string): GraphCallAnswer =>
  refuse(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** Reads path and query of a request below the version. */
export function readCall(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): GraphCall {
  const [path, search] = splitOnce(url, '?');
  const pairs = search.split('&').filter((pair) => pair !== '');
  const query = pairs.map((pair): [string, string] => {
    const [name, value] = splitOnce(pair, '=');
    return [decode(name), decode(value)];
  });
  return { method, path: decodeURIComponent(path), query: new Map(query), headers, body };
}

const decode = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
