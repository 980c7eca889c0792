import type { Span } from '../expression.js';

/** The parsed form of an expression. Every node knows where it stands in the text. */
export type Node = Call | Comparison | AttributeReference | TextConstant | NumberConstant | Word;

export interface Call {
  readonly kind: 'call';
  /** as written */
  readonly name: string;
  readonly nameSpan: Span;
  /** one entry for each place; undefined where it was left empty */
  readonly places: readonly (Node | undefined)[];
  readonly span: Span;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: Operator;
  readonly left: Node;
  readonly right: Node;
  readonly span: Span;
}

export type Operator = '=' | '<>' | '>' | '>=' | '<' | '<=';

export interface AttributeReference {
  readonly kind: 'attribute';
  readonly name: string;
  readonly span: Span;
}

interface TextConstant {
  readonly kind: 'text';
  readonly value: string;
  readonly span: Span;
}

interface NumberConstant {
  readonly kind: 'number';
  readonly value: bigint;
  readonly span: Span;
}

/** A bare word: `vbTextCompare`, `UTF8`. */
export interface Word {
  readonly kind: 'word';
  readonly name: string;
  readonly span: Span;
}

/** The nodes directly below a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'call':
      return node.places.filter((place) => place !== undefined);
    case 'comparison':
      return [node.left, node.right];
    default:
      return [];
  }
}
