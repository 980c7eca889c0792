import { findNearest } from '../../diagnostics/nearest.js';
import { findFunction } from '../functions/catalogue.js';
import { problem, type Problem } from '../problem.js';
import type { AttributeReference, Node } from '../syntax/tree.js';

/** What is known of the schema that an expression stands in. */
export interface Surroundings {
  /** the attributes that the source object has; undefined where nothing is known of them */
  readonly attributes?: readonly string[] | undefined;
  /** the tree that an exported schema has beside the text */
  readonly exported?: ExportedNode | undefined;
}

/** One node of the tree ("Attribute-mapping expressions", section 3). An argument left empty has no entry. */
export interface ExportedNode {
  readonly type: 'Attribute' | 'Constant' | 'Function';
  readonly name: string;
  readonly parameters: readonly { readonly value: ExportedNode }[];
}

/** The service sets it itself; no export lists it among the attributes of every source. */
const always = ['IsSoftDeleted', 'appRoleAssignments'];

/** An attribute that the source does not have. "Names are case-sensitive when a schema is saved" (section 2). */
export function checkAttribute(
  { name, span }: AttributeReference,
  known: readonly string[] | undefined,
): readonly Problem[] {
  if (known === undefined || known.length === 0 || known.includes(name) || always.includes(name)) return [];
  return [problem('expression/unknown-attribute', span, { name, nearest: findNearest(name, known) ?? null })];
}

/** "When expression and the tree disagree, nothing public says which wins; report it" (section 3): the first place. */
export function checkTree(node: Node, exported: ExportedNode | undefined): readonly Problem[] {
  const differing = exported === undefined ? undefined : findDifference(node, exported);
  if (differing === undefined) return [];
  const { node: written, exported: other } = differing;
  return [problem('expression/tree-differs', written.span, { exported: show(other) })];
}

interface Difference {
  readonly node: Node;
  readonly exported: ExportedNode;
}

function findDifference(node: Node, exported: ExportedNode): Difference | undefined {
  const { type, name, parameters } = exported;
  const difference = { node, exported };
  switch (node.kind) {
    case 'comparison':
      // How a comparison is exported is not known.
      return undefined;
    case 'attribute':
      return type === 'Attribute' && name === node.name ? undefined : difference;
    case 'text':
    case 'number':
    case 'word':
      return type === 'Constant' && isSameConstant(node, name) ? undefined : difference;
    case 'call': {
      if (type !== 'Function' || nameOf(name) !== nameOf(node.name)) return difference;
      // Exports that were cut off at some depth have functions without parameters.
      if (parameters.length === 0) return undefined;
      const written = node.places.filter((place) => place !== undefined);
      if (written.length !== parameters.length) return difference;
      for (const [index, place] of written.entries()) {
        const other = parameters[index];
        const below = other === undefined ? undefined : findDifference(place, other.value);
        if (below !== undefined) return below;
      }
      return undefined;
    }
  }
}

const nameOf = (name: string): string => findFunction(name)?.name ?? name;

/** Whether escapes stay in the bare value of an export is not known, so both count. */
function isSameConstant(
  node: Extract<Node, { kind: 'text' | 'number' | 'word' }>,
  exported: string,
): boolean {
  if (node.kind === 'word') return node.name === exported;
  if (node.kind === 'number' && /^&H[0-9a-f]+$/i.test(exported))
    return BigInt(`0x${exported.slice(2)}`) === node.value;
  const value = String(node.value);
  return value === exported || value.replace(/["\\]/g, '\\$&') === exported;
}

/** The exported node as expression text. */
function show({ type, name, parameters }: ExportedNode): string {
  if (type === 'Attribute') return `[${name}]`;
  if (type === 'Constant') return JSON.stringify(name);
  return `${name}(${parameters.map(({ value }) => show(value)).join(', ')})`;
}
