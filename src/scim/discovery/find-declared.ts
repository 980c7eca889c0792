import type { AttributePath } from '../path.js';
import { coreUser, isCore } from '../urns.js';
import type { DeclaredAttribute, DeclaredSchema } from './model.js';

/** Where a target name leads in the schemas that a target declares. */
export type Declared =
  | {
      readonly kind: 'declared';
      /** the attribute itself */
      readonly attribute: DeclaredAttribute;
      /** what the value goes into: the sub-attribute where the name has one */
      readonly leaf: DeclaredAttribute;
    }
  /** its schema is not declared; nothing can be said of the attribute */
  | { readonly kind: 'noSchema'; readonly schema: string }
  | { readonly kind: 'noAttribute'; readonly name: string; readonly known: readonly string[] }
  | { readonly kind: 'noSubAttribute'; readonly name: string; readonly known: readonly string[] }
  /** common attributes (RFC 7643 section 3.1), and those of a complex attribute declared without parts */
  | { readonly kind: 'implied' };

const common = new Set(['id', 'externalid', 'meta', 'schemas']);
/** Sub-attributes that every multi-valued attribute has, declared or not (RFC 7643 section 2.4). */
const impliedParts = new Set(['type', 'primary', 'display', 'value', '$ref']);

/** Looks a target name of a user up in declared schemas. Names have no letter case. */
export function findDeclared(schemas: readonly DeclaredSchema[], path: AttributePath): Declared {
  const urn = path.schema === null || isCore(path.schema) ? coreUser : path.schema;
  if (urn === coreUser && common.has(path.attribute.toLowerCase())) return { kind: 'implied' };
  const schema = schemas.find(({ id }) => same(id, urn));
  if (schema === undefined) return { kind: 'noSchema', schema: urn };
  const attribute = schema.attributes.find(({ name }) => same(name, path.attribute));
  if (attribute === undefined)
    return { kind: 'noAttribute', name: path.attribute, known: schema.attributes.map(({ name }) => name) };
  const part = path.sub;
  if (part === null) return { kind: 'declared', attribute, leaf: attribute };
  const leaf = attribute.subAttributes.find(({ name }) => same(name, part));
  if (leaf !== undefined) return { kind: 'declared', attribute, leaf };
  const isImplied = attribute.multiValued && impliedParts.has(part.toLowerCase());
  if (isImplied || (attribute.type === 'complex' && attribute.subAttributes.length === 0))
    return { kind: 'implied' };
  return { kind: 'noSubAttribute', name: part, known: attribute.subAttributes.map(({ name }) => name) };
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
