import type { ReplacementPart } from '../spans.js';

/**
 * The replacement in the words of JavaScript.
 * @param places where the groups stand in V8's array; undefined for one that V8 does not have, which never takes part
 * @returns undefined where JavaScript has no words for it: the whole input, and a group beyond the 99th
 */
export function toTemplate(
  parts: readonly ReplacementPart[],
  places: readonly (number | undefined)[],
): string | undefined {
  let template = '';
  for (const part of parts) {
    const words = wordsFor(part, places);
    if (words === undefined) return undefined;
    template += words;
  }
  return template;
}

function wordsFor(part: ReplacementPart, places: readonly (number | undefined)[]): string | undefined {
  switch (part.kind) {
    case 'text':
      return part.text.replaceAll('$', '$$$$');
    case 'group': {
      const place = places[part.index];
      if (place === undefined) return '';
      if (place === 0) return '$&';
      return place <= 99 ? `$${String(place).padStart(2, '0')}` : undefined;
    }
    case 'before':
      return '$`';
    case 'after':
      return "$'";
    case 'input':
      return undefined;
  }
}
