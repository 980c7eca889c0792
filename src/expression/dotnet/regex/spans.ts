/**
 * One match: start and end of every group in turn, in the order of `GroupTable.slots` (so the whole match first), in
 * UTF-16 units; -1 and -1 for a group that took no part. Of several captures of a group it is the last.
 */
export type Spans = readonly number[];

/** Why there is no answer: the budget of steps is spent. */
export type Undecided = 'undecided';

/** One part of a replacement: text, a group by its index in the order of spans, or what stands around the match. */
export type ReplacementPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'group'; readonly index: number }
  | { readonly kind: 'before' | 'after' | 'input' };

/** Any text. The intersection keeps the type from swallowing 'undecided'. */
export type Replaced = string & Record<never, never>;

/** A replacement that is prepared: of all matches in an input. */
export type Replace = (input: string) => Replaced | Undecided;

/** A way to run a pattern. Both give the same answers. */
export interface Engine {
  test(input: string): boolean | Undecided;
  /** All matches from left to right. @param withGroups false: the whole matches are enough */
  scan(input: string, withGroups: boolean): readonly Spans[] | Undecided;
  /** What replaces all matches in an input by these parts, the input itself where there are none. */
  prepareReplace(parts: readonly ReplacementPart[]): Replace;
}
