// Character codes, since taking a text apart sign by sign costs more than parsing it.
const quote = 0x22;
const slash = 0x2f;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * How deep the brackets of a JSON text go. Counted on the text, without recursion: parsers that recurse can be asked only
 * when this is known to be small. Texts that never end stop at the end of their line, as such parsers see them.
 */
export function measureNesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = findTextEnd(text, at + 1);
    else if (code === slash) at = findCommentEnd(text, at);
    else if (code === openBracket || code === openBrace) deepest = Math.max(deepest, ++depth);
    else if (code === closeBracket || code === closeBrace) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

function findTextEnd(text: string, from: number): number {
  // Nearly every text ends at the next quote; only what is odd is read sign by sign.
  const end = text.indexOf('"', from);
  if (end >= 0 && !odd.test(text.slice(from, end))) return end;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote || code === lineFeed || code === carriageReturn) return at;
    if (code === backslash) at++;
  }
  return text.length;
}

const odd = /[\\\n\r]/;

/** The last sign of a comment; the slash itself where none begins. */
function findCommentEnd(text: string, start: number): number {
  if (text.startsWith('//', start)) return findOrEnd(text, '\n', start);
  if (text.startsWith('/*', start)) return findOrEnd(text, '*/', start + 2) + 1;
  return start;
}

function findOrEnd(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found < 0 ? text.length : found;
}
