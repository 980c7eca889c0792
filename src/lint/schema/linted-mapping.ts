import type { Job } from '../../job/index.js';
import type {
  ObjectDefinition,
  ObjectMapping,
  SynchronizationRule,
  SynchronizationSchema,
} from '../../schema/index.js';

/** An object mapping under examination. */
export interface LintedMapping {
  readonly kind: 'User' | 'Group';
  readonly schema: SynchronizationSchema;
  readonly rule: SynchronizationRule;
  readonly mapping: ObjectMapping;
  readonly sourceObject: ObjectDefinition | undefined;
  readonly targetObject: ObjectDefinition | undefined;
  /** compiled from the rows that compile: one faulty row hides no other fault */
  readonly job: Job;
  /** properties that users of the source have, beside those of Microsoft Graph */
  readonly userProperties: ReadonlySet<string>;
}

/** What to call the mapping in a message. */
export const nameOf = ({ mapping }: Pick<LintedMapping, 'mapping'>): string =>
  mapping.name ?? `${mapping.sourceObjectName} -> ${mapping.targetObjectName}`;
