/** A value of the document with the JSON pointer at which it was written. */
export interface Place {
  readonly value: unknown;
  readonly pointer: string;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place of one member or element below another place. Names of a schema need no escapes in a pointer. */
function stepInto(parent: Place, key: string | number, value: unknown): Place {
  return { value, pointer: `${parent.pointer}/${String(key)}` };
}

/** The elements of a list with their places. */
export function stepThrough(parent: Place, list: readonly unknown[]): readonly Place[] {
  return list.map((element, index) => stepInto(parent, index, element));
}

/**
 * Finds a property of an object without regard to the case of its name: Graph writes camelCase, the objects of the
 * Graph PowerShell SDK are PascalCase ("Reading tolerantly" of the schema reference). The exact spelling goes first.
 * What an SDK object does not know it keeps in `AdditionalProperties`; that is searched where the object itself has nothing.
 * @returns undefined where the property is missing or null
 */
export function findField(object: Place, name: string): Place | undefined {
  return findOwnField(object, name) ?? findAdditionalField(object, name);
}

function findAdditionalField(object: Place, name: string): Place | undefined {
  const additional = findOwnField(object, 'additionalProperties');
  return additional === undefined ? undefined : findOwnField(additional, name);
}

function findOwnField({ value, pointer }: Place, name: string): Place | undefined {
  if (!isObject(value)) return undefined;
  const wanted = name.toLowerCase();
  const key = Object.hasOwn(value, name)
    ? name
    : Object.keys(value).find((key) => key.length === wanted.length && key.toLowerCase() === wanted);
  if (key === undefined) return undefined;
  const found = value[key];
  return found === undefined || found === null ? undefined : stepInto({ value, pointer }, key, found);
}
