import { describe } from '../../diagnostics/describe.js';
import type { Trace } from '../expression.js';
import { childrenOf, type Node } from '../syntax/tree.js';
import { Failed, type Result } from './outcome.js';

/** Puts the outcomes that an evaluation recorded into the shape of the expression. */
export function traceOf(
  node: Node,
  text: string,
  outcomes: ReadonlyMap<object, Result>,
  redacted: ReadonlySet<Node>,
): Trace {
  return {
    span: node.span,
    text: text.slice(node.span.start, node.span.end),
    outcome: outcomeOf(outcomes.get(node)),
    redacted: redacted.has(node),
    parts: childrenOf(node).map((child) => traceOf(child, text, outcomes, redacted)),
  };
}

function outcomeOf(result: Result | undefined): Trace['outcome'] {
  if (result === undefined) return { kind: 'notEvaluated' };
  if (result instanceof Failed) return { kind: 'failed', message: describe(result.diagnostic).message };
  return typeof result === 'symbol' ? { kind: 'dropped' } : { kind: 'value', value: result };
}
