import { type Entries, say } from '../entry.js';
import { type FixtureLintDiagnostics, fixtureLintEntries } from './lint-fixtures.js';

/** Why a matching attribute cannot tell one user from another. */
export type NotUnique = 'constant' | 'none' | 'shared' | 'list';

/** What `lint` finds beyond what a run says too: faults of a schema that no single user shows. */
export interface LintDiagnostics extends FixtureLintDiagnostics {
  'lint/duplicate-precedence': { precedence: number; targets: readonly string[] };
  'lint/matching-not-unique': { target: string; expression: string; because: NotUnique };
  'lint/operator-type': { filter: string; attribute: string; operator: string; type: string; wanted: string };
  'lint/operand-unused': { filter: string; attribute: string; operator: string; values: readonly string[] };
  'lint/clauses-contradict': { filter: string; one: string; other: string };
  'lint/nobody-passes': { filters: readonly string[] };
  'lint/filter-unreachable': { filter: string; by: string };
  'lint/filters-complement': { one: string; other: string };
  'lint/operation-off': { operation: 'Create' | 'Update' | 'Delete'; mapping: string };
  'lint/required-not-mapped': { target: string };
  'lint/target-not-defined': { target: string; object: string; nearest: string | null };
  'lint/never-flows': { target: string; because: string };
  'lint/list-to-single-value': { target: string; attribute: string };
  'lint/unknown-directory': {
    rule: string;
    side: 'source' | 'target';
    directory: string;
    known: readonly string[];
  };
  'lint/unknown-object': {
    mapping: string;
    side: 'source' | 'target';
    object: string;
    directory: string;
    known: readonly string[];
  };
  'lint/nothing-defined': { rules: number };
}

const whyNotUnique: Readonly<Record<NotUnique, string>> = {
  constant: 'gives everybody the same value',
  none: 'has no source, so nobody has a value to be looked up by',
  shared: 'can give two users the same value',
  list: 'reads an attribute with several values, and a query compares one',
};

const offMeans = {
  Create: 'users without an account in the target get none',
  Update: 'existing accounts are neither changed nor disabled',
  Delete: 'accounts stay when their users are deleted for good',
} as const;

export const lintEntries: Entries<LintDiagnostics> = {
  ...fixtureLintEntries,
  'lint/duplicate-precedence': {
    title: 'Two matching attributes with one precedence',
    severity: 'warning',
    blame: 'configuration',
    message: ({ precedence, targets }) =>
      `${targets.join(' and ')} both match with precedence ${String(precedence)}; which of them is asked first is not documented.`,
    why: 'Matching attributes are tried by precedence, and the first that finds an account ends the search. With equal numbers the order, and so the account, is left to chance. Here the order of the file counts.',
    advice: () => [say('Give each matching attribute a precedence of its own: 1, 2, 3.')],
    basis: 'assumed',
  },
  'lint/matching-not-unique': {
    title: 'Matching on a value that is not unique',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target, expression, because }) =>
      `The matching attribute ${target}${expression === '' ? '' : ` (${expression})`} ${whyNotUnique[because]}.`,
    why: 'A matching attribute must be unique in source and target. Two users with one value get into one account, or the match fails for both.',
    advice: () => [
      say(
        'Match on an attribute that is unique by itself, such as userPrincipalName, objectId or employeeId, and leave it whole.',
      ),
    ],
    service: () => ['DuplicateTargetEntries', 'DuplicateSourceEntries'],
    basis: 'documented',
  },
  'lint/operator-type': {
    title: 'Operator on an attribute of another type',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, attribute, operator, type, wanted }) =>
      `Scoping filter "${filter}": ${operator} is for ${wanted} attributes, and ${attribute} is of type ${type}.`,
    why: 'Each operator supports some types of attributes (filterOperatorSchema of Microsoft Graph). On another type a clause is false, or compares a text that nobody had in mind.',
    advice: ({ type }) => [
      say(
        type === 'Boolean'
          ? 'Use IS TRUE or IS FALSE.'
          : 'Use an operator for this type: EQUALS, Includes or REGEX MATCH for text, Greater_Than for whole numbers.',
      ),
    ],
    basis: 'documented',
  },
  'lint/operand-unused': {
    title: 'Value of an operator that takes none',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, attribute, operator, values }) =>
      `Scoping filter "${filter}", ${attribute} ${operator}: ${values.map((value) => `"${value}"`).join(', ')} is not looked at.`,
    why: 'IS NULL, IS NOT NULL, IS TRUE and IS FALSE compare with nothing.',
    advice: () => [say('Remove the value, or use the operator that was meant, such as EQUALS.')],
    basis: 'documented',
  },
  'lint/clauses-contradict': {
    title: 'Clauses that exclude each other',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, one, other }) =>
      `Nobody passes scoping filter "${filter}": ${one} and ${other} cannot both hold.`,
    why: 'The clauses of one scoping filter are ANDed. Alternatives belong into scoping filters of their own, which are ORed.',
    advice: () => [
      say('Put the clauses into two scoping filters if either shall do.'),
      say('Or join the values in one clause: REGEX MATCH ^(Sales|Marketing)$.'),
    ],
    service: () => ['NotEffectivelyEntitled'],
    basis: 'documented',
  },
  'lint/nobody-passes': {
    title: 'No user can be in scope',
    severity: 'error',
    blame: 'configuration',
    message: ({ filters }) =>
      `Every scoping filter contradicts itself (${filters.join(', ')}), so nobody is in scope.`,
    why: 'Who is out of scope is not created, and accounts that were provisioned before are disabled.',
    advice: () => [say('Correct the filters before the job runs again: it would disable everybody.')],
    service: () => ['NotEffectivelyEntitled'],
    basis: 'documented',
  },
  'lint/filter-unreachable': {
    title: 'Scoping filter without effect',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, by }) =>
      `Scoping filter "${filter}" decides nothing: whoever passes it passes "${by}" already.`,
    why: 'Scoping filters are ORed, so more clauses in a second filter do not narrow the first.',
    advice: () => [
      say('Put all clauses into one scoping filter if all of them shall hold; else remove the filter.'),
    ],
    basis: 'documented',
  },
  'lint/filters-complement': {
    title: 'Scoping filters that let everybody pass',
    severity: 'warning',
    blame: 'configuration',
    message: ({ one, other }) =>
      `Between them, ${one} and ${other} let everybody pass who has a value: they stand in two scoping filters, which are ORed.`,
    why: 'To leave out two values, both clauses must hold, so they belong into one scoping filter.',
    advice: () => [say('Put both clauses into one scoping filter.')],
    basis: 'documented',
  },
  'lint/operation-off': {
    title: 'Target object action switched off',
    severity: 'warning',
    blame: 'configuration',
    message: ({ operation, mapping }) =>
      `${operation} is switched off in "${mapping}": ${offMeans[operation]}.`,
    why: 'The boxes Create, Update and Delete under Target Object Actions (flowTypes) say what the service may do. Disabling an account needs Update.',
    advice: ({ operation }) => [say(`Tick ${operation} in the Target Object Actions, unless that is meant.`)],
    basis: 'documented',
  },
  'lint/required-not-mapped': {
    title: 'Required target attribute without mapping',
    severity: 'error',
    blame: 'configuration',
    message: ({ target }) => `${target} is required in the target, and no attribute mapping fills it.`,
    why: 'No account can be created without its required attributes.',
    advice: ({ target }) => [say(`Add an attribute mapping to ${target}.`)],
    service: () => ['MandatoryFieldsMissing', 'MissingValues'],
    basis: 'documented',
  },
  'lint/target-not-defined': {
    title: 'Target attribute that the target does not define',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target, object }) =>
      `${target} is not among the attributes that the schema defines for ${object}.`,
    why: 'The directories of a schema list the attributes of each side. A mapping to another one fails in the target, or is ignored there.',
    advice: ({ nearest }) => [
      ...(nearest === null ? [] : [say(`Did you mean ${nearest}?`)]),
      say(
        'Correct the target attribute, add it to the attribute list of the application, or remove the mapping.',
      ),
    ],
    service: () => ['SchemaAttributeNotFound'],
    basis: 'documented',
  },
  'lint/never-flows': {
    title: 'Mapping that never flows',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target, because }) => `The mapping to ${target} never sends a value: ${because}.`,
    why: 'A null is never provisioned, and what the target does not let be written is left out.',
    advice: () => [say('Give the mapping a source that can have a value, or remove it.')],
    basis: 'documented',
  },
  'lint/list-to-single-value': {
    title: 'Several values for one',
    severity: 'warning',
    blame: 'configuration',
    message: ({ target, attribute }) =>
      `${attribute} can have several values, and ${target} takes one: users with more than one will fail.`,
    why: 'A multi-valued source attribute cannot flow to a single-valued target attribute.',
    advice: () => [say('Pick one value with Item, or map a single-valued attribute.')],
    service: () => ['SchemaPropertyCanOnlyAcceptValue'],
    basis: 'documented',
  },
  'lint/unknown-directory': {
    title: 'Directory that the schema does not define',
    severity: 'warning',
    blame: 'configuration',
    message: ({ rule, side, directory, known }) =>
      `Rule "${rule}" names ${side === 'source' ? 'the source' : 'the target'} directory "${directory}"; the schema defines ${known.join(', ')}.`,
    why: 'The definitions of a directory say which attributes are multi-valued, required, case-exact or read-only. Without them defaults apply.',
    advice: () => [say('Correct the name of the directory, or export the schema again.')],
    basis: 'documented',
  },
  'lint/unknown-object': {
    title: 'Object that its directory does not define',
    severity: 'warning',
    blame: 'configuration',
    message: ({ mapping, side, object, directory, known }) =>
      `"${mapping}" names the ${side} object "${object}"; ${directory} defines ${known.length === 0 ? 'none' : known.join(', ')}.`,
    why: 'The definition of an object says which attributes are multi-valued, required, case-exact or read-only. Without it defaults apply.',
    advice: () => [say('Correct the name of the object, or export the schema again.')],
    basis: 'documented',
  },
  'lint/nothing-defined': {
    title: 'Schema without definitions',
    severity: 'info',
    blame: 'configuration',
    message: () =>
      'The schema holds no directories, so types, required and multi-valued attributes are not known.',
    why: 'An excerpt or an older sample. What cannot be known is not checked.',
    advice: () => [],
    basis: 'documented',
  },
};
