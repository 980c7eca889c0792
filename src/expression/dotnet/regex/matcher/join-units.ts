import type { Node } from '../parse/node.js';

/** Neighbouring single units as one text, to be compared at once. */
export function joinUnits(items: readonly Node[]): (Node | string)[] {
  const joined: (Node | string)[] = [];
  let text = '';
  items.forEach((item, i) => {
    if (item.kind !== 'unit') {
      joined.push(item);
      return;
    }
    text += String.fromCharCode(item.unit);
    if (items[i + 1]?.kind === 'unit') return;
    joined.push(text.length > 1 ? text : item);
    text = '';
  });
  return joined;
}
