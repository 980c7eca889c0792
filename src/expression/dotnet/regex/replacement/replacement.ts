import type { GroupTable } from '../parse/group-table.js';
import type { Engine, Replace, ReplacementPart as Part, Spans } from '../spans.js';

const AROUND: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['&', { kind: 'group', index: 0 }],
  ['`', { kind: 'before' }],
  ["'", { kind: 'after' }],
  ['_', { kind: 'input' }],
  ['$', { kind: 'text', text: '$' }],
]);

/**
 * Reads a replacement. A "$" that refers to nothing is text; all digits after it are one number (`$12` is group 12 or the
 * text, never group 1 and "2": the longest number that is a group counts in ECMAScript mode only), and a number too large
 * for .NET is text here. Source: Microsoft Learn, "Substitutions in regular expressions"; reference 7.1.
 */
export function parseReplacement(text: string, groups: GroupTable): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf('$', at);
    const end = dollar < 0 ? text.length : dollar;
    if (end > at) parts.push({ kind: 'text', text: text.slice(at, end) });
    if (dollar < 0) break;
    const found = readSubstitution(text.slice(dollar + 1), groups);
    parts.push(found?.part ?? { kind: 'text', text: '$' });
    at = dollar + 1 + (found?.length ?? 0);
  }
  return parts;
}

/** What stands after a "$", and how long it is. */
function readSubstitution(rest: string, groups: GroupTable): { part: Part; length: number } | undefined {
  const number = /^(\d+)|^\{(\d+)\}/.exec(rest);
  if (number) {
    return groupPart(groups.slots.indexOf(Number(number[1] ?? number[2])), number[0].length);
  }
  if (rest.startsWith('{')) {
    const close = rest.indexOf('}');
    const name = rest.slice(1, Math.max(1, close));
    const slot = groups.slotOf(name);
    return slot === undefined ? undefined : groupPart(groups.slots.indexOf(slot), close + 1);
  }
  // the group with the highest number, whether it took part or not
  if (rest.startsWith('+')) return groupPart(groups.slots.length - 1, 1);
  const part = AROUND.get(rest.charAt(0));
  return part && { part, length: 1 };
}

function groupPart(index: number, length: number): { part: Part; length: number } | undefined {
  return index < 0 ? undefined : { part: { kind: 'group', index }, length };
}

/** A replacement by what a scan of the engine finds. A group that took no part gives no text. */
export function replaceByScan(engine: Pick<Engine, 'scan'>, parts: readonly Part[]): Replace {
  const usesGroups = parts.some((part) => part.kind === 'group' && part.index > 0);
  return (input) => {
    const found = engine.scan(input, usesGroups);
    return found === 'undecided' ? found : replaceMatches(input, found, parts);
  };
}

function replaceMatches(input: string, matches: readonly Spans[], parts: readonly Part[]): string {
  let output = '';
  let copied = 0;
  for (const spans of matches) {
    const [start = 0, end = 0] = spans;
    output += input.slice(copied, start);
    for (const part of parts) output += partText(part, input, spans);
    copied = end;
  }
  return output + input.slice(copied);
}

function partText(part: Part, input: string, spans: Spans): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'group': {
      const start = spans[2 * part.index] ?? -1;
      return start < 0 ? '' : input.slice(start, spans[2 * part.index + 1]);
    }
    case 'before':
      return input.slice(0, spans[0]);
    case 'after':
      return input.slice(spans[1]);
    case 'input':
      return input;
  }
}
