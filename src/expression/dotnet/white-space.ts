/** What .NET's char.IsWhiteSpace takes, as the inside of a character class: unlike JavaScript's, without U+FEFF. */
export const whiteSpace = String.raw`\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000`;

const start = new RegExp(`^[${whiteSpace}]+`);
const single = new RegExp(`[${whiteSpace}]`);

/** The text without white space at its start, as .NET's TrimStart. */
export const trimStart = (text: string): string => text.replace(start, '');

/** The text without white space at its end, as .NET's TrimEnd. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && single.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** The text without white space at both ends, as .NET's Trim. */
export const trim = (text: string): string =>
  isVisibleAscii(text, 0) && isVisibleAscii(text, text.length - 1) ? text : trimStart(trimEnd(text));

/** Most texts have nothing to take away, and this tells it without a pattern. */
function isVisibleAscii(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x20 && unit < 0x7f;
}
