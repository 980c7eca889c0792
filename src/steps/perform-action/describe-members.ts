import type { ModifiedProperty } from '../../report/report.js';
import type { Performed } from './action-context.js';
import type { MappedMembers } from './map-members.js';

/**
 * The changes of members as the service's log lists them, one a member: added has an empty old value, removed an empty new one.
 * Source: Microsoft's SCIM validation tests.
 */
export function listModifiedMembers({ changes }: MappedMembers): ModifiedProperty[] {
  return changes.flatMap(({ operation, targetId }) => {
    if (operation === 'none') return [];
    const id = targetId ?? '';
    const [oldValue, newValue] = operation === 'add' ? ['', id] : [id, ''];
    return [{ displayName: 'members', oldValue, newValue }];
  });
}

export function countMembers({ changes }: MappedMembers): NonNullable<Performed['members']> {
  const count = (wanted: string): number => changes.filter(({ operation }) => operation === wanted).length;
  return { added: count('add'), removed: count('remove') };
}
