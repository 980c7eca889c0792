/**
 * One value of a configuration with its place, the same for JSON and YAML. `pointer` is its JSON pointer in the file,
 * also after a profile was merged over the base; `offset` and `keyOffset` are where the value and its key begin.
 */
export type ConfigNode = ScalarNode | ListNode | MappingNode;

export interface NodePlace {
  readonly pointer: string;
  readonly offset: number;
  readonly keyOffset: number;
}

export interface ScalarNode extends NodePlace {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

interface ListNode extends NodePlace {
  readonly kind: 'list';
  readonly items: readonly ConfigNode[];
}

export interface MappingNode extends NodePlace {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, ConfigNode>;
}

/** A step of a path through the tree: the key of a mapping or the index of a list. */
export type PathStep = string | number;

/** The plain JavaScript value of a node; mappings have no prototype, so that no key is special. */
export function plainValue(node: ConfigNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const plain: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, child] of node.entries) plain[key] = plainValue(child);
  return plain;
}

/** The node at a path, or undefined where there is none. */
export function findNode(root: ConfigNode, path: readonly PathStep[]): ConfigNode | undefined {
  let node: ConfigNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'mapping') node = node.entries.get(String(step));
    else if (node?.kind === 'list') node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** The node at a path, or its nearest ancestor that exists. */
export function findNearestNode(root: ConfigNode, path: readonly PathStep[]): ConfigNode {
  for (let length = path.length; length > 0; length--) {
    const node = findNode(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

/** The JSON pointer of a child (RFC 6901, section 3). */
export function childPointer(parent: string, step: PathStep): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * A path as people write it: `target.auth.kind`, `target.token.command[0]`. Keys are shown as `showKeyName` does.
 */
export function dottedPath(path: readonly PathStep[]): string {
  return path.reduce<string>((dotted, step) => {
    if (typeof step === 'number') return `${dotted}[${step}]`;
    return dotted === '' ? showKeyName(step) : `${dotted}.${showKeyName(step)}`;
  }, '');
}

/** A key as far as it can be shown: in `{ token:abc }`, which lacks a space, the key is `token:abc`, secret and all. */
export function showKeyName(key: string): string {
  const harmless = /^[\w$.-]*/.exec(key)?.[0] ?? '';
  return harmless === key ? key : `${harmless}…`;
}

/** A JSON pointer as far as its keys can be shown whole. */
export function showPointer(pointer: string): string {
  return /^(?:\/(?:[\w$.-]|~[01])*(?=\/|$))*/.exec(pointer)?.[0] ?? '';
}
