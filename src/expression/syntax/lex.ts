import { problem, type ExpressionCode, type Telling } from '../problem.js';
import { matchAt } from './match.js';
import { readNumber } from './number.js';
import type { Token } from './token.js';
import type { Operator } from './tree.js';

const space = /^\s+/;
const word = /^\p{L}[\p{L}\p{N}_]*/u;
const operator = /^(?:<>|>=|<=|==|!=|=>|=<|[=<>!])/;
const setting = /^%\w+%/;
/** typographic and single quotation marks, and the backtick */
const wrongQuote = /['`\u00AB\u00BB\u2018-\u201F\u2039\u203A]/;

/** What people write for an operator that does not exist, and the one that does. */
const corrections: Readonly<Record<string, Operator>> = {
  '==': '=',
  '!=': '<>',
  '!': '<>',
  '=>': '>=',
  '=<': '<=',
};

const single = { '(': 'open', ')': 'close', ',': 'comma' } as const;

/**
 * Cuts an expression into tokens (grammar: "Attribute-mapping expressions", section 2).
 * @returns the tokens up to `end`, or up to the first `fault`
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; ;) {
    at += matchAt(space, text, at)?.length ?? 0;
    const token = readToken(text, at);
    tokens.push(token);
    if (token.kind === 'end' || token.kind === 'fault') return tokens;
    at = token.end;
  }
}

function readToken(text: string, start: number): Token {
  const first = text[start];
  if (first === undefined) return { kind: 'end', start, end: start };
  if (first === '(' || first === ')' || first === ',') return { kind: single[first], start, end: start + 1 };
  if (first === '"') return readText(text, start);
  if (first === '[') return readAttribute(text, start);
  if (/[0-9.&-]/.test(first)) return readNumber(text, start);

  const name = matchAt(word, text, start);
  if (name !== undefined) return { kind: 'word', value: name, start, end: start + name.length };
  const sign = matchAt(operator, text, start);
  if (sign !== undefined) return readOperator(sign, start);
  return unreadable(text, start, first);
}

/** `\"` and `\\` are the only escapes; any other backslash stays, as two published expressions need. */
function readText(text: string, start: number): Token {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') {
      const value = text.slice(start + 1, at).replace(/\\(["\\])/g, '$1');
      return { kind: 'text', value, start, end: at + 1 };
    }
  }
  return fault('expression/unclosed', start, start + 1, { what: 'string' });
}

function readAttribute(text: string, start: number): Token {
  const close = text.indexOf(']', start);
  if (close < 0) return fault('expression/unclosed', start, start + 1, { what: 'bracket' });
  if (close === start + 1) return fault('expression/empty-attribute', start, close + 1, {});
  return { kind: 'attribute', value: text.slice(start + 1, close), start, end: close + 1 };
}

function readOperator(sign: string, start: number): Token {
  const end = start + sign.length;
  const instead = corrections[sign];
  return instead === undefined
    ? { kind: 'operator', value: sign as Operator, start, end }
    : fault('expression/comparison-operator', start, end, { operator: sign, instead });
}

function unreadable(text: string, start: number, first: string): Token {
  const name = matchAt(setting, text, start)?.slice(1, -1);
  if (name !== undefined) return fault('expression/setting', start, start + name.length + 2, { name });
  if (wrongQuote.test(first))
    return fault('expression/quotation-mark', start, start + 1, { character: first });
  if (/[+*/^]/.test(first)) return fault('expression/arithmetic', start, start + 1, { operator: first });
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return fault('expression/unexpected-character', start, start + character.length, { character });
}

function fault<C extends ExpressionCode>(code: C, start: number, end: number, args: Telling<C>): Token {
  return { kind: 'fault', start, end, problem: problem(code, { start, end }, args) };
}
