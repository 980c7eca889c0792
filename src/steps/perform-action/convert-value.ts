import { toText, type Value } from '../../expression/index.js';
import type { AttributeFlow } from '../../job/index.js';
import type { WireValue } from '../../scim/index.js';

/** A value made fit for its target attribute, or why it does not fit. */
export type Converted =
  | { readonly kind: 'value'; readonly wire: WireValue }
  | { readonly kind: 'severalValues'; readonly values: readonly string[] }
  | { readonly kind: 'wrongType'; readonly text: string };

/**
 * Converts a mapped value to the type of its target attribute. A Boolean keeps the row's own text beside the JSON value,
 * since the default PATCH dialect sends text. A list goes to a single-valued attribute only if it holds one value.
 *
 * Source: provisioning error SchemaPropertyCanOnlyAcceptValue for lists; which texts count as Boolean is assumed.
 */
export function convertValue(value: Exclude<Value, null>, flow: AttributeFlow): Converted {
  const text = toText(value) ?? '';
  if (flow.form !== 'plain') return plainList(typeof text === 'string' ? [text] : text);
  const texts = typeof text === 'string' ? [text] : text;
  if (!flow.multivalued && texts.length > 1) {
    return { kind: 'severalValues', values: texts };
  }
  const converted: unknown[] = [];
  for (const one of texts) {
    const json = convertText(one, flow);
    if (json === undefined) return { kind: 'wrongType', text: one };
    converted.push(json);
  }
  if (flow.multivalued) return { kind: 'value', wire: { json: converted, text: [...texts] } };
  return { kind: 'value', wire: { json: converted[0], text: texts[0] ?? '' } };
}

function plainList(texts: readonly string[]): Converted {
  return { kind: 'value', wire: { json: [...texts], text: [...texts] } };
}

function convertText(text: string, flow: AttributeFlow): unknown {
  switch (flow.type) {
    case 'Boolean':
      return /^(?:true|1)$/i.test(text) ? true : /^(?:false|0)$/i.test(text) ? false : undefined;
    case 'Integer':
      return /^-?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case 'String':
    case 'DateTime':
    case 'Reference':
    case 'Binary':
      return text;
  }
}
