/** The report of a run: everything that any face of it shows. Arrays are never null; keys are added, never renamed. */
export interface Report {
  readonly format: { readonly name: 'provision-user/report'; readonly version: string };
  readonly tool: { readonly version: string };
  readonly subject: Subject;
  readonly dryRun: boolean;
  readonly mode: Mode;
  /** ISO 8601, what expressions saw as the present; null when no expression asked */
  readonly clock: string | null;
  /** what randomness came from; null when no expression asked */
  readonly seed: string | null;
  /** where the subject came from and where it goes, as people call them */
  readonly source: string | null;
  readonly target: string | null;
  /** the provisioning job of the application, where the source tells; what its state means is a diagnostic of importUser */
  readonly job?: ReportJob | null;
  /** of the run as a whole: configuration, schema, a literal secret */
  readonly diagnostics: readonly ReportDiagnostic[];
  readonly outcome: Outcome;
  /** always five, in the order of the service's page */
  readonly steps: Steps;
  readonly modifiedProperties: readonly ModifiedProperty[];
  readonly exchanges: readonly ReportExchange[];
}

/** The provisioning job as the service has it. Times are ISO 8601. */
export interface ReportJob {
  readonly id: string;
  readonly templateId: string | null;
  readonly state: 'active' | 'paused' | 'quarantine' | 'notRun' | 'notConfigured' | 'unknown';
  /** the service principal: its object id, its application id, its name */
  readonly application: { readonly id: string; readonly appId: string; readonly displayName: string };
  /** null where it never ran */
  readonly lastExecution: {
    readonly state: string;
    readonly began: string | null;
    readonly ended: string | null;
    readonly error: string | null;
  } | null;
  /** null where it is in none */
  readonly quarantine: {
    readonly reason: string | null;
    readonly since: string | null;
    readonly nextAttempt: string | null;
    readonly error: string | null;
  } | null;
}

export type Mode = 'on-demand' | 'cycle';

export interface Subject {
  readonly type: 'user' | 'group';
  readonly id: string | null;
  readonly userPrincipalName: string | null;
  readonly displayName: string | null;
}

export type Action = 'create' | 'update' | 'disable' | 'delete' | 'skip' | 'none';

/** The action is what was decided, the status how it went: a refused create is create + failure. */
export interface Outcome {
  readonly action: Action;
  /** a user enabled again is an update that reactivates */
  readonly reactivates: boolean;
  readonly status: 'success' | 'warning' | 'failure' | 'skipped';
  /** the code of the deciding diagnostic or reason, in the service's word where it has one; null when nothing needs a reason */
  readonly reason: string | null;
  /** one line */
  readonly summary: string;
}

export type StepStatus = 'success' | 'warning' | 'failure' | 'skipped' | 'notRun' | 'crashed';
export type StepName = 'testConnection' | 'importUser' | 'determineScope' | 'matchUser' | 'performAction';

export interface Step<Name extends StepName, Details> {
  readonly step: Name;
  readonly title: string;
  readonly status: StepStatus;
  /** one line: what came of it, or why it did not run */
  readonly description: string;
  readonly details: Details;
  readonly diagnostics: readonly ReportDiagnostic[];
  /** ids in `exchanges` */
  readonly exchanges: readonly string[];
  /** ISO 8601; null for a step that did not run */
  readonly startedAt: string | null;
  readonly durationMs: number;
}

export type Steps = readonly [
  Step<'testConnection', TestConnectionDetails>,
  Step<'importUser', ImportUserDetails>,
  Step<'determineScope', DetermineScopeDetails>,
  Step<'matchUser', MatchUserDetails>,
  Step<'performAction', PerformActionDetails>,
];

export interface TestConnectionDetails {
  readonly method: string | null;
  readonly url: string | null;
  readonly status: number | null;
  readonly verdict: string | null;
  /** what the target says of itself; left out where it was not asked */
  readonly discovery?: DiscoveryDetails;
}

/** What the discovery endpoints of a target answered, and what they say of the mapped attributes. */
export interface DiscoveryDetails {
  readonly endpoints: readonly {
    readonly path: string;
    readonly status: number | null;
    readonly result: 'read' | 'notOffered' | 'noAnswer' | 'unfit';
  }[];
  /** null where the target does not say */
  readonly patch: boolean | null;
  readonly filter: boolean | null;
  /** URNs */
  readonly schemas: readonly string[];
  /** one a mapping; empty where no schemas could be read. `implied`: of every resource, so it need not be declared */
  readonly attributes: readonly {
    readonly target: string;
    readonly declared: DeclaredForm | 'implied' | 'noSchema' | 'noAttribute' | 'noSubAttribute';
  }[];
}

/** How a target declares an attribute (RFC 7643 section 7); words in lower case. */
export interface DeclaredForm {
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: string;
  readonly returned: string;
  readonly uniqueness: string;
}

/** An attribute as the service shows it: text, numbers in decimal digits, booleans True and False. */
export type AttributeText = string | readonly string[];

export interface ImportUserDetails {
  /** by source name, in the service's order; attributes without value are in `missing` */
  readonly attributes: Readonly<Record<string, AttributeText>>;
  readonly converted: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  readonly missing: readonly { readonly name: string; readonly neededBy: readonly string[] }[];
}

export type Verdict = true | false | 'undecided';

export interface DetermineScopeDetails {
  readonly inScope: Verdict;
  readonly conditions: readonly ScopeCondition[];
  readonly filters: readonly ScopeFilter[];
  /** the smallest changes that would turn the verdict, the easiest first */
  readonly smallestChange: readonly string[];
}

export type ConditionId = 'active' | 'assigned' | 'syncAll' | 'role' | 'filters' | 'inputFilters';

export interface ScopeCondition {
  readonly id: ConditionId;
  /** the service's label */
  readonly label: string;
  /** null where the condition does not count, such as an assignment under Sync all */
  readonly result: Verdict | null;
  readonly reason: string;
}

export interface ScopeFilter {
  readonly title: string;
  /** `input`: an object that fails is ignored, and not deprovisioned */
  readonly kind: 'scoping' | 'input';
  readonly result: Verdict;
  readonly clauses: readonly ScopeClause[];
}

export interface ScopeClause {
  readonly attribute: string;
  readonly operator: string;
  /** the wanted value; null for a unary operator */
  readonly value: string | null;
  /** what the user has; null where there is no value */
  readonly actual: AttributeText | null;
  readonly result: Verdict;
  readonly reason: string;
  readonly at: ReportLocation;
}

export type AttemptResult = 'none' | 'one' | 'several' | 'queryFailed' | 'filterIgnored' | 'answerUnfit';

export interface MatchUserDetails {
  readonly attempts: readonly MatchAttempt[];
  /** what was found: no one, the match, or all that fit */
  readonly users: readonly MatchedUser[];
  /** for several: the attributes in which they differ */
  readonly differences: readonly string[];
}

export interface MatchAttempt {
  /** target attribute */
  readonly attribute: string;
  /** the mapped value that was looked for; null where the user has none, so that nothing was asked */
  readonly value: string | null;
  readonly result: AttemptResult;
  readonly ids: readonly string[];
}

/** A user of the target: its id, and its values by the target names of the mapping. */
export interface MatchedUser {
  readonly id: string;
  readonly properties: Readonly<Record<string, AttributeText>>;
}

export interface PerformActionDetails {
  /** why this action: the row of the decision table in words */
  readonly because: string;
  readonly attributes: readonly AttributeChange[];
  /** what goes by PATCH, as each dialect writes it; none where nothing does */
  readonly dialects: readonly DialectBody[];
  /** of a group: one row for everybody whose membership the run is about; left out for a user */
  readonly members?: readonly MemberChange[];
}

/** What is done about one member of a group. */
export interface MemberChange {
  /** in the source: user principal name, or what else it is called by */
  readonly member: string;
  /** id in the source */
  readonly sourceId: string;
  /** id of the account in the target; null where none is known */
  readonly targetId: string | null;
  readonly operation: 'add' | 'remove' | 'none';
  readonly reason: string;
}

/** How far this target's answers suggest that it understands a dialect. */
export type Understanding = 'yes' | 'likely' | 'partly' | 'no' | 'unknown';

/** The PATCH requests of an action in one dialect. */
export interface DialectBody {
  /** `default`: on demand, and cycles without a flag; `compliant`: what aadOptscim062020 turns on */
  readonly dialect: 'default' | 'compliant';
  /** whether it is the one of this run */
  readonly spoken: boolean;
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body: unknown }[];
  readonly understood: Understanding;
  /** what that rests on, in words */
  readonly evidence: string;
}

export type Kept = 'same' | 'letterCase' | 'normalised' | 'truncated' | 'changed' | 'ignored' | 'dropped';

/** `remove` takes members out of a group; nothing else is ever removed. */
export type ChangeOperation = 'add' | 'replace' | 'remove' | 'none' | 'notSent';

/** One row an attribute mapping. */
export interface AttributeChange {
  /** target attribute name */
  readonly target: string;
  /** the source attributes by name, with their values */
  readonly source: Readonly<Record<string, AttributeText | null>>;
  readonly expression: string | null;
  readonly mapped: AttributeText | null;
  readonly previous: AttributeText | null;
  readonly operation: ChangeOperation;
  readonly sent: AttributeText | null;
  /** what the target's answer holds; null where it did not say */
  readonly stored: AttributeText | null;
  /** what became of the value; null where nothing was sent, or the answer did not say */
  readonly kept: Kept | null;
  readonly reason: string;
  /** how the value came about, part by part; null where there is no expression */
  readonly trace: ValueTrace | null;
  readonly at: ReportLocation;
}

export interface ValueTrace {
  readonly text: string;
  /** null is the value null; left out where the part was not evaluated, dropped or failed */
  readonly value?: AttributeText | null;
  /** `not evaluated`, `dropped`, `redacted`, or why it failed; empty where there is a value */
  readonly note: string;
  readonly parts: readonly ValueTrace[];
}

export interface ModifiedProperty {
  readonly displayName: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

export interface ReportExchange {
  readonly id: string;
  readonly step: StepName;
  /** true for a request that the real service would not send */
  readonly ours: boolean;
  /** true for a request that a dry run would send */
  readonly planned: boolean;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number | null;
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** JSON where it is JSON, else text; null where there is none */
  readonly responseBody: unknown;
  /** why no answer came */
  readonly error: string | null;
  readonly durationMs: number;
}

/** The same outside a run of five steps. */
export type WireExchange = Omit<ReportExchange, 'step'>;

export interface ReportLocation {
  readonly file?: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ReportDiagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly message: string;
  readonly advice: readonly { readonly kind: string; readonly text: string }[];
  readonly blame: 'configuration' | 'source' | 'target' | 'network' | 'tool';
  readonly at: readonly ReportLocation[];
  readonly service: readonly string[];
  readonly basis: 'documented' | 'observed' | 'assumed';
}
