import type { CompiledRegex, DotNetRegex } from '../../expression/index.js';
import type { Comparison } from './operators.js';

/**
 * What a match may not have meant to find: a pattern without anchors finds its text within other words as well.
 * Source: "Scoping users or groups to be provisioned with scoping filters" explains patterns as if they matched the whole
 * value; default exports show that they are searched for.
 */
export function judgeMatch(pattern: string, value: string, regex: DotNetRegex): Pick<Comparison, 'problem'> {
  if (hasAnchor(pattern)) return {};
  const found = regex.matches(value);
  const [first] = found === 'undecided' ? [] : found;
  if (first === undefined || !isWithinWord(value, first)) return {};
  return { problem: { kind: 'unanchored', found: first.text } };
}

/** Why a pattern found nothing, where a slip explains it: letter case, or backslashes doubled as for a string of a program. */
export function judgeMiss(
  pattern: string,
  value: string,
  compileRegex: (pattern: string) => CompiledRegex,
): Comparison {
  const finds = (other: string): boolean => {
    const compiled = other === pattern ? undefined : compileRegex(other);
    return compiled?.kind === 'regex' && compiled.regex.isMatch(value) === true;
  };
  const halved = pattern.replaceAll('\\\\', '\\');
  if (finds(halved)) {
    const problem = { kind: 'overEscaped', instead: halved } as const;
    return { result: false, reason: 'backslashes are doubled', problem };
  }
  return { result: false, reason: finds(`(?i)${pattern}`) ? 'same but for letter case' : '' };
}

function hasAnchor(pattern: string): boolean {
  const withoutClasses = pattern.replace(/\[(?:\\.|[^\]\\])*\]/g, '');
  return /\\[AzZGbB]/.test(withoutClasses) || /[\^$]/.test(withoutClasses.replace(/\\./g, ''));
}

const isLetter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

function isWithinWord(value: string, match: { readonly index: number; readonly text: string }): boolean {
  const end = match.index + match.text.length;
  const joins = (one: string, other: string): boolean => isLetter(one) && isLetter(other);
  return (
    joins(value.slice(0, match.index).slice(-1), match.text.slice(0, 1)) ||
    joins(match.text.slice(-1), value.slice(end, end + 1))
  );
}
