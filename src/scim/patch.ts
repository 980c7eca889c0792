import { isObject, type JsonObject } from './json.js';
import type { AttributePath } from './path.js';
import { removeElements } from './remove-elements.js';
import { roleObject } from './roles.js';
import { patchOp } from './urns.js';
import { textsOf, type WireAttribute } from './wire.js';

/** `default` is what on demand speaks; `compliant` is what the flag `aadOptscim062020` of a tenant URL turns on. */
export type Dialect = 'default' | 'compliant';

/** One attribute to be changed. */
export interface PatchChange extends WireAttribute {
  /** `add` where the target has no value yet; `remove` takes the listed elements out of a multi-valued attribute */
  readonly operation: 'add' | 'replace' | 'remove';
  readonly multivalued: boolean;
}

interface Operation {
  readonly op: 'add' | 'replace';
  /** the spelling where a sample prints another than the dialect's */
  readonly spelled?: string;
  readonly value: unknown;
}

/**
 * The body of a PATCH with all changes of one resource, in their order.
 * Default dialect: capital operations, one a change, booleans as the row's text. Compliant dialect: lower case, JSON
 * booleans; replaces of filtered paths first, then all other replaces as one object without path, its keys the flat
 * names, then the adds; `active` and `manager` keep their own path, as in the samples of a disable and of a reference.
 * Multi-valued attributes are always added as `[{"value": ...}]`. Removals of elements stand last.
 * Sources: "Known issues and resolutions with SCIM 2.0 protocol compliance", "Customize user provisioning
 * attribute-mappings" (roles), public Q&A (multi-valued, manager as plain text).
 */
export function buildPatch(changes: readonly PatchChange[], dialect: Dialect): JsonObject {
  const operations = changes
    .filter(({ operation }) => operation !== 'remove')
    .map((change) => ({ path: change.path, ...operationOf(change, dialect) }));
  const removals = changes
    .filter(({ operation }) => operation === 'remove')
    .flatMap((change) => removeElements(change, dialect));
  const others =
    dialect === 'default'
      ? operations.map(({ path, op, spelled, value }) => ({
          op: spelled ?? (op === 'add' ? 'Add' : 'Replace'),
          path: path.text,
          value,
        }))
      : compliantOperations(operations);
  return { schemas: [patchOp], Operations: [...others, ...removals] };
}

function compliantOperations(operations: readonly (Operation & { path: AttributePath })[]): JsonObject[] {
  const single = ({ op, path, value }: (typeof operations)[number]): JsonObject => ({
    op,
    path: path.text,
    value,
  });
  const replaces = operations.filter(({ op }) => op === 'replace');
  const flat = replaces.filter(({ path, value }) => canBeFlat(path, value));
  const object = Object.fromEntries(flat.map(({ path, value }) => [path.text, value]));
  return [
    ...replaces.filter(({ path, value }) => !canBeFlat(path, value)).map(single),
    ...(flat.length === 0 ? [] : [{ op: 'replace', value: object }]),
    ...operations.filter(({ op }) => op === 'add').map(single),
  ];
}

function canBeFlat({ attribute, filter }: AttributePath, value: unknown): boolean {
  const keepsPath = /^(active|manager)$/i.test(attribute);
  return filter.length === 0 && !keepsPath && !Array.isArray(value);
}

function operationOf(change: PatchChange, dialect: Dialect): Operation {
  const { path, value, form, operation } = change;
  const isWhole = path.filter.length === 0 && path.sub === null;
  if (isWhole && form === 'complexRoles') {
    // Each role a JSON text inside `value`; with the flag the format of the POST.
    const toElement = (text: string): JsonObject =>
      dialect === 'default' ? { value: text } : roleObject(text, form);
    return { op: 'add', value: textsOf(value).map(toElement) };
  }
  if (isWhole && form === 'assertiveRoles') {
    return { op: 'replace', spelled: 'replace', value: textsOf(value).map((text) => roleObject(text, form)) };
  }
  if (isWhole && change.multivalued) {
    const { json } = value;
    const elements: readonly unknown[] = Array.isArray(json) ? json : [json];
    const texts = textsOf(value);
    const toElement = (element: unknown, index: number): unknown =>
      isObject(element) ? element : { value: plainValue(element, texts[index], dialect) };
    return { op: 'add', value: elements.map(toElement) };
  }
  const { json } = value;
  const only: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json;
  return { op: operation === 'add' ? 'add' : 'replace', value: plainValue(only, textsOf(value)[0], dialect) };
}

function plainValue(json: unknown, text: string | undefined, dialect: Dialect): unknown {
  if (typeof json !== 'boolean' || dialect === 'compliant') return json;
  return text ?? (json ? 'True' : 'False');
}
