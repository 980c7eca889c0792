import { type Checked, diagnose } from '../diagnostics/diagnostic.js';

/**
 * Turns the bytes of a document into text: UTF-8 with or without byte order mark, UTF-16 of either order with a mark,
 * or without one where every second byte of the beginning is zero.
 * @param what the document in plain words, for messages: "the schema"
 */
export function decodeText(bytes: Uint8Array, file: string, what: string): Checked<string> {
  const encoding = guessEncoding(bytes);
  try {
    const text = new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'utf-16le', { fatal: true }).decode(
      encoding === 'utf-16be' ? swapBytes(bytes) : bytes,
    );
    if (text.trim() === '') {
      return { value: undefined, diagnostics: [diagnose('document/empty', { what, file }, [{ file }])] };
    }
    return { value: text, diagnostics: [] };
  } catch {
    const problem = `its bytes are not ${encoding.toUpperCase()}`;
    return {
      value: undefined,
      diagnostics: [diagnose('document/encoding', { what, file, problem }, [{ file }])],
    };
  }
}

function guessEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && bytes.length > 2) return 'utf-16le';
  if (first === 0 && second !== 0 && bytes.length > 2) return 'utf-16be';
  return 'utf-8';
}

// Node without full ICU data has no decoder for the big-endian order.
function swapBytes(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let at = 0; at < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0;
    swapped[at + 1] = bytes[at] ?? 0;
  }
  return swapped;
}
