/** What the service tells of one object: an entry of the provisioning logs, or an answer of provisionOnDemand, in one shape. */
export interface LogRecord {
  readonly from: 'provisioningObjectSummary' | 'provisionOnDemand';
  /** as written; letter case varies between tenants; null where it is missing */
  readonly action: string | null;
  readonly status: string | null;
  /** error code or skip reason, of the record, of the envelope, or of the step that has one */
  readonly errorCode: string | null;
  readonly reason: string | null;
  readonly recommendedAction: string | null;
  /** ISO 8601 */
  readonly when: string | null;
  /** the name by which people know the object: user principal name, display name or id */
  readonly subject: string | null;
  readonly subjectType: string | null;
  readonly sourceSystem: string | null;
  readonly targetSystem: string | null;
  readonly targetId: string | null;
  readonly steps: readonly LogStep[];
  readonly modifiedProperties: readonly ModifiedProperty[];
}

export interface LogStep {
  readonly name: string;
  /** import, scoping, matching, processing, referenceResolution, export, in any letter case */
  readonly type: string;
  readonly status: string;
  readonly description: string;
  readonly details: readonly (readonly [name: string, value: string])[];
}

export interface ModifiedProperty {
  readonly displayName: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}
