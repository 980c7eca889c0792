import type { ScopeClause, ScopeFilter } from '../../report/report.js';
import type { Assignments } from '../../source/source-directory.js';

/** What stands in the way, as the verdict found it. */
export interface Obstacles {
  readonly kind: 'User' | 'Group';
  readonly deleted: boolean;
  readonly disabled: boolean;
  readonly unassigned: boolean;
  readonly withoutRole: boolean;
  readonly assignments: Assignments;
  /** filters, when none passes */
  readonly failedFilters: readonly ScopeFilter[];
  /** titles of those that nobody can pass */
  readonly impossible: readonly string[];
}

/** Reasons of a clause that no value of the user's can cure. */
const brokenClause =
  /^(?:unknown operator|unsupported attribute|no value to compare with|invalid pattern|backslashes are doubled|not a whole number: the value of the clause)$/;

/** What would bring the user or group into scope: every line is needed, and for the filters the one that asks for least is taken. */
export function listChanges(obstacles: Obstacles): string[] {
  const changes: string[] = [];
  if (obstacles.deleted) changes.push('source: restore the deleted user (within 30 days)');
  if (obstacles.disabled) changes.push('source: enable the account');
  const isGroup = obstacles.kind === 'Group';
  if (obstacles.unassigned)
    changes.push(
      isGroup
        ? 'source: assign the group itself, a security group, to the application'
        : assign(obstacles.assignments),
    );
  else if (obstacles.withoutRole)
    changes.push(
      isGroup ? 'source: assign the group with a role that is enabled' : giveRole(obstacles.assignments),
    );
  const { failedFilters, impossible } = obstacles;
  const possible = failedFilters.filter(({ title }) => !impossible.includes(title));
  const easiest = [...possible].sort((one, other) => countFailed(one) - countFailed(other))[0];
  if (easiest === undefined && failedFilters.length > 0) {
    changes.push(
      'configuration: give each of the clauses that exclude each other a scoping filter of its own',
    );
  }
  for (const clause of easiest?.clauses ?? []) {
    if (clause.result !== true) changes.push(changeOf(clause));
  }
  return changes;
}

/** Clauses that the configuration alone can cure weigh more: they need somebody else. */
const countFailed = (filter: ScopeFilter): number =>
  filter.clauses
    .filter(({ result }) => result !== true)
    .reduce((sum, { reason }) => sum + (brokenClause.test(reason) ? 1.5 : 1), 0);

function assign(assignments: Assignments): string {
  const plainly = 'source: assign the user to the application, directly or through a group';
  if (!assignments.known) return plainly;
  const [nested] = assignments.nested;
  if (nested !== undefined) {
    const inner = nested.path.at(-1) ?? nested.displayName;
    return `source: make the user a direct member of ${nested.displayName}, or assign ${inner} to the application as well`;
  }
  const [mail] = assignments.assignments.flatMap(({ via }) =>
    via.kind === 'group' ? [via.displayName] : [],
  );
  return mail === undefined
    ? plainly
    : `source: assign a security group instead of ${mail}, or the user directly`;
}

function giveRole(assignments: Assignments): string {
  const roles = assignments.known ? (assignments.appRoles ?? []) : [];
  const enabled = roles.filter(({ isEnabled }) => isEnabled).map(({ displayName }) => displayName);
  const names = enabled.length === 0 ? '' : ` (${enabled.slice(0, 5).join(', ')})`;
  return `source: remove the assignment, and assign the user anew with a role that is enabled${names}`;
}

function changeOf(clause: ScopeClause): string {
  const { attribute, operator, value, actual, reason } = clause;
  if (brokenClause.test(reason)) {
    const text = [attribute, operator, ...(value === null ? [] : [value])].join(' ');
    return `configuration: correct the clause ${text} (${reason}); no value of the user's can satisfy it`;
  }
  if (/^same but for (?:blanks|characters)/.test(reason))
    return `source: type ${attribute} anew as "${value ?? ''}"; it is the ${reason}`;
  if (operator === 'NOT EQUALS' && actual === null)
    return `source: fill ${attribute} with something other than "${value ?? ''}"; it is null`;
  return `source: ${changeOfValue(clause)}`;
}

function changeOfValue({ attribute, operator, value }: ScopeClause): string {
  const wanted = value ?? '';
  switch (operator) {
    case 'EQUALS':
      return `set ${attribute} to "${wanted}"`;
    case 'NOT EQUALS':
      return `set ${attribute} to something other than "${wanted}"`;
    case 'IS NULL':
      return `clear ${attribute}`;
    case 'IS NOT NULL':
      return `fill ${attribute}`;
    case 'IS TRUE':
      return `set ${attribute} to True`;
    case 'IS FALSE':
      return `set ${attribute} to False`;
    case 'REGEX MATCH':
      return `give ${attribute} a value that ${wanted} finds`;
    case 'NOT REGEX MATCH':
      return `give ${attribute} a value that ${wanted} does not find`;
    case 'Greater_Than':
      return `give ${attribute} a whole number above ${wanted}`;
    case 'Greater_Than_OR_EQUALS':
      return `give ${attribute} a whole number of at least ${wanted}`;
    case 'Includes':
      return `give ${attribute} a value that contains "${wanted}"`;
    case 'ENDS_WITH':
      return `give ${attribute} a value that ends with "${wanted}"`;
    default:
      return `give ${attribute} a value that satisfies ${operator} ${wanted}`;
  }
}
