import type { LooksLike } from '../diagnostics/families/schema.js';
import { findField, isObject, type Place, stepThrough } from './place.js';

/** Guesses what a document is that holds no synchronizationSchema, by the property names that only such documents have. */
export function recogniseDocument(root: Place): LooksLike {
  const list = Array.isArray(root.value) ? root : findField(root, 'value');
  if (list !== undefined && Array.isArray(list.value)) {
    const [first] = stepThrough(list, list.value);
    if (first === undefined) return { looksLike: 'empty list', detail: '' };
    const kind = recogniseObject(first);
    return kind.looksLike === 'object' || kind.looksLike === 'scalar'
      ? { looksLike: 'list', detail: String(list.value.length) }
      : { ...kind, many: true };
  }
  return recogniseObject(root);
}

// Tried in order: the first whose properties are all there.
const marks: readonly (readonly [LooksLike['looksLike'], ...string[]])[] = [
  ['SCIM list', 'Resources'],
  ['provisioning log', 'provisioningSteps'],
  ['synchronization template', 'factoryTag'],
  ['synchronization job', 'templateId'],
  ['synchronization job', 'schedule', 'status'],
  ['synchronization rule', 'objectMappings'],
  ['object mapping', 'attributeMappings'],
  ['directory fixture', 'users'],
  ['Entra user', 'userPrincipalName'],
  ['configuration', 'source', 'target'],
  ['configuration', 'source', 'scope'],
  ['Entra application', 'appId'],
  ['JSON Schema', '$schema'],
];

function recogniseObject(place: Place): LooksLike {
  if (!isObject(place.value)) return { looksLike: 'scalar', detail: '' };
  const code = findErrorCode(place);
  if (code !== undefined) return { looksLike: 'error answer', detail: code };
  const mark = marks.find(([, ...names]) => names.every((name) => findField(place, name) !== undefined));
  if (mark !== undefined) return { looksLike: mark[0], detail: '' };
  const schemas = findField(place, 'schemas')?.value;
  if (Array.isArray(schemas) && typeof schemas[0] === 'string') {
    return { looksLike: 'SCIM resource', detail: schemas[0] };
  }
  const names = Object.keys(place.value);
  return {
    looksLike: 'object',
    detail: names.slice(0, 5).join(', ') + (names.length > 5 ? ' and more' : ''),
  };
}

/** Graph's `{ "error": { "code": ... } }`, and the bare word of a refused sign-in. */
function findErrorCode(place: Place): string | undefined {
  const error = findField(place, 'error');
  const code = error === undefined ? undefined : (findField(error, 'code')?.value ?? error.value);
  return typeof code === 'string' ? code : undefined;
}
