import { parseAttributePath, type ValueForm, type WireAttribute } from '../../src/scim/index.js';

/** An attribute with its value as a row would hand it over: booleans read `True` and `False`. */
export function wire(name: string, json: unknown, form: ValueForm = 'plain'): WireAttribute {
  return {
    path: parseAttributePath(name)!,
    value: { json, text: Array.isArray(json) ? json.map(textOf) : textOf(json) },
    form,
  };
}

function textOf(json: unknown): string {
  return typeof json === 'boolean' ? (json ? 'True' : 'False') : String(json);
}
