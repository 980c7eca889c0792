import type { ObjectReader } from './object-reader.js';
import { findField, isObject, type Place } from './place.js';
import { readMapping } from './read-mapping.js';
import type { SynchronizationRule } from './schema.js';

/** Reads the synchronizationRules in the order in which they run: lowest priority first, equal ones in file order. */
export function readRules(schema: ObjectReader): readonly SynchronizationRule[] {
  return schema
    .readObjects('synchronizationRules')
    .map(readRule)
    .sort((one, other) => one.priority - other.priority);
}

function readRule(reader: ObjectReader): SynchronizationRule {
  return {
    id: reader.readText('id') ?? '',
    name: reader.readText('name') ?? '',
    priority: reader.readWhole('priority', 0),
    sourceDirectoryName: reader.readText('sourceDirectoryName') ?? '',
    targetDirectoryName: reader.readText('targetDirectoryName') ?? '',
    metadata: readMetadata(reader.place),
    objectMappings: reader.readObjects('objectMappings').map(readMapping),
    pointer: reader.pointer,
  };
}

/** Metadata is opaque text: what is not an entry of key and scalar is none of our business. */
function readMetadata(rule: Place): Readonly<Record<string, string>> {
  const entries = findField(rule, 'metadata')?.value;
  if (!Array.isArray(entries)) return {};
  return Object.fromEntries(
    entries.flatMap((entry: unknown) => {
      if (!isObject(entry)) return [];
      const place = { value: entry, pointer: '' };
      const key = findField(place, 'key')?.value;
      const value = findField(place, 'value')?.value;
      return typeof key === 'string' && isScalar(value) ? [[key, stripQuotes(String(value))]] : [];
    }),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Older exports write words with quotes of their own: `"\"Normal\""`. */
function stripQuotes(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}
