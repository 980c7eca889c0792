import type { Unusable } from '../diagnostics/families/schema.js';
import { isEntraDirectory } from './entra-directory.js';
import type { ObjectMapping, SynchronizationRule, SynchronizationSchema } from './schema.js';

/** The kinds of object that can be provisioned. */
export type SourceObject = 'User' | 'Group';

/** A mapping with the rule that it belongs to. */
export interface Candidate {
  readonly rule: SynchronizationRule;
  readonly mapping: ObjectMapping;
}

/** Why a mapping cannot be used for this kind of object, its rule considered; undefined where it can. */
export function judgeCandidate(
  schema: SynchronizationSchema,
  { rule, mapping }: Candidate,
  sourceObject: SourceObject,
): Unusable | undefined {
  return judgeRule(schema, rule) ?? judgeMapping(mapping, sourceObject);
}

/** Why a rule as a whole cannot be used from Entra ID; undefined where it can. */
export function judgeRule(schema: SynchronizationSchema, rule: SynchronizationRule): Unusable | undefined {
  if (!isEntraDirectory(schema, rule.sourceDirectoryName)) {
    return {
      because: 'source directory',
      rule: nameRule(rule),
      directory: rule.sourceDirectoryName,
      maps: rule.objectMappings
        .filter(({ sourceObjectName }) => sourceObjectName !== '')
        .map(({ sourceObjectName: from, targetObjectName: to }) => ({ from, to })),
    };
  }
  return rule.objectMappings.length === 0 ? { because: 'no mappings', rule: nameRule(rule) } : undefined;
}

/**
 * Why a mapping takes no part for this kind of object; undefined where it does. Mappings without a name are helpers
 * (schema reference 3.3 and 8).
 */
export function judgeMapping(mapping: ObjectMapping, sourceObject: SourceObject): Unusable | undefined {
  const { sourceObjectName: from, targetObjectName: to } = mapping;
  const name = nameMapping(mapping);
  if (from.toLowerCase() !== sourceObject.toLowerCase()) {
    return { because: 'other object', mapping: name, from, to };
  }
  if (isNameless(mapping)) return { because: 'nameless', from, to };
  if (!mapping.enabled) return { because: 'disabled', mapping: name };
  return mapping.attributeMappings.length === 0 ? { because: 'no rows', mapping: name } : undefined;
}

/** What to call a rule in a message. */
export function nameRule(rule: SynchronizationRule): string {
  return rule.name || rule.id;
}

/** What to call a mapping in a message. */
export function nameMapping(mapping: ObjectMapping): string {
  return isNameless(mapping)
    ? `${mapping.sourceObjectName} -> ${mapping.targetObjectName}`
    : (mapping.name ?? '');
}

function isNameless(mapping: ObjectMapping): boolean {
  return (mapping.name ?? '').trim() === '';
}
