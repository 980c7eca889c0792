import { isObject, type JsonObject, memberOf, setMember } from './json.js';
import { type AttributePath, filterKey, type FilterTerm } from './path.js';
import { roleObject } from './roles.js';
import { complexLists, coreGroup, coreUser, enterpriseUser, isCore } from './urns.js';
import { textsOf, type WireAttribute } from './wire.js';

/** Why the client does not put an attribute into a POST. */
export type CreateOmission = 'anchor' | 'reference' | 'nonStandardUrn';

/**
 * The reason for which an attribute is not sent in a create, or null when it is sent. References (manager, members)
 * follow in a later request, `id` is never sent ("Tutorial: develop a SCIM endpoint"); an attribute of an extension is
 * sent only when its URN is `urn:ietf:params:scim:schemas:extension:<Name>:2.0:User` (public Q&A; it follows with the next
 * update).
 */
export function omissionOnCreate({ schema, attribute }: AttributePath): CreateOmission | null {
  const name = attribute.toLowerCase();
  if (isCore(schema)) return name === 'id' ? 'anchor' : name === 'members' ? 'reference' : null;
  if (schema?.toLowerCase() === enterpriseUser.toLowerCase()) return name === 'manager' ? 'reference' : null;
  return /^urn:ietf:params:scim:schemas:extension:[^:]+:2\.0:(User|Group)$/i.test(schema ?? '')
    ? null
    : 'nonStandardUrn';
}

/**
 * The body of a create. Users list the core and the enterprise schema, used or not; own extensions are sent and not
 * listed; `meta.resourceType` is sent; `roles` or `members` is an empty list where nothing is mapped to it
 * ("Tutorial: develop a SCIM endpoint", samples; for groups an observed request of 2021).
 * Several values for one filtered path become one element each.
 * @param values in the order of the mapping, without empty values; what `omissionOnCreate` names is left out
 */
export function buildCreate(values: readonly WireAttribute[], resourceType: 'User' | 'Group'): JsonObject {
  const body: JsonObject = {
    schemas: resourceType === 'User' ? [coreUser, enterpriseUser] : [coreGroup],
  };
  const elements = new Map<string, JsonObject[]>();
  for (const value of values) {
    if (omissionOnCreate(value.path) === null) place(body, value, elements);
  }
  const list = resourceType === 'User' ? 'roles' : 'members';
  body.meta = { resourceType };
  if (memberOf(body, list) === undefined) body[list] = [];
  return body;
}

function place(
  body: JsonObject,
  { path, value, form }: WireAttribute,
  elements: Map<string, JsonObject[]>,
): void {
  const { schema, attribute, filter, sub } = path;
  const container = schema === null || isCore(schema) ? body : openObject(body, schema);
  if (filter.length > 0) {
    const key = `${schema ?? ''} ${attribute} ${filterKey(filter)}`.toLowerCase();
    const made = elements.get(key) ?? [];
    elements.set(key, made);
    fillElements(openList(container, attribute), made, path, value.json);
  } else if (sub !== null) {
    setMember(openComplex(container, attribute), sub, value.json);
  } else {
    const json = form === 'plain' ? value.json : textsOf(value).map((text) => roleObject(text, form));
    setMember(container, attribute, json);
  }
}

function fillElements(list: unknown[], made: JsonObject[], path: AttributePath, json: unknown): void {
  const values: readonly unknown[] = Array.isArray(json) ? json : [json];
  for (const [index, value] of values.entries()) {
    let element = made[index];
    if (element === undefined) {
      element = newElement(path);
      made.push(element);
      list.push(element);
    }
    if (path.sub !== null) setMember(element, path.sub, value);
    else if (isObject(value)) Object.assign(element, value);
    else element.value = value;
  }
}

function newElement({ schema, attribute, filter }: AttributePath): JsonObject {
  const element: JsonObject = {};
  for (const term of filter) setMember(element, term.field, filterMember(term));
  // Shown for the work e-mail alone in the samples, so no other type gets it.
  const isWorkMail =
    isCore(schema) && attribute.toLowerCase() === 'emails' && filterKey(filter) === workFilter;
  if (isWorkMail) element.primary = true;
  return element;
}

const workFilter = filterKey([{ field: 'type', value: 'work', raw: '"work"' }]);

/** What a filter term becomes in the element made for it: `primary` is a boolean, also where the filter quotes it. */
export function filterMember({ field, value }: FilterTerm): string | boolean | number {
  const isFlag = field.toLowerCase() === 'primary' && /^(true|false)$/i.test(String(value));
  return isFlag ? String(value).toLowerCase() === 'true' : value;
}

function openObject(body: JsonObject, name: string): JsonObject {
  const found = memberOf(body, name);
  if (isObject(found)) return found;
  const made: JsonObject = {};
  setMember(body, name, made);
  return made;
}

function openList(container: JsonObject, name: string): unknown[] {
  const found = memberOf(container, name);
  if (Array.isArray(found)) return found;
  const made: unknown[] = [];
  setMember(container, name, made);
  return made;
}

// `emails.value` without a filter: a bare object there would not be SCIM.
function openComplex(container: JsonObject, name: string): JsonObject {
  if (!complexLists.has(name.toLowerCase())) return openObject(container, name);
  const list = openList(container, name);
  const first = list[0];
  if (isObject(first)) return first;
  const made: JsonObject = {};
  list.unshift(made);
  return made;
}
