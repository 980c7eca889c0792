import type { ScopingClause } from '../../job/index.js';

/** Date attributes that the documentation names, and employeeHireDate, which is one as well. */
const dateNames = new Set([
  'statushiredate',
  'statusterminationdate',
  'startdate',
  'enddate',
  'accountexpires',
  'employeehiredate',
]);

/** Not supported as scoping attributes, by name. */
const namedUnsupported: Readonly<Record<string, string>> = {
  approleassignments: 'role assignments are not supported in scoping filters',
  usertype: 'userType is not supported in scoping filters',
  manager: 'manager is not supported in scoping filters',
  members: 'members is not supported in scoping filters',
  issoftdeleted: 'IsSoftDeleted depends on the scoping filters themselves',
};

/**
 * Why a clause cannot be evaluated as a scoping clause; undefined where it can.
 * Source: "Scoping users or groups to be provisioned with scoping filters" and "Known issues for provisioning".
 */
export function whyUnsupported(clause: ScopingClause, valueIsList: boolean): string | undefined {
  const name = clause.attribute.toLowerCase();
  const named = Object.hasOwn(namedUnsupported, name) ? namedUnsupported[name] : undefined;
  if (named !== undefined) return named;
  if (dateNames.has(name) || clause.definition?.type === 'DateTime') {
    return 'date attributes are not supported in scoping filters';
  }
  if (valueIsList || clause.definition?.multivalued === true) {
    return 'multi-valued attributes are not supported in scoping filters';
  }
  return undefined;
}
