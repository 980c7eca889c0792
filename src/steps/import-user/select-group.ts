import { findNearest } from '../../diagnostics/nearest.js';
import { type Checked, diagnose } from '../../diagnostics/diagnostic.js';
import type { DirectoryGroup, FoundGroups, GroupDirectory } from '../../source/group-directory.js';
import { statusOf } from '../step-result.js';

const shown = 5;

/** The one group that fits; none and several are diagnostics. */
export function selectGroup(
  { groups: found, diagnostics }: FoundGroups,
  nameOrId: string,
  source: string,
  directory: GroupDirectory,
): Checked<DirectoryGroup> {
  const [first, ...rest] = found;
  if (first !== undefined && rest.length === 0) return { value: first, diagnostics };
  if (statusOf(diagnostics) === 'failure') return { value: undefined, diagnostics };
  if (first === undefined) {
    const nearest = findNearest(nameOrId, directory.listNames?.() ?? []) ?? null;
    return {
      value: undefined,
      diagnostics: [diagnose('group/unknown', { group: nameOrId, source, nearest }), ...diagnostics],
    };
  }
  const ids = found.map(({ group }) => (typeof group.id === 'string' ? group.id : ''));
  const more = Math.max(0, ids.length - shown);
  return {
    value: undefined,
    diagnostics: [
      diagnose('group/ambiguous', { group: nameOrId, ids: ids.slice(0, shown), more }),
      ...diagnostics,
    ],
  };
}
