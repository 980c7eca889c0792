import { type JsonDocument, decodeText, readJson } from '../../document/index.js';
import type { Checked } from '../../diagnostics/diagnostic.js';
import { readBytes } from '../read-bytes.js';
import { parseExactly } from './exact-json.js';

/**
 * Reads a JSON file; `-` is standard input. Whole numbers beyond 2^53 are texts of digits.
 * @param what the document in plain words, for messages
 */
export async function readJsonFile(path: string, cwd: string, what: string): Promise<Checked<JsonDocument>> {
  const read = await readBytes(path, cwd, what);
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const { bytes, file } = read.value;
  const text = decodeText(bytes, file, what);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const { value: document, diagnostics } = readJson(text.value, file, what);
  return document === undefined
    ? { value: undefined, diagnostics }
    : { value: { ...document, value: parseExactly(text.value) }, diagnostics };
}
