import { lowerCaseOf } from '../sets/casing.js';
import type { Memory } from './memory.js';

/**
 * Takes the last capture of a group away and captures what lies between it and the text from `mark` to `position`; where
 * the two overlap, what they have in common. False if there is nothing to take away.
 * Source: Microsoft Learn, "Grouping constructs", balancing groups; overlaps: dotnet/runtime, RegexRunner.TransferCapture.
 * @param group the group that captures, -1 for none
 */
export function balance(
  memory: Memory,
  group: number,
  popped: number,
  mark: number,
  position: number,
): boolean {
  if (!memory.hasCapture(popped)) return false;
  const otherStart = memory.startOf(popped);
  const otherEnd = memory.endOf(popped);
  let start = Math.min(mark, position);
  let end = Math.max(mark, position);
  if (start >= otherEnd) [start, end] = [otherEnd, start];
  else if (end <= otherStart) start = otherStart;
  else [start, end] = [Math.max(start, otherStart), Math.min(end, otherEnd)];
  memory.popCapture(popped);
  if (group >= 0) memory.capture(group, start, end);
  return true;
}

/** Whether the input has the same text from `one` and from `other` on. */
export function isSameText(
  input: string,
  one: number,
  other: number,
  length: number,
  ignoreCase: boolean,
): boolean {
  for (let i = 0; i < length; i++) {
    const a = input.charCodeAt(one + i);
    const b = input.charCodeAt(other + i);
    if (a !== b && !(ignoreCase && lowerCaseOf(a) === lowerCaseOf(b))) return false;
  }
  return true;
}
