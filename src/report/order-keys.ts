import { isRecord } from './check-shape.js';
import type { Report } from './report.js';
import { reportShape } from './report-shape.js';
import type { Node } from './shape.js';

/** The same report with its keys in the order of report.ts, whoever made it; keys not known here follow behind. */
export function orderKeys(report: Report): Report {
  return order(report, reportShape.node) as Report;
}

function order(value: unknown, node: Node): unknown {
  switch (node.kind) {
    case 'named':
      return order(value, node.node());
    case 'either': {
      // No two choices of one place are structures of the same kind.
      const structure = node.choices.find(({ kind }) => kind === 'named' || kind === 'object');
      return structure === undefined || value === null ? value : order(value, structure);
    }
    case 'list':
      return Array.isArray(value) ? value.map((item) => order(item, node.item)) : value;
    case 'tuple':
      return Array.isArray(value)
        ? value.map((item, at) => order(item, node.items[at] ?? { kind: 'anything' }))
        : value;
    case 'map':
      return isRecord(value)
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, order(part, node.value)]))
        : value;
    case 'object': {
      if (!isRecord(value)) return value;
      const known = [...node.fields].flatMap(([name, field]) =>
        Object.hasOwn(value, name) ? [[name, order(value[name], field.node)] as const] : [],
      );
      const added = Object.entries(value).filter(([name]) => !node.fields.has(name));
      return Object.fromEntries([...known, ...added]);
    }
    default:
      return value;
  }
}
