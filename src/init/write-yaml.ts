/** A value of a configuration. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMapping;

export interface YamlMapping {
  readonly [key: string]: YamlValue | undefined;
}

/** Plain words, paths and addresses; whatever could be read as something else stands in quotes. */
const plain = /^(?:\.{0,2}\/)?[A-Za-z_][\w./@+-]*(?::\/\/[\w./@+:?&=%-]*[\w/])?$/;
const reserved = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** One value on one line: in YAML 1.2 every JSON text is YAML, so that quotes are those of JSON. */
export function writeInline(value: YamlValue): string {
  if (typeof value === 'string')
    return plain.test(value) && !reserved.test(value) ? value : JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map(writeInline).join(', ')}]`;
  const entries = entriesOf(value).map(([key, item]) => `${writeInline(key)}: ${writeInline(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/**
 * A key with its value as lines: mappings one key a line, except short ones of plain values, such as a reference to a secret.
 * @param indent blanks before the key
 */
export function writeEntry(key: string, value: YamlValue, indent = 0): string[] {
  const start = `${' '.repeat(indent)}${writeInline(key)}:`;
  if (!isMapping(value) || isShort(value)) return [`${start} ${writeInline(value)}`];
  return [start, ...entriesOf(value).flatMap(([inner, item]) => writeEntry(inner, item, indent + 2))];
}

const isShort = (mapping: YamlMapping): boolean =>
  entriesOf(mapping).length < 2 && entriesOf(mapping).every(([, value]) => !isMapping(value));

const entriesOf = (mapping: YamlMapping): [string, YamlValue][] =>
  Object.entries(mapping).filter((entry): entry is [string, YamlValue] => entry[1] !== undefined);

const isList = (value: YamlValue): value is readonly YamlValue[] => Array.isArray(value);

const isMapping = (value: YamlValue): value is YamlMapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
