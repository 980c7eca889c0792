import type { YamlMapping, YamlValue } from './write-yaml.js';

/** Environment variables that secrets of a part of a configuration refer to, each once. */
export function listVariables(part: YamlMapping | undefined): readonly string[] {
  return part === undefined ? [] : [...new Set(collect(part))];
}

function collect(value: YamlValue | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(collect);
  const entries = Object.entries(value as YamlMapping);
  const [first, ...more] = entries;
  if (first?.[0] === 'env' && more.length === 0 && typeof first[1] === 'string') return [first[1]];
  return entries.flatMap(([, item]) => collect(item));
}
