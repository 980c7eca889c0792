import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Problem, toDiagnostic } from '../problem.js';
import { childrenOf, type Node } from '../syntax/tree.js';

/** What the compilation of one expression knows everywhere in the tree. */
export interface Script {
  /** whether the closures note what they gave */
  readonly recording: boolean;
  /** the parts whose value logs must not show */
  readonly redacted: ReadonlySet<Node>;
  diagnostic(problem: Problem): Diagnostic;
}

/** @param text the expression, for the excerpts of diagnostics */
export function createScript(text: string, redacted: ReadonlySet<Node>, recording: boolean): Script {
  return { recording, redacted, diagnostic: (problem) => toDiagnostic(text, problem) };
}

/**
 * The parts that hold a redacted value: each Redact with everything in it, and whatever is made of it around it.
 * Source: "Redact" in the function reference, "in place of the attribute's value, provisioning logs show [Redact]".
 */
export function findRedacted(root: Node): ReadonlySet<Node> {
  const found = new Set<Node>();
  const visit = (node: Node, inside: boolean): boolean => {
    const here = inside || (node.kind === 'call' && node.name.toLowerCase() === 'redact');
    const below = childrenOf(node).map((child) => visit(child, here));
    const redacted = here || below.includes(true);
    if (redacted) found.add(node);
    return redacted;
  };
  visit(root, false);
  return found;
}
