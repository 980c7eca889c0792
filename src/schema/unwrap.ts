import type { CutPlace, Findings } from './findings.js';
import { isCut } from './object-reader.js';
import { findField, isObject, type Place, stepThrough } from './place.js';
import { recogniseDocument } from './recognise.js';

// list of jobs > job > schema > the schema itself
const deepest = 4;

/**
 * Takes the schema out of what people save: the schema itself, a list (`{ "value": [...] }` or bare), a template or job with
 * the schema under `schema`. A wrapper, several schemas or none are said in the findings.
 */
export function unwrapSchema(root: Place, findings: Findings): Place | undefined {
  const schemas = findSchemas(root, 0);
  const [schema, ...others] = schemas;
  if (schema === undefined) {
    const cuts = findCuts(root, 0);
    cuts.forEach((cut) => {
      findings.addCut('schema', cut);
    });
    if (cuts.length === 0) findings.add('schema/not-a-schema', recogniseDocument(root), root);
    return undefined;
  }
  if (others.length > 0) {
    const ids = schemas.map((place) => findField(place, 'id')?.value).filter((id) => typeof id === 'string');
    findings.add('schema/several-schemas', { count: schemas.length, ids }, others[0] ?? schema);
    return undefined;
  }
  if (schema.pointer !== '') findings.add('schema/unwrapped', { pointer: schema.pointer }, schema);
  return schema;
}

function isSchema(place: Place): boolean {
  return findField(place, 'synchronizationRules') !== undefined || hasDirectories(place);
}

/** A schema whose rules are null or missing still says what it holds. */
function hasDirectories(place: Place): boolean {
  const directories = findField(place, 'directories')?.value;
  return Array.isArray(directories) && directories.length > 0 && directories.every(isObject);
}

function findSchemas(place: Place, depth: number): readonly Place[] {
  if (isObject(place.value) && isSchema(place)) return [place];
  return findWrapped(place, depth).flatMap((inner) => findSchemas(inner, depth + 1));
}

function findCuts(place: Place, depth: number): readonly CutPlace[] {
  if (depth > 0 && isCut(place)) return [place];
  return findWrapped(place, depth).flatMap((inner) => findCuts(inner, depth + 1));
}

function findWrapped(place: Place, depth: number): readonly Place[] {
  if (depth >= deepest) return [];
  if (Array.isArray(place.value)) return stepThrough(place, place.value);
  if (!isObject(place.value)) return [];
  return ['schema', 'value'].map((name) => findField(place, name)).filter((inner) => inner !== undefined);
}
