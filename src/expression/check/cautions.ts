import type { FunctionDeclaration } from '../functions/declaration.js';
import { findFunction } from '../functions/catalogue.js';
import { problem, type Problem } from '../problem.js';
import type { Call, Node } from '../syntax/tree.js';

/**
 * Uses that the function reference itself advises against ("IIF", "Switch": limitations and cautions). They are
 * evaluated all the same.
 */
export function findCautions(call: Call, { name }: FunctionDeclaration): readonly Problem[] {
  const [first] = call.places;
  if (first === undefined) return [];
  if (name === 'IIF') {
    const check = checkedForNothing(first) ?? nullCheck(first, ['IsNullOrEmpty', 'IsPresent']);
    return check === undefined ? [] : [problem('expression/iif-null-check', first.span, { check })];
  }
  if (name === 'Switch') {
    const check = nullCheck(first, ['IsNullOrEmpty', 'IsPresent', 'IsNull']);
    return check === undefined ? [] : [problem('expression/switch-null-check', first.span, { check })];
  }
  return [];
}

function nullCheck(node: Node, names: readonly string[]): string | undefined {
  const name = node.kind === 'call' ? findFunction(node.name)?.name : undefined;
  return name !== undefined && names.includes(name) ? name : undefined;
}

function checkedForNothing(node: Node): string | undefined {
  if (node.kind !== 'comparison') return undefined;
  const empty = [node.left, node.right].some((side) => side.kind === 'text' && side.value === '');
  return empty ? `a comparison with ""` : undefined;
}
