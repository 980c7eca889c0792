import type { Location } from '../diagnostics/diagnostic.js';

/** A synchronizationSchema as the tool uses it, whatever shape it was written in. Each node keeps its JSON pointer. */
export interface SynchronizationSchema {
  readonly id: string | null;
  readonly version: string | null;
  /** by priority, lowest first; equal priorities in file order */
  readonly rules: readonly SynchronizationRule[];
  readonly directories: readonly DirectoryDefinition[];
  /** finds the line and column of a pointer in the document that was read */
  locate(pointer: string): Location;
}

export interface SynchronizationRule {
  readonly id: string;
  readonly name: string;
  readonly priority: number;
  readonly sourceDirectoryName: string;
  readonly targetDirectoryName: string;
  /** keys as written; values as text */
  readonly metadata: Readonly<Record<string, string>>;
  readonly objectMappings: readonly ObjectMapping[];
  readonly pointer: string;
}

export type FlowTypes = Readonly<Record<'add' | 'update' | 'delete', boolean>>;

export interface ObjectMapping {
  readonly name: string | null;
  readonly enabled: boolean;
  /** Target Object Actions of the portal */
  readonly flowTypes: FlowTypes;
  readonly sourceObjectName: string;
  readonly targetObjectName: string;
  readonly scope: MappingScope;
  readonly attributeMappings: readonly AttributeMapping[];
  readonly pointer: string;
}

/** Groups are ORed, the clauses of a group are ANDed ("Scoping users or groups with scoping filters"). */
export interface MappingScope {
  readonly groups: readonly FilterGroup[];
  readonly inputFilterGroups: readonly FilterGroup[];
  readonly categoryFilterGroups: readonly FilterGroup[];
}

export interface FilterGroup {
  readonly name: string;
  readonly clauses: readonly FilterClause[];
  readonly pointer: string;
}

export interface FilterClause {
  readonly operatorName: string;
  readonly sourceOperandName: string;
  readonly values: readonly string[];
  readonly pointer: string;
}

export type FlowType = 'Always' | 'ObjectAddOnly' | 'MultiValueAddOnly' | 'ValueAddOnly' | 'AttributeAddOnly';
export type FlowBehavior = 'FlowWhenChanged' | 'FlowAlways';

export interface AttributeMapping {
  readonly targetAttributeName: string;
  /** null is the portal's mapping type None */
  readonly source: MappingSource | null;
  /** null where there is none; an empty text means none too */
  readonly defaultValue: string | null;
  /** 0 where the attribute is not a matching one */
  readonly matchingPriority: number;
  readonly flowType: FlowType;
  readonly flowBehavior: FlowBehavior;
  readonly pointer: string;
}

export interface MappingSource {
  readonly type: 'Attribute' | 'Constant' | 'Function';
  /** attribute name, bare constant or function name */
  readonly name: string;
  /** the text as written, or rebuilt from the tree where it is missing */
  readonly expression: string;
  readonly parameters: readonly { readonly key: string; readonly value: MappingSource }[];
  readonly pointer: string;
}

export interface DirectoryDefinition {
  readonly id: string | null;
  readonly name: string;
  readonly objects: readonly ObjectDefinition[];
}

export interface ObjectDefinition {
  readonly name: string;
  readonly attributes: readonly AttributeDefinition[];
}

export type AttributeType = 'String' | 'Integer' | 'Reference' | 'Binary' | 'Boolean' | 'DateTime';
export type Mutability = 'ReadWrite' | 'ReadOnly' | 'Immutable' | 'WriteOnly';

export interface AttributeDefinition {
  readonly name: string;
  readonly type: AttributeType;
  readonly anchor: boolean;
  readonly required: boolean;
  readonly multivalued: boolean;
  readonly caseExact: boolean;
  readonly mutability: Mutability;
  readonly defaultValue: string | null;
  readonly flowNullValues: boolean;
  readonly pointer: string;
}
