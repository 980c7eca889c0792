/** A custom date format taken apart: fields with their number of letters, and literal text. */
export type FormatPart =
  | { readonly kind: 'field'; readonly letter: FieldLetter; readonly count: number }
  | { readonly kind: 'literal'; readonly text: string; readonly quoted: boolean };

type FieldLetter = 'y' | 'M' | 'd' | 'h' | 'H' | 'm' | 's' | 'f' | 'F' | 't' | 'z' | 'K' | 'g';

/** The standard formats that depend on no culture (.NET: Standard date and time format strings). */
const standard: Readonly<Record<string, string>> = {
  s: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  u: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  o: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  O: "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
  r: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  R: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
};

/**
 * Takes a format apart as .NET does. A lone letter is a standard format.
 * @returns undefined for a format that .NET refuses, and for the standard formats that depend on a culture
 */
export function partsOf(format: string): readonly FormatPart[] | undefined {
  const custom = format.length === 1 ? standard[format] : format;
  return custom === undefined || custom === '' ? undefined : takeApart(custom);
}

const fieldLetters = new Set<string>(['y', 'M', 'd', 'h', 'H', 'm', 's', 'f', 'F', 't', 'z', 'K', 'g']);

function takeApart(format: string): readonly FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  for (let at = 0; at < format.length;) {
    const next = readPart(format, at);
    if (next === undefined) return undefined;
    if (next.part !== undefined) parts.push(next.part);
    at = next.end;
  }
  return parts;
}

interface Read {
  /** undefined for a `%`, which only parts what stands around it */
  readonly part: FormatPart | undefined;
  readonly end: number;
}

function readPart(format: string, at: number): Read | undefined {
  const first = format.charAt(at);
  if (first === "'" || first === '"') return readQuotation(format, at);
  if (first === '\\')
    return at + 1 < format.length ? literal(format.charAt(at + 1), at + 2, true) : undefined;
  if (first === '%') return readSingle(format, at);
  if (fieldLetters.has(first)) return readField(format, at, first as FieldLetter);
  return literal(first, at + 1, false);
}

/** `%` makes the next letter a field of its own: `%d` prints the day, and `%dd` the day twice. */
function readSingle(format: string, at: number): Read | undefined {
  const next = format.charAt(at + 1);
  if (next === '' || next === '%') return undefined;
  if (!fieldLetters.has(next)) return readPart(format, at + 1);
  return { part: { kind: 'field', letter: next as FieldLetter, count: 1 }, end: at + 2 };
}

function readField(format: string, at: number, letter: FieldLetter): Read | undefined {
  let end = at + 1;
  if (letter !== 'K') while (format[end] === letter) end += 1;
  const count = end - at;
  if ((letter === 'f' || letter === 'F') && count > 7) return undefined;
  return { part: { kind: 'field', letter, count }, end };
}

function readQuotation(format: string, at: number): Read | undefined {
  const mark = format[at];
  let text = '';
  for (let next = at + 1; next < format.length; next += 1) {
    if (format[next] === mark) return literal(text, next + 1, true);
    if (format[next] === '\\') next += 1;
    text += format.charAt(next);
  }
  return undefined;
}

const literal = (text: string, end: number, quoted: boolean): Read => ({
  part: { kind: 'literal', text, quoted },
  end,
});
