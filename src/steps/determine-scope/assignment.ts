import type { Assignment, Assignments } from '../../source/source-directory.js';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Job } from '../../job/index.js';
import type { Verdict } from '../../report/report.js';
import { defaultAccess, findRole } from '../import-user/role-values.js';

/** A condition of the scope before it gets its label. */
export interface Judgement {
  readonly result: Verdict;
  readonly reason: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Assigned to the application: directly, or as an immediate member of an assigned security group. A group must be assigned
 * itself, and be a security group.
 * Source: "How application provisioning works" (assignment-based scoping, nested groups).
 */
export function judgeAssignment(
  assignments: Assignments,
  assumeAssigned: boolean,
  kind: Job['kind'],
): Judgement {
  if (!assignments.known) {
    return assumeAssigned
      ? { result: true, reason: 'assumed (--assume-assigned)', diagnostics: [] }
      : { result: 'undecided', reason: 'the source says nothing about assignments', diagnostics: [] };
  }
  const counting = assignments.assignments.filter(counts);
  if (counting.length > 0) {
    return { result: true, reason: [...new Set(counting.map(inWords))].join('; '), diagnostics: [] };
  }
  const [mail] = assignments.assignments.flatMap(({ via }) =>
    via.kind === 'group' ? [via.displayName] : [],
  );
  if (mail !== undefined) {
    const reason =
      kind === 'Group'
        ? 'assigned, but not security-enabled'
        : `only through ${mail}, which is no security group`;
    return { result: false, reason, diagnostics: [] };
  }
  const [nested] = assignments.nested;
  const reason =
    nested === undefined
      ? 'not assigned'
      : `only nested: ${nested.path.join(' > ')}, and nested membership does not count`;
  return { result: false, reason, diagnostics: [] };
}

/**
 * Has an app role that entitles: any enabled one, Default Access included (jobs since July 2020), by an assignment that counts.
 * Source: "No users are being provisioned"; that a disabled or vanished role does not entitle is assumed.
 */
export function judgeRole(assignments: Assignments, assumeAssigned: boolean): Judgement {
  if (!assignments.known) {
    return assumeAssigned
      ? { result: true, reason: 'assumed (--assume-assigned)', diagnostics: [] }
      : { result: 'undecided', reason: 'the source says nothing about assignments', diagnostics: [] };
  }
  const counting = assignments.assignments.filter(counts);
  if (counting.length === 0) return { result: false, reason: 'not assigned', diagnostics: [] };
  const entitling = counting.filter(({ appRoleId }) => isEntitling(assignments, appRoleId));
  const nameOf = ({ appRoleId }: Assignment): string => findRole(assignments.appRoles, appRoleId).displayName;
  if (entitling.length > 0) {
    return { result: true, reason: [...new Set(entitling.map(nameOf))].join(', '), diagnostics: [] };
  }
  const roles = [...new Set(counting.map(nameOf))];
  return {
    result: false,
    reason: `${roles.join(', ')}: disabled or no longer there`,
    diagnostics: [diagnose('scope/role-not-entitling', { roles })],
  };
}

const counts = ({ via }: Assignment): boolean => via.kind === 'direct' || via.securityEnabled;

function isEntitling(assignments: Assignments & { known: true }, id: string): boolean {
  if (id === defaultAccess || assignments.appRoles === null) return true;
  return assignments.appRoles.some((role) => role.id === id && role.isEnabled);
}

const inWords = ({ via }: Assignment): string =>
  via.kind === 'direct' ? 'directly' : `through group ${via.displayName}`;
