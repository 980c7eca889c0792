/** What a pattern that starts with `^` finds at a position of a text. */
export function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  return pattern.exec(text.slice(position))?.[0];
}
