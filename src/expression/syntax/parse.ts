import type { Span } from '../expression.js';
import { problem, type ExpressionCode, type Problem, type Telling } from '../problem.js';
import { tokenize } from './lex.js';
import type { Token } from './token.js';
import type { AttributeReference, Call, Comparison, Node } from './tree.js';

/** How many calls may stand inside each other. Published expressions nest about ten; nothing is documented. */
const deepest = 500;

/** The tree of an expression, or the first thing that keeps its text from being one. */
export type Parsed =
  { readonly kind: 'tree'; readonly root: Node } | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Parses an expression (grammar: "Attribute-mapping expressions", section 2). Names of functions and their
 * arguments are not checked here.
 */
export function parse(text: string): Parsed {
  const parser = new Parser(text, tokenize(text));
  try {
    return { kind: 'tree', root: parser.parseExpression() };
  } catch (thrown) {
    if (thrown instanceof Stop) return { kind: 'problem', problem: thrown.problem };
    throw thrown;
  }
}

/** Leaves the recursive descent at the first problem; it never leaves this file. */
class Stop extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

class Parser {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  parseExpression(): Node {
    const first = this.current();
    if (first.kind === 'end') this.stop('expression/empty', first, {});
    const root = this.parseOperand(0);
    const next = this.current();
    if (next.kind === 'operator')
      this.stop('expression/comparison-place', { ...root.span, end: next.end }, {});
    if (next.kind !== 'end') {
      this.stopAtJunk(next);
      this.stop(
        'expression/trailing-text',
        { start: next.start, end: this.text.length },
        {
          text: this.text.slice(next.start),
        },
      );
    }
    return root;
  }

  private parseOperand(depth: number): Node {
    const token = this.take();
    const span = { start: token.start, end: token.end };
    switch (token.kind) {
      case 'word':
        return this.parseWord(token.value, span, depth);
      case 'attribute':
        return { kind: 'attribute', name: token.value, span } satisfies AttributeReference;
      case 'text':
        return { kind: 'text', value: token.value, span };
      case 'number':
        return { kind: 'number', value: token.value, span };
      case 'open':
        return this.stop('expression/grouping', span, {});
      case 'close':
        return this.stop('expression/unopened', span, {});
      case 'fault':
        throw new Stop(token.problem);
      case 'comma':
      case 'operator':
        return this.stop('expression/unexpected-character', span, {
          character: this.text.slice(span.start, span.end),
        });
      case 'end':
        return this.stop('expression/empty', span, {});
    }
  }

  private parseWord(name: string, span: Span, depth: number): Node {
    if (this.current().kind === 'open') return this.parseCall(name, span, depth + 1);
    if (name.toUpperCase() === 'NOT' && startsOperand(this.current()))
      this.stop('expression/logical-operator', span, { operator: 'NOT' });
    return { kind: 'word', name, span };
  }

  private parseCall(name: string, nameSpan: Span, depth: number): Call {
    if (depth > deepest) this.stop('expression/too-deep', nameSpan, { limit: deepest });
    const open = this.take();
    const places: (Node | undefined)[] = [];
    for (;;) {
      places.push(this.parsePlace(depth));
      const next = this.take();
      if (next.kind === 'close') {
        const written = places.length === 1 && places[0] === undefined ? [] : places;
        return {
          kind: 'call',
          name,
          nameSpan,
          places: written,
          span: { start: nameSpan.start, end: next.end },
        };
      }
      if (next.kind === 'comma') continue;
      this.stopAtJunk(next);
      if (next.kind === 'end') this.stop('expression/unclosed', open, { what: 'parenthesis' });
      if (next.kind === 'operator') this.stop('expression/comparison-chain', next, {});
      this.stop('expression/missing-comma', next, {});
    }
  }

  private parsePlace(depth: number): Node | undefined {
    const first = this.current();
    if (first.kind === 'comma' || first.kind === 'close' || first.kind === 'end') return undefined;
    const left = this.parseOperand(depth);
    const operator = this.current();
    if (operator.kind !== 'operator') return left;
    this.take();
    const next = this.current();
    if (next.kind === 'comma' || next.kind === 'close' || next.kind === 'end')
      this.stop('expression/missing-operand', operator, { operator: operator.value });
    const right = this.parseOperand(depth);
    const span = { start: left.span.start, end: right.span.end };
    return { kind: 'comparison', operator: operator.value, left, right, span } satisfies Comparison;
  }

  /** Stops at what cannot follow a complete operand, where there is better advice than "a comma is missing". */
  private stopAtJunk(token: Token): void {
    if (token.kind === 'fault') throw new Stop(token.problem);
    if (token.kind === 'word' && /^(?:AND|OR|NOT)$/i.test(token.value))
      this.stop('expression/logical-operator', token, { operator: token.value.toUpperCase() });
    if (token.kind === 'number' && this.text[token.start] === '-')
      this.stop('expression/arithmetic', { start: token.start, end: token.start + 1 }, { operator: '-' });
    if (token.kind === 'close') this.stop('expression/unopened', token, {});
  }

  private current(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw new RangeError('read past the last token');
    return token;
  }

  private take(): Token {
    const token = this.current();
    if (token.kind !== 'end' && token.kind !== 'fault') this.at += 1;
    return token;
  }

  private stop<C extends ExpressionCode>(code: C, { start, end }: Span, args: Telling<C>): never {
    throw new Stop(problem(code, { start, end }, args));
  }
}

function startsOperand(token: Token): boolean {
  return ['word', 'attribute', 'text', 'number'].includes(token.kind);
}
