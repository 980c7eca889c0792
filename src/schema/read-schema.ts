import type { Checked, Location } from '../diagnostics/diagnostic.js';
import { decodeText, readJson } from '../document/index.js';
import { collectFindings } from './findings.js';
import { ObjectReader } from './object-reader.js';
import { readDirectories } from './read-directories.js';
import { readRules } from './read-rules.js';
import type { SynchronizationSchema } from './schema.js';
import { unwrapSchema } from './unwrap.js';

const what = 'the schema';

/**
 * Reads an exported synchronizationSchema in any shape people have: the portal's download, Graph's answer with its
 * annotations and wrappers, ConvertTo-Json of the Graph PowerShell SDK, in UTF-8 or UTF-16 ("Reading tolerantly" of the
 * schema reference; counted lists, unrolled lists of one and objects of nulls are assumed of PowerShell). Unknown properties are ignored; whatever
 * would change a result unnoticed is an error.
 * @param bytes the file as it is
 * @param file its name, for the places of diagnostics
 * @returns no value when a diagnostic is an error; pointers are those of the document as written
 */
export function readSchema(bytes: Uint8Array, file: string): Checked<SynchronizationSchema> {
  const text = decodeText(bytes, file, what);
  if (text.value === undefined) return { value: undefined, diagnostics: text.diagnostics };
  const { value: document, diagnostics } = readJson(text.value, file, what);
  if (document === undefined) return { value: undefined, diagnostics };
  return readSchemaValue(document.value, (pointer) => document.locate(pointer));
}

/**
 * Reads a schema that is already parsed.
 * @param locate finds the place of a pointer in the document that it came from
 */
export function readSchemaValue(
  value: unknown,
  locate: (pointer: string) => Location,
): Checked<SynchronizationSchema> {
  const findings = collectFindings();
  const place = unwrapSchema({ value, pointer: '' }, findings);
  const reader = place === undefined ? undefined : new ObjectReader(place, findings);
  const parts = reader && {
    id: reader.readText('id') ?? null,
    version: reader.readText('version') ?? null,
    rules: readRules(reader),
    directories: readDirectories(reader),
    locate,
  };
  const { diagnostics, faulty } = findings.conclude(locate);
  return { value: faulty ? undefined : parts, diagnostics };
}
