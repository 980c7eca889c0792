import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import { isObject, memberOf } from '../../scim/index.js';
import type { MappedMembers } from './map-members.js';
import { listMembers } from './read-members.js';
import type { Written } from './send-plan.js';

/**
 * Compares the members that the target lists after a change with those that it should have. Says nothing where it was not
 * asked: the answer to a write need not hold the members.
 *
 * Source: public Q&A (strict servers remove every member where the default dialect lists some).
 */
export function checkMembers(
  { changes, held }: MappedMembers,
  { outcome, stored, exchanges }: Written,
  { target, group }: { readonly target: string; readonly group: string },
): Diagnostic[] {
  const touched = changes.filter(({ operation }) => operation !== 'none');
  if (outcome !== 'done' || touched.length === 0 || !isObject(stored)) return [];
  const isListed = memberOf(stored, 'members') !== undefined;
  const wasRead = exchanges.at(-1)?.request.method === 'GET';
  if (!isListed && !wasRead) return [];
  const now = new Set(listMembers(stored));
  const those = (operation: 'add' | 'remove', isThere: boolean): string[] =>
    touched
      .filter((change) => change.operation === operation && now.has(change.targetId ?? '') === isThere)
      .map(({ member }) => member);
  const removed = new Set(touched.map(({ targetId }) => targetId));
  const lost = (held ?? []).filter((id) => !removed.has(id) && !now.has(id));
  const missing = those('add', false);
  const remaining = those('remove', true);
  return [
    ...(lost.length === 0
      ? []
      : [diagnose('group/members-lost', { target, group, lost, count: lost.length })]),
    ...(missing.length + remaining.length === 0
      ? []
      : [diagnose('group/members-not-kept', { target, group, missing, remaining })]),
  ];
}
