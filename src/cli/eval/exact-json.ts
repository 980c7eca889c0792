/**
 * Parses JSON and keeps every whole number exact: one beyond 2^53 is the text of its digits, which counts as the number
 * wherever an expression needs one.
 * @throws SyntaxError
 */
export function parseExactly(text: string): unknown {
  return JSON.parse(text.replace(stringOrLongNumber, keepDigits));
}

const stringOrLongNumber = /"(?:\\.|[^"\\])*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

const keepDigits = (token: string): string =>
  token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`;

/** A JSON object, not an array. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
