import { readFileSync } from 'node:fs';
import { compileRegex, type DotNetRegex } from '../../../../src/expression/dotnet/regex/index.js';

/** A case of test/cases/regex: what .NET answers. A group that took no part is null. */
export interface RegexCase {
  readonly name: string;
  readonly source: string;
  readonly pattern: string;
  readonly input: string;
  readonly groupNames: readonly string[];
  readonly matches: readonly Readonly<Record<string, readonly [index: number, text: string] | null>>[];
  readonly replacement: string;
  readonly result: string;
}

export function readCases<Case>(name: string): Case[] {
  const url = new URL(`../../../cases/regex/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Case[];
}

export const ENGINES = ['auto', 'backtracking'] as const;

export function compiled(pattern: string, options?: Parameters<typeof compileRegex>[1]): DotNetRegex {
  const compilation = compileRegex(pattern, options);
  if (compilation.kind === 'invalid') throw new Error(`${pattern}: ${compilation.message}`);
  return compilation.regex;
}

/** The matches in the form of the cases. */
export function matchesOf(regex: DotNetRegex, input: string): unknown {
  const found = regex.matches(input);
  if (found === 'undecided') return found;
  return found.map((match) => {
    const groups = regex.groupNames.map((name) => {
      const group = match.group(name);
      return [name, group ? [group.index, group.text] : null];
    });
    return Object.fromEntries(groups) as unknown;
  });
}
