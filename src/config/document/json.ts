import { type Node, parseTree } from 'jsonc-parser';
import { type Checked, type Diagnostic, diagnose } from '../../diagnostics/diagnostic.js';
import { lineAndColumn, readJson } from '../../document/index.js';
import { hideValues, excerptOf } from './excerpt.js';
import {
  childPointer,
  type ConfigNode,
  type NodePlace,
  type ScalarNode,
  showKeyName,
  showPointer,
} from './node.js';

/**
 * Reads a configuration written as JSON; comments and trailing commas are allowed.
 * A key that is there twice is an error: which of the two holds is not for us to guess.
 */
export function readJsonConfiguration(text: string, file: string, what: string): Checked<ConfigNode> {
  const syntax = readJson(text, file, what, true);
  const tree = parseTree(text, [], { allowTrailingComma: true });
  if (syntax.value === undefined || tree === undefined) {
    return { value: undefined, diagnostics: syntax.diagnostics.map(hideValues) };
  }
  const diagnostics: Diagnostic[] = [];
  const value = convert(tree, { pointer: '', offset: tree.offset, keyOffset: tree.offset }, (key, place) => {
    const at = [{ file, pointer: showPointer(place.pointer), ...lineAndColumn(text, place.keyOffset) }];
    diagnostics.push(
      diagnose(
        'config/duplicate-key',
        { key: showKeyName(key), excerpt: excerptOf(text, place.keyOffset, [showKeyName(key)]) },
        at,
      ),
    );
  });
  return { value, diagnostics };
}

type OnDuplicate = (key: string, place: NodePlace) => void;

function convert(node: Node, place: NodePlace, onDuplicate: OnDuplicate): ConfigNode {
  const children = node.children ?? [];
  if (node.type === 'array') {
    const items = children.map((child, index) => {
      const pointer = childPointer(place.pointer, index);
      return convert(child, { pointer, offset: child.offset, keyOffset: child.offset }, onDuplicate);
    });
    return { kind: 'list', ...place, items };
  }
  if (node.type !== 'object') return { kind: 'scalar', ...place, value: node.value as ScalarNode['value'] };
  const entries = new Map<string, ConfigNode>();
  for (const property of children) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = String(key.value);
    const at = {
      pointer: childPointer(place.pointer, name),
      offset: value.offset,
      keyOffset: key.offset,
    };
    if (entries.has(name)) onDuplicate(name, at);
    entries.set(name, convert(value, at, onDuplicate));
  }
  return { kind: 'mapping', ...place, entries };
}
