import type { Location } from '../diagnostics/diagnostic.js';
import type { Expression } from '../expression/index.js';
import type {
  AttributeType,
  FlowBehavior,
  FlowType,
  FlowTypes,
  Mutability,
  SourceObject,
} from '../schema/index.js';
import type { AttributePath, Collection, ValueForm } from '../scim/index.js';

/** What one run needs of schema and settings, compiled once and used everywhere. */
export interface Job {
  /** the kind of object that it maps */
  readonly kind: SourceObject;
  /** where the target keeps such objects */
  readonly collection: Collection;
  /** name of the schema's target directory, `customappsso` for a SCIM application */
  readonly targetDirectory: string;
  /** Sync only assigned users and groups, or Sync all users and groups */
  readonly scope: 'assigned' | 'all';
  readonly skipOutOfScopeDeletions: boolean;
  readonly flowTypes: FlowTypes;
  /** one an attribute mapping, in the order of the mapping */
  readonly flows: readonly AttributeFlow[];
  /** the matching ones by precedence, the first to be tried first */
  readonly matching: readonly AttributeFlow[];
  /** what the source object of the schema lists; undefined where the schema lists nothing */
  readonly sourceAttributes: readonly string[] | undefined;
  /** ORed; none lets everybody pass */
  readonly filters: readonly ScopingFilter[];
  /** who fails these is ignored and not deprovisioned */
  readonly inputFilters: readonly ScopingFilter[];
  /** every source attribute that something of this job reads, in order of first mention */
  readonly needs: readonly NeededAttribute[];
  /** whether the rule maps groups too, so that the service probes `/Groups` as well */
  readonly mapsGroups: boolean;
  readonly locate: (pointer: string) => Location;
}

/** One attribute mapping, ready to run. */
export interface AttributeFlow {
  /** targetAttributeName as written */
  readonly target: string;
  readonly path: AttributePath;
  readonly type: AttributeType;
  readonly multivalued: boolean;
  readonly caseExact: boolean;
  readonly required: boolean;
  readonly mutability: Mutability;
  readonly anchor: boolean;
  /** the portal's mapping type; None has only a default */
  readonly kind: 'Direct' | 'Constant' | 'Expression' | 'None';
  /** null for None */
  readonly expression: Expression | null;
  /** the mapping's own default, else null; used on create only */
  readonly defaultValue: string | null;
  /** the target definition's default, for a required attribute without value */
  readonly definitionDefault: string | null;
  readonly flowType: FlowType;
  readonly flowBehavior: FlowBehavior;
  readonly matchingPriority: number;
  /** how the values of role functions are written */
  readonly form: ValueForm;
  readonly dependsOnSoftDeleted: boolean;
  readonly pointer: string;
}

export interface ScopingFilter {
  readonly title: string;
  readonly clauses: readonly ScopingClause[];
  readonly pointer: string;
}

export interface ScopingClause {
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly string[];
  /** as the source definition has it; undefined where the attribute is not defined */
  readonly definition: { readonly type: AttributeType; readonly multivalued: boolean } | undefined;
  readonly pointer: string;
}

export interface NeededAttribute {
  readonly name: string;
  /** in words: `mapping userName`, `scoping filter Sales staff` */
  readonly neededBy: readonly string[];
}
