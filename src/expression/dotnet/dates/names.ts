/** The names that .NET's invariant culture has for months and days. Their first three letters are the short names. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/**
 * Which of the names a text starts with, in any letter case.
 * @returns its place in the list, from 0, and its length
 */
export function matchName(
  text: string,
  at: number,
  names: readonly string[],
  length: 'full' | 'short',
): { readonly index: number; readonly length: number } | undefined {
  for (const [index, name] of names.entries()) {
    const wanted = length === 'short' ? name.slice(0, 3) : name;
    if (text.slice(at, at + wanted.length).toLowerCase() === wanted.toLowerCase())
      return { index, length: wanted.length };
  }
  return undefined;
}
