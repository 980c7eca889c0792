import { type JsonDocument, decodeText, readJson } from '../../document/index.js';
import type { Checked } from '../../diagnostics/diagnostic.js';
import { readBytes } from '../read-bytes.js';

/**
 * Reads a JSON file; `-` is standard input.
 * @param what the document in plain words, for messages
 */
export async function readJsonFile(path: string, cwd: string, what: string): Promise<Checked<JsonDocument>> {
  const read = await readBytes(path, cwd, what);
  if (read.value === undefined) return { value: undefined, diagnostics: read.diagnostics };
  const { bytes, file } = read.value;
  const text = decodeText(bytes, file, what);
  return text.value === undefined
    ? { value: undefined, diagnostics: text.diagnostics }
    : readJson(text.value, file, what);
}
