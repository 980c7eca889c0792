import { elementsOf, isObject, isUnassigned, memberOf } from './json.js';
import type { AttributePath, FilterTerm } from './path.js';
import { isCore } from './urns.js';

/**
 * The value of a target attribute in a resource as a server returned it; undefined where there is none.
 * Names have no letter case. A filter takes the first element that satisfies it; `manager` gives its `value`; elements
 * that hold nothing but `value` give that; one object where a list belongs counts as its only element. An attribute of
 * an extension may also stand flattened, `"urn:...:User:department"`, at the top of the resource.
 * Source: assumed; the service's own way of reading is not published.
 */
export function readAttribute(resource: unknown, path: AttributePath): unknown {
  const value = attributeValue(resource, path);
  if (path.filter.length > 0) return pick(findElement(value, path.filter), path.sub);
  if (path.sub === null) return simplify(value, path.attribute);
  if (!Array.isArray(value)) return pick(value, path.sub);
  const { sub } = path;
  const values = value.map((element) => pick(element, sub)).filter((each) => !isUnassigned(each));
  return values.length > 1 ? values : values[0];
}

/** How many elements of a multi-valued attribute fit the filter of a path; without a filter, how many there are. */
export function countElements(resource: unknown, path: AttributePath): number {
  const elements = elementsOf(attributeValue(resource, path));
  return path.filter.length === 0
    ? elements.length
    : elements.filter((element) => satisfies(element, path.filter)).length;
}

/** Whether an element satisfies every term. Texts have no letter case, and `"True"` equals `true`. */
export function satisfies(element: unknown, filter: readonly FilterTerm[]): boolean {
  return isObject(element) && filter.every(({ field, value }) => sameScalar(memberOf(element, field), value));
}

function sameScalar(actual: unknown, wanted: string | boolean | number): boolean {
  if (typeof actual !== 'string' && typeof actual !== 'boolean' && typeof actual !== 'number') return false;
  return String(actual).toLowerCase() === String(wanted).toLowerCase();
}

/** The value of a path's attribute as it stands in the resource, before filter and sub-attribute. */
export function attributeValue(resource: unknown, { schema, attribute }: AttributePath): unknown {
  if (!isObject(resource)) return undefined;
  if (schema === null || isCore(schema)) return memberOf(resource, attribute);
  const extension = memberOf(resource, schema);
  const nested = isObject(extension) ? memberOf(extension, attribute) : undefined;
  return nested ?? memberOf(resource, `${schema}:${attribute}`);
}

function findElement(value: unknown, filter: readonly FilterTerm[]): unknown {
  return elementsOf(value).find((element) => satisfies(element, filter));
}

function pick(value: unknown, sub: string | null): unknown {
  if (sub === null) return value;
  return isObject(value) ? memberOf(value, sub) : undefined;
}

function simplify(value: unknown, attribute: string): unknown {
  if (attribute.toLowerCase() === 'manager' && isObject(value)) return memberOf(value, 'value');
  return Array.isArray(value) ? value.map(unwrap) : unwrap(value);
}

// `[{"value": "x"}]` is how the client itself writes a plain list.
function unwrap(element: unknown): unknown {
  const isBare = isObject(element) && Object.keys(element).length === 1 && Object.hasOwn(element, 'value');
  return isBare ? element.value : element;
}
