import { basename, relative } from 'node:path';
import { type Checked, diagnose } from '../../diagnostics/diagnostic.js';
import { decodeText } from '../../document/index.js';
import type { ConfigDocument } from './document.js';
import { readJsonConfiguration } from './json.js';
import { findNode, type ConfigNode } from './node.js';
import { reasonOf } from './reason.js';
import { readYamlConfiguration } from './yaml.js';

const what = 'the configuration';

/**
 * Reads a configuration by its content, whatever its suffix: JSON with comments or YAML. Of a `package.json` the
 * key `provision` is the configuration.
 * @param path absolute
 * @param cwd absolute; messages show the path relative to it
 */
export async function readConfiguration(
  path: string,
  cwd: string,
  readFile: (path: string) => Promise<Uint8Array>,
): Promise<Checked<ConfigDocument>> {
  const file = relative(cwd, path);
  const bytes = await readFile(path).catch((error: unknown) => reasonOf(error));
  if (typeof bytes === 'string') {
    const diagnostics = [diagnose('document/unreadable', { what, file, reason: bytes }, [{ file }])];
    return { value: undefined, diagnostics };
  }
  const text = decodeText(bytes, file, what);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const tree = await parseSafely(text.value, file);
  if (tree.value === undefined) return { value: undefined, diagnostics: tree.diagnostics };
  const root = basename(path) === 'package.json' ? findNode(tree.value, ['provision']) : tree.value;
  if (root === undefined) {
    const missing = diagnose('config/no-provision-key', { file }, [{ file }]);
    return { value: undefined, diagnostics: [missing] };
  }
  return { value: { path, file, text: text.value, root }, diagnostics: tree.diagnostics };
}

async function parseSafely(text: string, file: string): Promise<Checked<ConfigNode>> {
  try {
    return await parseByContent(text, file);
  } catch (error) {
    // Both parsers recurse, so ten thousand brackets exhaust the stack; nothing else of them throws.
    if (!(error instanceof RangeError)) throw error;
    const problem = 'it is nested too deeply';
    const diagnostics = [diagnose('document/syntax', { what, file, problem, excerpt: '' }, [{ file }])];
    return { value: undefined, diagnostics };
  }
}

/** What begins like JSON may still be a flow mapping of YAML, so that is tried before JSON's error is believed. */
async function parseByContent(text: string, file: string): Promise<Checked<ConfigNode>> {
  const looksLikeJson = /^\s*(?:[{[]|\/[/*])/.test(text);
  if (!looksLikeJson) return readYamlConfiguration(text, file, what);
  const json = readJsonConfiguration(text, file, what);
  if (json.value !== undefined) return json;
  const yaml = await readYamlConfiguration(text, file, what);
  return yaml.value !== undefined || /\.ya?ml$/.test(file) ? yaml : json;
}
