import { BacktrackingEngine, DEFAULT_STEP_BUDGET } from './matcher/backtracking-engine.js';
import { emit } from './native/emit.js';
import { NativeEngine } from './native/native-engine.js';
import { safeLength } from './native/safe-length.js';
import type { GroupTable } from './parse/group-table.js';
import { parsePattern } from './parse/parse-pattern.js';
import { parseReplacement } from './replacement/replacement.js';
import type { Engine, Replace, Replaced, Spans } from './spans.js';

/** A .NET regular expression, or why .NET refuses it: in words, with the place in the pattern in UTF-16 units. */
export type CompiledRegex =
  { kind: 'regex'; regex: DotNetRegex } | { kind: 'invalid'; message: string; offset: number };

/**
 * A pattern that can be run any number of times. An answer of 'undecided' means that the budget of steps was spent: it is
 * neither a match nor "no match". Positions are UTF-16 units.
 */
export interface DotNetRegex {
  readonly pattern: string;
  /** what runs it; inputs too long for `RegExp` to be safe go to the backtracking matcher all the same */
  readonly engine: 'RegExp' | 'backtracking';
  /** names, or numbers as text, in the order of .NET's numbers; "0" is the whole match */
  readonly groupNames: readonly string[];
  /** Whether the pattern matches anywhere in the input. */
  isMatch(input: string): boolean | 'undecided';
  /** All matches from left to right. After an empty match the search goes on one unit further. */
  matches(input: string): readonly RegexMatch[] | 'undecided';
  /**
   * The input with all matches replaced; the input itself if there are none. `$1`, `${name}`, `$$`, `$&`, `` $` ``, `$'`,
   * `$+` and `$_` are substituted, what refers to no group stays as it is. Where the text can be 'undecided' itself,
   * `matches` tells the two apart: it is undecided exactly when this is.
   */
  replace(input: string, replacement: string): Replaced | 'undecided';
}

export interface RegexMatch {
  readonly index: number;
  readonly text: string;
  /** The last capture of a group; undefined if it took no part, or if no group has the name. */
  group(name: string): { readonly index: number; readonly text: string } | undefined;
}

/**
 * Compiles a pattern of .NET's System.Text.RegularExpressions (RegexOptions.None, invariant culture). Every text gives a
 * value. Source: expression-language reference 7.1; Microsoft Learn, "Regular expression language - quick reference".
 * @param options.stepBudget steps of the backtracking matcher for each call, 3,000,000 if not given
 * @param options.engine 'backtracking' never uses RegExp
 */
export function compileRegex(
  pattern: string,
  options: { stepBudget?: number; engine?: 'auto' | 'backtracking' } = {},
): CompiledRegex {
  const parsed = parsePattern(pattern);
  if (parsed.kind === 'invalid') return parsed;
  const { root, groups, depth } = parsed;
  const matcher = new BacktrackingEngine(root, groups, depth, options.stepBudget ?? DEFAULT_STEP_BUDGET);
  const length = options.engine === 'backtracking' ? undefined : safeLength(root, depth);
  const engine = length === undefined ? matcher : new NativeEngine(emit(root), groups, length, matcher);
  return { kind: 'regex', regex: new RunnableRegex(pattern, groups, engine, length !== undefined) };
}

class RunnableRegex implements DotNetRegex {
  readonly pattern: string;
  readonly engine: 'RegExp' | 'backtracking';
  readonly groupNames: readonly string[];
  private readonly groups: GroupTable;
  private readonly runner: Engine;
  /** the replacement of the call before, which is nearly always that of this one */
  private prepared: { readonly text: string; readonly run: Replace } | undefined;

  constructor(pattern: string, groups: GroupTable, runner: Engine, isNative: boolean) {
    this.pattern = pattern;
    this.engine = isNative ? 'RegExp' : 'backtracking';
    this.groupNames = groups.names;
    this.groups = groups;
    this.runner = runner;
  }

  isMatch(input: string): boolean | 'undecided' {
    return this.runner.test(input);
  }

  matches(input: string): readonly RegexMatch[] | 'undecided' {
    const found = this.runner.scan(input, true);
    return found === 'undecided'
      ? found
      : found.map((spans) => new FoundMatch(input, spans, this.groupNames));
  }

  replace(input: string, replacement: string): Replaced | 'undecided' {
    if (this.prepared?.text !== replacement) {
      const run = this.runner.prepareReplace(parseReplacement(replacement, this.groups));
      this.prepared = { text: replacement, run };
    }
    return this.prepared.run(input);
  }
}

class FoundMatch implements RegexMatch {
  readonly index: number;
  readonly text: string;
  private readonly input: string;
  private readonly spans: Spans;
  private readonly names: readonly string[];

  constructor(input: string, spans: Spans, names: readonly string[]) {
    this.index = spans[0] ?? 0;
    this.text = input.slice(this.index, spans[1]);
    this.input = input;
    this.spans = spans;
    this.names = names;
  }

  group(name: string): { readonly index: number; readonly text: string } | undefined {
    const place = 2 * this.names.indexOf(name);
    const index = this.spans[place] ?? -1;
    return index < 0 ? undefined : { index, text: this.input.slice(index, this.spans[place + 1]) };
  }
}
