import { isObject, type JsonObject, kindOf, memberOf } from './json.js';
import { enterpriseUser } from './urns.js';

/** An attribute whose JSON type is not the one of RFC 7643. */
export interface ShapeFault {
  /** as it is called in the resource, with the index of an element: `emails[0]` */
  readonly attribute: string;
  readonly expected: JsonKind;
  readonly found: JsonKind;
}

export type JsonKind = ReturnType<typeof kindOf>;

const lists = ['emails', 'phoneNumbers', 'addresses', 'roles'];

/**
 * The first attribute of a resource that the real client could not deserialise: `emails`, `phoneNumbers`, `addresses` and
 * `roles` are lists of objects, `name` and `manager` objects, `active` is a boolean. Unassigned attributes are fine.
 * Source: RFC 7643 section 4, and public reports of "not able to deserialize".
 */
export function findShapeFault(resource: JsonObject): ShapeFault | undefined {
  for (const name of lists) {
    const fault =
      checkKind(name, memberOf(resource, name), 'array') ?? checkElements(name, memberOf(resource, name));
    if (fault !== undefined) return fault;
  }
  const extension = memberOf(resource, enterpriseUser);
  const flattened = `${enterpriseUser}:manager`;
  return (
    checkKind('name', memberOf(resource, 'name'), 'object') ??
    checkKind('active', memberOf(resource, 'active'), 'boolean') ??
    checkKind(enterpriseUser, extension, 'object') ??
    checkKind(flattened, isObject(extension) ? memberOf(extension, 'manager') : undefined, 'object') ??
    checkKind(flattened, memberOf(resource, flattened), 'object')
  );
}

function checkElements(name: string, list: unknown): ShapeFault | undefined {
  if (!Array.isArray(list)) return undefined;
  for (const [index, element] of list.entries()) {
    const fault = checkKind(`${name}[${index}]`, element, 'object');
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkKind(attribute: string, value: unknown, expected: JsonKind): ShapeFault | undefined {
  const found = kindOf(value);
  return found === 'null' || found === expected ? undefined : { attribute, expected, found };
}
