export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member by the first of several names that is there; letter case does not count, for PowerShell writes PascalCase. */
export function memberOf(object: unknown, ...names: readonly string[]): unknown {
  if (!isObject(object)) return undefined;
  for (const name of names) {
    const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : object[key];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The text of a member; null where there is none, an empty one included. */
export function textOf(object: unknown, ...names: readonly string[]): string | null {
  const value = memberOf(object, ...names);
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

export function listOf(object: unknown, ...names: readonly string[]): readonly unknown[] {
  const value = memberOf(object, ...names);
  return Array.isArray(value) ? value : [];
}

/** JSON inside a text; undefined where it is none. */
export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
