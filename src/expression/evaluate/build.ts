import { findFunction } from '../functions/catalogue.js';
import { problem } from '../problem.js';
import type { Comparison, Node, Word } from '../syntax/tree.js';
import { DROPPED } from '../value.js';
import { buildCall } from './call.js';
import { compare } from './comparison.js';
import { Failed, isStop, type Run } from './outcome.js';
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
      return buildComparison(node, script);
    case 'attribute':
      return buildAttribute(node.name);
    case 'word':
      return buildWord(node, script);
    default: {
      const { value } = node;
      return () => value;
    }
  }
}

/** A list without values is the same as null. Names that every JavaScript object inherits are no attributes. */
function buildAttribute(name: string): Run {
  const isInherited = name in Object.prototype;
  return ({ attributes }) => {
    const value = isInherited && !Object.hasOwn(attributes, name) ? null : attributes[name];
    if (typeof value === 'string') return value;
    return value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;
  };
}

function buildComparison({ operator, left, right }: Comparison, script: Script): Run {
  const runLeft = build(left, script);
  const runRight = build(right, script);
  return (frame) => {
    const first = runLeft(frame);
    if (isStop(first)) return first;
    const second = runRight(frame);
    if (isStop(second)) return second;
    return compare(operator, first, second);
  };
}

/** The words of an enumeration stand for their text; the check lets only the two flow words stand elsewhere. */
function buildWord({ name, span }: Word, script: Script): Run {
  if (name === 'IgnoreAttributeFlow') return () => DROPPED;
  if (name === 'IgnoreObjectFlow') {
    const failed = new Failed(script.diagnostic(problem('expression/object-flow', span, {})));
    return () => failed;
  }
  return () => name;
}
