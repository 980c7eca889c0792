import type { JsonObject } from './json.js';
import { type WireAttribute, textsOf } from './wire.js';

/**
 * The operations that take elements out of a multi-valued attribute. The default dialect lists them in one operation, as
 * `value` beside the path of the whole attribute; the compliant one has an operation with a filter for each.
 * Sources: "Tutorial: develop a SCIM endpoint" (group samples), "Known issues and resolutions with SCIM 2.0 protocol
 * compliance" (removing a member with the flag `aadOptscim062020`). RFC 7644 section 3.5.2.2 knows no `value` in a remove, so
 * that a strict server takes the default form for the removal of every element (public Q&A).
 */
export function removeElements(
  { path, value }: WireAttribute,
  dialect: 'default' | 'compliant',
): readonly JsonObject[] {
  const texts = textsOf(value);
  return dialect === 'default'
    ? [{ op: 'Remove', path: path.text, value: texts.map((text) => ({ value: text })) }]
    : texts.map((text) => ({ op: 'remove', path: `${path.text}[value eq ${JSON.stringify(text)}]` }));
}
