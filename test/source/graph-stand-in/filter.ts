import { type JsonObject, textOf } from './answer.js';

/** Whether an object passes; thrown `UnsupportedQuery` where the query needs the headers of an advanced one, or is none of ours. */
export type Test = (object: JsonObject) => boolean;

export class UnsupportedQuery extends Error {}

const word = String.raw`[A-Za-z_][\w/]*`;
const tokenPattern = new RegExp(
  String.raw`\s*(?:(?<text>'(?:[^']|'')*')|(?<any>${word}/any\(p:p eq )|(?<name>${word})|(?<guid>[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})|(?<mark>[(),]))`,
  'iy',
);

interface Token {
  readonly kind: 'text' | 'any' | 'name' | 'guid' | 'mark';
  readonly text: string;
}

/**
 * Compiles the part of $filter that we use: `eq` (texts, unquoted GUIDs), `startsWith`, `endsWith`, `any` over texts, `and`, `or`,
 * parentheses. Comparison ignores letter case, as the directory does.
 */
export function compileFilter(filter: string, isAdvanced: boolean): Test {
  const tokens = tokenise(filter);
  let at = 0;
  const peek = (): string => (tokens[at]?.kind === 'text' ? '' : (tokens[at]?.text.toLowerCase() ?? ''));
  const take = (): Token => {
    const token = tokens[at++];
    if (token === undefined) throw new UnsupportedQuery(`Invalid filter clause: ${filter}`);
    return token;
  };
  const expect = (mark: string): void => {
    if (take().text !== mark) throw new UnsupportedQuery(`Invalid filter clause: ${filter}`);
  };
  const either = (): Test => {
    const tests = [both()];
    while (peek() === 'or') {
      at += 1;
      tests.push(both());
    }
    return (object) => tests.some((test) => test(object));
  };
  const both = (): Test => {
    const tests = [one()];
    while (peek() === 'and') {
      at += 1;
      tests.push(one());
    }
    return (object) => tests.every((test) => test(object));
  };
  const one = (): Test => {
    const token = take();
    if (token.text === '(') {
      const inner = either();
      expect(')');
      return inner;
    }
    if (token.kind === 'any') {
      const wanted = unquote(take().text);
      expect(')');
      const name = token.text.split('/')[0] ?? '';
      return (object) => {
        const list = object[name];
        return Array.isArray(list) && list.some((item) => same(textOf(item), wanted));
      };
    }
    if (/^(?:starts|ends)with$/i.test(token.text)) {
      expect('(');
      const name = take().text;
      expect(',');
      const wanted = unquote(take().text).toLowerCase();
      expect(')');
      if (/^ends/i.test(token.text)) {
        if (!isAdvanced)
          throw new UnsupportedQuery(`Operator 'endsWith' is not supported without the advanced headers.`);
        return (object) => textOf(object[name]).toLowerCase().endsWith(wanted);
      }
      return (object) => textOf(object[name]).toLowerCase().startsWith(wanted);
    }
    const operator = take().text.toLowerCase();
    if (operator !== 'eq') throw new UnsupportedQuery(`Operator '${operator}' is none of ours.`);
    const wanted = unquote(take().text);
    return (object) => same(textOf(object[token.text]), wanted);
  };
  const test = either();
  if (at < tokens.length) throw new UnsupportedQuery(`Invalid filter clause: ${filter}`);
  return test;
}

/**
 * Compiles `"displayName:x" OR "mail:x"`: words of the display name that begin so, all of them; other properties that begin so.
 * Source: "Use the $search query parameter".
 */
export function compileSearch(search: string, isEventual: boolean): Test {
  if (!isEventual)
    throw new UnsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  const parts = [...search.matchAll(/"(\w+):((?:[^"\\]|\\.)*)"/g)].map(
    ([, name = '', text = '']) => [name, text.replace(/\\(.)/g, '$1').toLowerCase()] as const,
  );
  if (parts.length === 0) throw new UnsupportedQuery(`Syntax error in $search: ${search}`);
  return (object) =>
    parts.some(([name, text]) => {
      const value = textOf(object[name]).toLowerCase();
      if (name !== 'displayName') return value.startsWith(text);
      const words = value.split(/[\s.\-_]+/);
      return text.split(/\s+/).every((wanted) => words.some((one) => one.startsWith(wanted)));
    });
}

function tokenise(filter: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < filter.trimEnd().length) {
    const start = tokenPattern.lastIndex;
    // A GUID that begins with a letter reads as a name first.
    const guid = /^\s*([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/i.exec(filter.slice(start));
    if (guid?.[1] !== undefined) {
      tokens.push({ kind: 'guid', text: guid[1] });
      tokenPattern.lastIndex = start + guid[0].length;
      continue;
    }
    const found = tokenPattern.exec(filter);
    const groups: Partial<Record<string, string>> = found?.groups ?? {};
    const entry = Object.entries(groups).find(([, text]) => text !== undefined);
    if (entry === undefined) throw new UnsupportedQuery(`Invalid filter clause: ${filter}`);
    tokens.push({ kind: entry[0] as Token['kind'], text: entry[1] ?? '' });
  }
  return tokens;
}

const unquote = (text: string): string =>
  text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
