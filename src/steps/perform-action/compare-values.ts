import { toLowerInvariant, toText, toValue } from '../../expression/index.js';
import type { AttributeFlow } from '../../job/index.js';
import type { WireValue } from '../../scim/index.js';

/** How a mapped value stands to what the target holds. */
export type Difference =
  | { readonly kind: 'equal' }
  /** the target has no value yet */
  | { readonly kind: 'add'; readonly wire: WireValue }
  | { readonly kind: 'replace'; readonly wire: WireValue };

/**
 * Compares a mapped value with the target's. Missing, null, "" and [] are all "no value"; text ignores letter case unless the
 * attribute is caseExact; numbers and booleans compare by value; lists as sets, of which only the missing values are added.
 * AssertiveAppRoleAssignmentsComplex replaces the whole list.
 *
 * Source: attributeDefinition of Microsoft Graph (caseExact), "Customize attribute mappings" (roles); sets are observed.
 */
export function compareValues(wire: WireValue, current: unknown, flow: AttributeFlow): Difference {
  const held = textsOf(current, flow);
  const wanted = typeof wire.text === 'string' ? [wire.text] : wire.text;
  const same = (one: string, other: string): boolean => normalise(one, flow) === normalise(other, flow);
  if (wanted.every((text) => text === '') && held.length === 0) return { kind: 'equal' };
  const missing = wanted.filter((text) => !held.some((one) => same(one, text)));
  if (flow.form === 'assertiveRoles') {
    return missing.length === 0 && held.length === wanted.length
      ? { kind: 'equal' }
      : { kind: 'replace', wire };
  }
  if (flow.multivalued) {
    return missing.length === 0 ? { kind: 'equal' } : { kind: 'add', wire: pick(wire, wanted, missing) };
  }
  if (held.length === 0) return { kind: 'add', wire };
  return missing.length === 0 ? { kind: 'equal' } : { kind: 'replace', wire };
}

/** The texts that the target holds, none for no value. An element of a complex attribute stands for its `value`. */
function textsOf(current: unknown, flow: AttributeFlow): string[] {
  const elements: readonly unknown[] = Array.isArray(current) ? current : [current];
  return elements
    .map((element) => toText(toValue(valueOf(element, flow))))
    .filter((text): text is string => typeof text === 'string' && text !== '');
}

function valueOf(element: unknown, flow: AttributeFlow): unknown {
  if (typeof element !== 'object' || element === null) return element;
  const { value } = element as { value?: unknown };
  // The default dialect stores a role as a JSON text inside `value`; a target may keep it so or unfold it.
  return flow.form === 'plain' ? (value ?? element) : value;
}

function normalise(text: string, flow: AttributeFlow): string {
  if (flow.form !== 'plain') return roleValue(text);
  if (flow.type === 'Boolean') return /^(?:true|1)$/i.test(text) ? 'true' : 'false';
  return flow.caseExact ? text : toLowerInvariant(text);
}

/** A role is known by its `value`, whether it comes as JSON text or bare. */
function roleValue(text: string): string {
  try {
    const role: unknown = JSON.parse(text);
    if (typeof role === 'object' && role !== null && 'value' in role) return String(role.value);
  } catch {
    return text;
  }
  return text;
}

function pick(wire: WireValue, wanted: readonly string[], missing: readonly string[]): WireValue {
  const json: readonly unknown[] = Array.isArray(wire.json) ? wire.json : [wire.json];
  return { json: json.filter((_, index) => missing.includes(wanted[index] ?? '')), text: [...missing] };
}
