import type { DotNetRegex } from '../../dotnet/regex/index.js';
import { longestResult } from '../../evaluate/limits.js';

/**
 * How long a replacement can get at most, before it is made: a text beyond what JavaScript can hold would throw, and
 * one near it would fill the memory.
 */
export function replacementBound(source: string, regex: DotNetRegex, replacement: string): number {
  // Every unit of the replacement could at worst insert the whole source, after every unit of the source.
  const worst = (source.length + 1) ** 2 * (replacement.length + 1);
  if (worst <= longestResult) return worst;

  const substitutions = replacement.split('$').length - 1;
  const each = replacement.length + substitutions * source.length;
  const roughly = source.length + (source.length + 1) * each;
  if (roughly <= longestResult) return roughly;

  const matches = regex.matches(source);
  if (matches === 'undecided') return 0;
  const names = regex.groupNames;
  // `$_` and its like insert much of the whole input, a group at most what it captured.
  const insertsInput = /\$[_`']/.test(replacement);
  let total = source.length;
  for (const match of matches) {
    const captured = Math.max(...names.map((name) => match.group(name)?.text.length ?? 0));
    total += replacement.length + substitutions * (insertsInput ? source.length : captured);
    if (total > longestResult) return total;
  }
  return total;
}
