import type { ScopeClause, ScopeFilter } from '../../report/report.js';

/** What stands in the way, as the verdict found it. */
export interface Obstacles {
  readonly kind: 'User' | 'Group';
  readonly deleted: boolean;
  readonly disabled: boolean;
  readonly unassigned: boolean;
  readonly withoutRole: boolean;
  /** filters, when none passes */
  readonly failedFilters: readonly ScopeFilter[];
}

/** What would bring the user or group into scope: every line is needed, and for the filters the one that asks for least is taken. */
export function listChanges(obstacles: Obstacles): string[] {
  const changes: string[] = [];
  if (obstacles.deleted) changes.push('source: restore the deleted user');
  if (obstacles.disabled) changes.push('source: enable the account');
  if (obstacles.unassigned)
    changes.push(
      obstacles.kind === 'Group'
        ? 'source: assign the group itself, a security group, to the application'
        : 'source: assign the user to the application, directly or through a group',
    );
  else if (obstacles.withoutRole)
    changes.push(`source: assign the ${obstacles.kind.toLowerCase()} with a role that is enabled`);
  const easiest = [...obstacles.failedFilters].sort((one, other) => countFailed(one) - countFailed(other))[0];
  for (const clause of easiest?.clauses ?? []) {
    if (clause.result !== true) changes.push(`source: ${changeOf(clause)}`);
  }
  return changes;
}

const countFailed = (filter: ScopeFilter): number =>
  filter.clauses.filter(({ result }) => result !== true).length;

function changeOf({ attribute, operator, value }: ScopeClause): string {
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
