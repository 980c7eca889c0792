import { compileRegex, type DotNetRegex, type RegexMatch } from '../../dotnet/regex/index.js';
import { longestResult } from '../../evaluate/limits.js';
import { Failed } from '../../evaluate/outcome.js';
import type { Parameter, Site } from '../declaration.js';
import { read } from '../parameters.js';
import { replacementBound } from './bound.js';

/** A regular expression of .NET. A constant one is compiled once; undefined where it is empty: not provided. */
export const pattern = (name: string): Parameter<DotNetRegex | undefined> =>
  read<DotNetRegex | undefined>(name, 'pattern', (text, { fail }) => {
    if (text === '') return undefined;
    const compiled = compileRegex(text);
    if (compiled.kind === 'regex') return compiled.regex;
    const { message, offset } = compiled;
    return fail('expression/pattern', { pattern: text, problem: message, offset });
  });

/** Replaces every match. The replacement may use the substitutions of .NET. */
export function replacePattern(
  source: string,
  regex: DotNetRegex,
  replacement: string,
  site: Site,
): string | Failed {
  const bound = replacementBound(source, regex, replacement);
  if (bound > longestResult) return site.fail('expression/result-too-long', { limit: longestResult });
  const result = regex.replace(source, replacement);
  // The text "undecided" is a possible result too; only `matches` tells the two apart.
  return result === 'undecided' && regex.matches(source) === 'undecided'
    ? undecided(source, regex, site)
    : result;
}

/** Replaces in every match what a group captured, by position; the rest of the match stays, `$` is plain text. */
export function replaceGroup(
  source: string,
  regex: DotNetRegex,
  group: string,
  replacement: string,
  site: Site,
): string | Failed {
  const matches = matchesOf(source, regex, group, site);
  if (matches instanceof Failed) return matches;
  const captures = matches.flatMap((match) => match.group(group) ?? []);
  if (captures.length * replacement.length > longestResult)
    return site.fail('expression/result-too-long', { limit: longestResult });

  let result = '';
  let done = 0;
  for (const { index, text } of captures) {
    if (index < done) continue; // a lookaround captured what is replaced already
    result += source.slice(done, index) + replacement;
    done = index + text.length;
  }
  return result + source.slice(done);
}

/** What a group captured in the first match; null without a match, empty where the group took no part. */
export function findGroup(
  text: string,
  regex: DotNetRegex,
  group: string,
  site: Site,
): string | null | Failed {
  const matches = matchesOf(text, regex, group, site);
  if (matches instanceof Failed) return matches;
  const [first] = matches;
  return first === undefined ? null : (first.group(group)?.text ?? '');
}

function matchesOf(
  text: string,
  regex: DotNetRegex,
  group: string,
  site: Site,
): readonly RegexMatch[] | Failed {
  const { groupNames: groups, pattern: written } = regex;
  if (!groups.includes(group))
    return site.fail('expression/pattern-group', { pattern: written, group, groups });
  const matches = regex.matches(text);
  return matches === 'undecided' ? undecided(text, regex, site) : matches;
}

const undecided = (value: string, regex: DotNetRegex, site: Site): Failed =>
  site.fail('expression/pattern-undecided', { pattern: regex.pattern, value });
