import { findFunction } from '../functions/catalogue.js';
import { problem } from '../problem.js';
import type { Node, Word } from '../syntax/tree.js';
import { DROPPED } from '../value.js';
import { buildAttribute } from './attribute.js';
import { buildCall } from './call.js';
import { buildComparison } from './comparison.js';
import { constantly, Failed, type Run } from './outcome.js';
import type { Script } from './script.js';

/** Compiles a node into a closure. A script that records gets closures that also note what they gave. */
export function build(node: Node, script: Script): Run {
  const run = buildBare(node, script);
  if (!script.recording) return run;
  return (frame) => {
    const result = run(frame);
    frame.outcomes?.set(node, result);
    return result;
  };
}

function buildBare(node: Node, script: Script): Run {
  switch (node.kind) {
    case 'call': {
      const declaration = findFunction(node.name);
      if (declaration === undefined) throw new TypeError(`unchecked call of ${node.name}`);
      return buildCall(node, declaration, script, build);
    }
    case 'comparison':
      return buildComparison(node.operator, build(node.left, script), build(node.right, script));
    case 'attribute':
      return buildAttribute(node.name);
    case 'word':
      return buildWord(node, script);
    case 'text':
    case 'number':
      return constantly(node.value);
  }
}

/** The words of an enumeration stand for their text; the check lets only the two flow words stand elsewhere. */
function buildWord({ name, span }: Word, script: Script): Run {
  if (name === 'IgnoreAttributeFlow') return constantly(DROPPED);
  if (name === 'IgnoreObjectFlow') {
    const failed = new Failed(script.diagnostic(problem('expression/object-flow', span, {})));
    return constantly(failed);
  }
  return constantly(name);
}
