import { type Entries, run, say } from '../entry.js';

interface ClauseArgs {
  filter: string;
  attribute: string;
  operator: string;
}

/** What becomes of an account that exists in the target, whose user is out of scope. */
export type Existing =
  'disabled' | 'keptBySkipping' | 'keptByMapping' | 'keptByUpdate' | 'ignored' | 'notProcessed';

/** What step 3 can notice about assignment and scoping filters. */
export interface ScopeDiagnostics {
  'scope/out-of-scope': {
    user: string;
    reasons: readonly string[];
    /** each needed, the likeliest first */
    changes: readonly string[];
    /** what the configuration could say instead */
    otherWays: readonly string[];
    existing: Existing;
  };
  'scope/never-holds': {
    filter: string;
    attribute: string;
    clauses: readonly string[];
    /** the wanted values, where all clauses are EQUALS; else empty */
    values: readonly string[];
  };
  'scope/excludes-nobody': {
    filters: readonly string[];
    attribute: string;
    values: readonly string[];
  };
  'scope/over-escaped-pattern': ClauseArgs & { pattern: string; instead: string };
  'scope/unanchored-pattern': ClauseArgs & { pattern: string; value: string; found: string };
  'scope/assignments-unknown': { user: string };
  'scope/undecided': { user: string };
  'scope/role-not-entitling': { roles: string[] };
  'scope/unknown-operator': { filter: string; operator: string; nearest: string | null };
  'scope/attribute-unsupported': { filter: string; attribute: string; reason: string };
  'scope/operand-missing': ClauseArgs;
  'scope/negative-on-null': ClauseArgs;
  'scope/not-an-integer': ClauseArgs & { side: 'attribute' | 'value'; found: string };
  'scope/boolean-equals': ClauseArgs;
  'scope/bit-test-on-text': ClauseArgs;
  'scope/invalid-pattern': { filter: string; attribute: string; pattern: string; problem: string };
  'scope/pattern-too-hard': { filter: string; attribute: string; pattern: string };
}

const clauseOf = ({ filter, attribute, operator }: ClauseArgs): string =>
  `Scoping filter "${filter}", ${attribute} ${operator}`;

const escapePattern = (text: string): string => text.replace(/[\\*+?|{[()^$.#]/g, '\\$&');

const existingInWords: Readonly<Record<Existing, string>> = {
  disabled: 'An existing account gets disabled, unless SkipOutOfScopeDeletions is on.',
  keptBySkipping: 'An existing account stays as it is: SkipOutOfScopeDeletions is on.',
  keptByMapping: 'An existing account stays active: no mapping depends on IsSoftDeleted.',
  keptByUpdate: 'An existing account stays as it is: Update is switched off.',
  ignored: 'An existing account is left alone.',
  notProcessed: 'Inactive users are not processed on demand, only in cycles.',
};

export const scopeEntries: Entries<ScopeDiagnostics> = {
  'scope/out-of-scope': {
    title: 'Out of scope',
    severity: 'info',
    blame: 'source',
    message: ({ user, reasons, existing }) =>
      `${user} is out of scope: ${reasons.join('; ')}. ${existingInWords[existing]}`,
    why: 'In scope is who is active, passes a scoping filter, and is assigned with an entitling role (or the scope is Sync all). A change of the filters or of the scope is applied to everybody: whoever no longer passes and has an account in the target gets it disabled, unless SkipOutOfScopeDeletions is on.',
    advice: ({ changes, otherWays }) => [...changes, ...otherWays].map(say),
    service: () => ['NotEffectivelyEntitled'],
    basis: 'documented',
  },
  'scope/assignments-unknown': {
    title: 'Assignments unknown',
    severity: 'error',
    blame: 'configuration',
    message: ({ user }) =>
      `The source says nothing about assignments, so it is undecided whether ${user} is assigned to the application.`,
    why: 'With scope "assigned" only assigned users are in scope. A source without servicePrincipal.appRoleAssignedTo and without appRoleAssignments at the user cannot tell.',
    advice: () => [
      say(
        'Add the assignments to the source: servicePrincipal.appRoleAssignedTo, or appRoleAssignments at the user.',
      ),
      say('Set scope: all in the configuration, if the application syncs all users.'),
      say('Decide it for this run with --assume-assigned.'),
    ],
    basis: 'documented',
  },
  'scope/undecided': {
    title: 'Scope undecided',
    severity: 'error',
    blame: 'configuration',
    message: ({ user }) => `Whether ${user} is in scope hangs on a clause that could not be decided.`,
    why: 'Nothing is written while scope is undecided.',
    advice: () => [say('Simplify the regular expression of the clause named above.')],
    basis: 'assumed',
  },
  'scope/role-not-entitling': {
    title: 'Role does not entitle',
    severity: 'warning',
    blame: 'source',
    message: ({ roles }) =>
      `The assigned role (${roles.join(', ')}) is disabled or no longer exists on the application.`,
    why: 'An assignment counts only with a role that is enabled.',
    advice: () => [say('Assign the user with an enabled role, or enable the role in the app registration.')],
    service: () => ['NotEffectivelyEntitled'],
    basis: 'assumed',
  },
  'scope/never-holds': {
    title: 'Clauses exclude each other',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, clauses }) =>
      `Scoping filter "${filter}" lets nobody in: ${clauses.join(' and ')} cannot both hold.`,
    why: 'The clauses of one filter must all hold (AND). Filters beside each other are alternatives (OR).',
    advice: ({ attribute, clauses, values }) => [
      say(`configuration: make two scoping filters, one with ${clauses.join(', the other with ')}`),
      ...(values.length === 0
        ? []
        : [
            say(
              `configuration: or one clause: ${attribute} REGEX MATCH ^(${values.map(escapePattern).join('|')})$`,
            ),
          ]),
    ],
    service: () => ['NotEffectivelyEntitled'],
    basis: 'documented',
  },
  'scope/excludes-nobody': {
    title: 'Filters that exclude nobody',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filters, attribute, values }) =>
      `The scoping filters ${filters.map((title) => `"${title}"`).join(' and ')} together let in everybody who has ${attribute}: who has "${values[0] ?? ''}" passes the filter against "${values[1] ?? ''}".`,
    why: 'Filters beside each other are alternatives (OR): passing one is enough. What must hold together belongs into one filter (AND).',
    advice: ({ attribute, values }) => [
      say(
        `configuration: one scoping filter with both clauses: ${values.map((value) => `${attribute} NOT EQUALS ${value}`).join(' and ')}`,
      ),
    ],
    basis: 'documented',
  },
  'scope/over-escaped-pattern': {
    title: 'Backslashes doubled in a pattern',
    severity: 'warning',
    blame: 'configuration',
    message: (args) =>
      `${clauseOf(args)} ${args.pattern} finds nothing, while ${args.instead} would: its backslashes are doubled.`,
    why: 'A pattern stands in the portal as it is. Doubled backslashes belong into JSON and into programs; there they become single ones.',
    advice: ({ instead, operator }) => [say(`configuration: write ${operator} ${instead}`)],
    basis: 'assumed',
  },
  'scope/unanchored-pattern': {
    title: 'Pattern found within a word',
    severity: 'info',
    blame: 'configuration',
    message: (args) => `${clauseOf(args)} ${args.pattern} finds "${args.found}" within "${args.value}".`,
    why: 'A pattern is searched for anywhere in the value; it need not fit the whole of it.',
    advice: ({ operator, pattern }) => [
      say(`configuration: for whole values write ${operator} ^(${pattern})$`),
      say(`configuration: for whole words write ${operator} \\b(${pattern})\\b`),
    ],
    basis: 'observed',
  },
  'scope/unknown-operator': {
    title: 'Unknown operator',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, operator }) =>
      `Scoping filter "${filter}" uses the operator ${operator}, which is not supported; its clause counts as false.`,
    why: 'Operators are spelt exactly: EQUALS, NOT EQUALS, IS NULL, IS NOT NULL, IS TRUE, IS FALSE, REGEX MATCH, NOT REGEX MATCH, Greater_Than, Greater_Than_OR_EQUALS, Includes, ENDS_WITH, &, !&.',
    advice: ({ nearest }) => [say(nearest === null ? 'Use another operator.' : `Did you mean ${nearest}?`)],
    basis: 'documented',
  },
  'scope/attribute-unsupported': {
    title: 'Attribute not supported in scoping filters',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, attribute, reason }) =>
      `Scoping filter "${filter}" tests ${attribute}: ${reason}. Its clause counts as false, and the verdict cannot be trusted.`,
    why: 'Role assignments, userType, manager, members, dates and multi-valued attributes are documented as unsupported.',
    advice: ({ attribute }) => [
      say(
        `configuration: filter on another attribute; copy what matters of ${attribute} into an extensionAttribute or a single-valued directory extension`,
      ),
      say(
        'configuration: or assign a group, with dynamic membership by this attribute, instead of filtering',
      ),
    ],
    basis: 'documented',
  },
  'scope/operand-missing': {
    title: 'Clause without a value',
    severity: 'warning',
    blame: 'configuration',
    message: (args) => `${clauseOf(args)} has no value to compare with; the clause counts as false.`,
    why: 'Every operator but IS NULL, IS NOT NULL, IS TRUE and IS FALSE needs one.',
    advice: () => [say('Give the clause a value, or use IS NULL or IS NOT NULL.')],
    basis: 'assumed',
  },
  'scope/negative-on-null': {
    title: 'Negative operator on an empty attribute',
    severity: 'info',
    blame: 'configuration',
    message: (args) =>
      `${clauseOf(args)} is false only because the attribute is empty: this drops everybody without a value.`,
    why: 'By the documentation a clause on an attribute without value is false, negative operators included.',
    advice: ({ attribute }) => [
      say(`Add a scoping filter with ${attribute} IS NULL if such users shall be in scope.`),
    ],
    basis: 'documented',
  },
  'scope/not-an-integer': {
    title: 'Not a whole number',
    severity: 'warning',
    blame: ({ side }) => (side === 'value' ? 'configuration' : 'source'),
    message: (args) =>
      `${clauseOf(args)} needs whole numbers from 0 on both sides, but ${args.side === 'value' ? 'its value' : 'the attribute'} is "${args.found}"; the clause counts as false.`,
    why: 'Greater_Than and Greater_Than_OR_EQUALS work on integers (0, 1, 2 ...) only.',
    advice: ({ attribute, side, found }) => [
      say(
        side === 'value'
          ? `configuration: write the value in digits alone, instead of "${found}"`
          : `source: give ${attribute} digits alone`,
      ),
      say('configuration: or use REGEX MATCH for text.'),
    ],
    basis: 'documented',
  },
  'scope/boolean-equals': {
    title: 'EQUALS on a Boolean',
    severity: 'warning',
    blame: 'configuration',
    message: (args) =>
      `${clauseOf(args)} compares a Boolean; here True and False are compared whatever their letter case.`,
    why: 'Booleans have operators of their own; what the service makes of EQUALS on one is not documented.',
    advice: ({ attribute }) => [say(`Use ${attribute} IS TRUE or IS FALSE.`)],
    basis: 'assumed',
  },
  'scope/bit-test-on-text': {
    title: 'Bit test on text',
    severity: 'warning',
    blame: 'configuration',
    message: (args) =>
      `${clauseOf(args)} is not on whole numbers; it counts as true when the attribute is contained in the value.`,
    why: 'Exports use this operator with a bit mask; the documentation speaks of text. Both cannot hold.',
    advice: () => [say('Use Includes or REGEX MATCH for text.')],
    basis: 'assumed',
  },
  'scope/invalid-pattern': {
    title: 'Invalid regular expression',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, attribute, pattern, problem }) =>
      `Scoping filter "${filter}" on ${attribute}: ${pattern} is no valid .NET regular expression (${problem}); the clause counts as false.`,
    why: 'Patterns are those of .NET, matched anywhere in the value.',
    advice: () => [say('Correct the pattern; with provision-user it can be tried out at once.')],
    basis: 'assumed',
  },
  'scope/pattern-too-hard': {
    title: 'Regular expression took too long',
    severity: 'warning',
    blame: 'configuration',
    message: ({ filter, attribute, pattern }) =>
      `Scoping filter "${filter}" on ${attribute}: ${pattern} backtracks without bound on this value, so the clause could not be decided.`,
    why: 'The budget of steps is the same on every machine. Giving up is never taken for "no match".',
    advice: () => [say('Avoid nested repetition such as (a+)+.'), run('provision-user help scoping')],
    basis: 'assumed',
  },
};
