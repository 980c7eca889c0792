/** A JSON object, seen from outside: any member may be missing. */
export type JsonObject = Record<string, unknown>;

/** Whether a JSON value is an object, and neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The spelling of a member's name in this object: SCIM names have no letter case (RFC 7643 section 2.1). */
export function findName(object: JsonObject, name: string): string | undefined {
  if (Object.hasOwn(object, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(object).find((key) => key.toLowerCase() === wanted);
}

/** A member by its name in any letter case; undefined where there is none. */
export function memberOf(object: JsonObject, name: string): unknown {
  const found = findName(object, name);
  return found === undefined ? undefined : object[found];
}

/** Sets a member, under the spelling that the object has already. */
export function setMember(object: JsonObject, name: string, value: unknown): void {
  object[findName(object, name) ?? name] = value;
}

/** "Unassigned = null = [] = missing" (RFC 7643 section 2.5). */
export function isUnassigned(value: unknown): value is undefined | null | [] {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** A list as it is, a missing value as no elements, anything else as one element. */
export function elementsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isUnassigned(value) ? [] : [value];
}

/** What kind of JSON value it is, in the words of RFC 8259. */
export function kindOf(value: unknown): 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null' {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as 'object' | 'string' | 'number' | 'boolean';
}
