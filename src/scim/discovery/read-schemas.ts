import { isObject, type JsonObject, memberOf } from '../json.js';
import type { DeclaredAttribute, DeclaredSchema, DeclaredSchemas, SchemasFault } from './model.js';
import { elementsIn } from './read-endpoint.js';

/**
 * Reads `/Schemas` (RFC 7643 section 7), forgivingly: a bare list, any letter case of names and words. What the service's
 * own discovery does not forgive stands in `faults`.
 * Source of the faults: "Develop a SCIM endpoint" (schema discovery: a ListResponse, no nulls, camelCase values).
 */
export function readSchemas(json: unknown): DeclaredSchemas | undefined {
  const elements = elementsIn(json, (object) => Array.isArray(memberOf(object, 'attributes')));
  if (elements === undefined) return undefined;
  const isList = isObject(json) && Array.isArray(memberOf(json, 'Resources'));
  const faults: SchemasFault[] = isList ? [] : [{ kind: 'noListResponse' }];
  const schemas = elements.map((element): DeclaredSchema => {
    const id = textOf(memberOf(element, 'id'), textOf(memberOf(element, 'name'), ''));
    faults.push(...listNulls(element, id));
    return { id, attributes: readAttributes(memberOf(element, 'attributes'), id, faults, 0) };
  });
  return { schemas, faults };
}

/** Attributes hold sub-attributes, and these hold none (RFC 7643 section 2.3.8). */
const deepest = 2;

function readAttributes(
  list: unknown,
  place: string,
  faults: SchemasFault[],
  depth: number,
): readonly DeclaredAttribute[] {
  if (!Array.isArray(list) || depth >= deepest) return [];
  return list.filter(isObject).flatMap((attribute) => {
    const name = textOf(memberOf(attribute, 'name'), '');
    if (name === '') return [];
    const here = depth === 0 ? `${place} ${name}` : `${place}.${name}`;
    faults.push(...listNulls(attribute, here));
    const word = (key: keyof typeof words): string => {
      const value = textOf(memberOf(attribute, key), words[key][0]);
      const known: readonly string[] = words[key];
      if (!known.includes(value)) faults.push({ kind: 'spelling', place: `${here}.${key}`, value });
      return value.toLowerCase();
    };
    const canonical = memberOf(attribute, 'canonicalValues');
    return [
      {
        name,
        type: word('type'),
        multiValued: memberOf(attribute, 'multiValued') === true,
        required: memberOf(attribute, 'required') === true,
        caseExact: memberOf(attribute, 'caseExact') === true,
        mutability: word('mutability'),
        returned: word('returned'),
        uniqueness: word('uniqueness'),
        canonicalValues: Array.isArray(canonical) ? canonical.map(String) : [],
        subAttributes: readAttributes(memberOf(attribute, 'subAttributes'), here, faults, depth + 1),
      },
    ];
  });
}

/** The words of RFC 7643 sections 2.2 and 7, the default first. */
const words = {
  type: ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary', 'complex'],
  mutability: ['readWrite', 'readOnly', 'immutable', 'writeOnly'],
  returned: ['default', 'always', 'never', 'request'],
  uniqueness: ['none', 'server', 'global'],
} as const;

function listNulls(object: JsonObject, place: string): SchemasFault[] {
  return Object.entries(object)
    .filter(([, value]) => value === null)
    .map(([name]) => ({ kind: 'null', place: `${place}.${name}` }));
}

const textOf = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback);
