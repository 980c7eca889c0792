import type * as Yaml from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { childPointer, type ConfigNode, type NodePlace } from './node.js';

/** A few references to one long anchor can stand for millions of values; no honest configuration comes near this. */
const mostNodes = 10_000;

/** What a conversion reports on the way. */
export interface ConversionEvents {
  duplicate(key: string, place: NodePlace): void;
  fault(problem: string, offset: number): void;
}

/** One walk from the library's tree to ours; it counts the nodes made, because aliases can multiply them. */
export class YamlConversion {
  private made = 0;

  constructor(
    private readonly yaml: Pick<typeof Yaml, 'isAlias' | 'isMap' | 'isNode' | 'isScalar' | 'isSeq'>,
    private readonly document: Document,
    private readonly events: ConversionEvents,
  ) {}

  /** The node and all below it as nodes of ours; what cannot be converted is reported and stands as null. */
  convert(node: Node | null, place: NodePlace): ConfigNode {
    const nothing: ConfigNode = { kind: 'scalar', ...place, value: null };
    if (node === null || this.made > mostNodes) return nothing;
    this.made++;
    if (this.made > mostNodes) {
      this.events.fault(`more than ${mostNodes} values`, place.offset);
      return nothing;
    }
    if (this.yaml.isAlias(node)) {
      const meant = node.resolve(this.document);
      if (meant === undefined) this.events.fault('an alias without anchor', place.offset);
      return meant === undefined ? nothing : this.convert(meant, place);
    }
    if (this.yaml.isSeq(node)) {
      const items = node.items.map((item, index) => {
        const child = this.yaml.isNode(item) ? item : null;
        const offset = offsetOf(child, place.offset);
        return this.convert(child, {
          pointer: childPointer(place.pointer, index),
          offset,
          keyOffset: offset,
        });
      });
      return { kind: 'list', ...place, items };
    }
    if (this.yaml.isMap(node)) return this.convertMapping(node.items, place);
    return { kind: 'scalar', ...place, value: this.scalarOf(node, place) };
  }

  private convertMapping(pairs: readonly Pair[], place: NodePlace): ConfigNode {
    const entries = new Map<string, ConfigNode>();
    for (const pair of pairs) {
      const key = this.yaml.isScalar(pair.key) ? pair.key : undefined;
      if (key === undefined) this.events.fault('a key that is no plain text', place.offset);
      const name = String(key?.value);
      const keyOffset = offsetOf(key ?? null, place.offset);
      const value = this.yaml.isNode(pair.value) ? pair.value : null;
      const at = {
        pointer: childPointer(place.pointer, name),
        offset: offsetOf(value, keyOffset),
        keyOffset,
      };
      if (entries.has(name)) this.events.duplicate(name, at);
      entries.set(name, this.convert(value, at));
    }
    return { kind: 'mapping', ...place, entries };
  }

  private scalarOf(node: Node, place: NodePlace): string | number | boolean | null {
    const value = this.yaml.isScalar(node) ? node.value : undefined;
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
      return value as string | number | boolean | null;
    }
    this.events.fault('a value of a kind that JSON does not have', place.offset);
    return null;
  }
}

/** Where a node begins; a value that was left out has no place of its own. */
export const offsetOf = (node: Node | null, otherwise: number): number => node?.range?.[0] ?? otherwise;
