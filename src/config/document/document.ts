import type { Location } from '../../diagnostics/diagnostic.js';
import { lineAndColumn } from '../../document/index.js';
import { excerptOf } from './excerpt.js';
import { type ConfigNode, type NodePlace, showPointer } from './node.js';

/** A configuration that was parsed: its tree, and what is needed to say where a part of it stands. */
export interface ConfigDocument {
  /** absolute */
  readonly path: string;
  /** the path as messages show it, relative to the current folder */
  readonly file: string;
  readonly text: string;
  readonly root: ConfigNode;
}

/** The place of a value. */
export function locateValue(document: ConfigDocument, node: NodePlace): Location {
  const { file, text } = document;
  return { file, pointer: showPointer(node.pointer), ...lineAndColumn(text, node.offset) };
}

/** The place of the key that holds a value. */
export function locateKey(document: ConfigDocument, node: NodePlace): Location {
  const { file, text } = document;
  return { file, pointer: showPointer(node.pointer), ...lineAndColumn(text, node.keyOffset) };
}

/** The line of a value, see `excerptOf`. */
export function showValue(
  document: ConfigDocument,
  node: NodePlace,
  visible: readonly string[] = [],
): string {
  return excerptOf(document.text, node.offset, visible);
}

/** The line of the key that holds a value, see `excerptOf`. */
export function showKey(document: ConfigDocument, node: NodePlace, visible: readonly string[] = []): string {
  return excerptOf(document.text, node.keyOffset, visible);
}
