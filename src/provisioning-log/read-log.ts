import type { LogRecord, LogStep, ModifiedProperty } from './log-record.js';
import { isObject, type JsonObject, listOf, memberOf, parseJson, textOf } from './members.js';

/**
 * Reads what Microsoft Graph gives: one entry of the provisioning logs, a list of them, the list answer (`value`), or an answer
 * of provisionOnDemand, whose `value` is JSON inside a text, an object, a list of one, or empty. Field names of v1.0, of beta
 * and of PowerShell are taken alike.
 * @returns undefined where the document holds nothing of the kind
 */
export function readLog(document: unknown): readonly LogRecord[] | undefined {
  if (Array.isArray(document)) {
    const records = document.flatMap((item: unknown) => readLog(item) ?? []);
    return records.length === 0 ? undefined : records;
  }
  if (!isObject(document)) return undefined;
  if (typeof memberOf(document, 'key') === 'string') return [readAnswer(document)];
  const value = memberOf(document, 'value');
  if (Array.isArray(value)) return readLog(value);
  return isRecord(document) ? [readRecord(document, 'provisioningObjectSummary', {})] : undefined;
}

const isRecord = (value: JsonObject): boolean =>
  memberOf(value, 'provisioningSteps', 'provisioningStatusInfo', 'provisioningAction', 'statusInfo') !==
  undefined;

/** The envelope says how it went; the record inside may say nothing. */
function readAnswer(answer: JsonObject): LogRecord {
  const key = parseJson(memberOf(answer, 'key'));
  const text = memberOf(answer, 'value');
  const parsed = parseJson(text) ?? text;
  const record: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  return readRecord(isObject(record) ? record : {}, 'provisionOnDemand', isObject(key) ? key : {});
}

function readRecord(record: JsonObject, from: LogRecord['from'], envelope: JsonObject): LogRecord {
  const info = memberOf(record, 'provisioningStatusInfo', 'statusInfo');
  const error = memberOf(info, 'errorInformation') ?? info;
  const steps = listOf(record, 'provisioningSteps').filter(isObject).map(readStep);
  const outer = memberOf(envelope, 'details');
  const source = memberOf(record, 'sourceIdentity');
  return {
    from,
    action: textOf(record, 'provisioningAction', 'action'),
    status: textOf(info, 'status') ?? textOf(envelope, 'result'),
    errorCode: textOf(error, 'errorCode') ?? textOf(outer, 'errorCode') ?? skipReasonOf(steps),
    reason: textOf(error, 'reason') ?? textOf(outer, 'errorMessage'),
    recommendedAction: textOf(error, 'recommendedAction'),
    when: textOf(record, 'activityDateTime', 'startTime'),
    subject:
      textOf(record, 'reportableIdentifier') ?? identifierOf(steps) ?? textOf(source, 'displayName', 'id'),
    subjectType: textOf(source, 'identityType', 'type'),
    sourceSystem: textOf(memberOf(record, 'sourceSystem'), 'displayName', 'name'),
    targetSystem: textOf(memberOf(record, 'targetSystem'), 'displayName', 'name'),
    targetId: textOf(memberOf(record, 'targetIdentity'), 'id'),
    steps,
    modifiedProperties: listOf(record, 'modifiedProperties').filter(isObject).map(readModified),
  };
}

const detailOf = (steps: readonly LogStep[], wanted: string): string | null =>
  steps.flatMap(({ details }) => details).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
const skipReasonOf = (steps: readonly LogStep[]): string | null => detailOf(steps, 'skipreason');
const identifierOf = (steps: readonly LogStep[]): string | null => detailOf(steps, 'reportableidentifier');

function readStep(step: JsonObject): LogStep {
  return {
    name: textOf(step, 'name') ?? '',
    type: textOf(step, 'provisioningStepType', 'type') ?? '',
    status: textOf(step, 'status') ?? '',
    description: textOf(step, 'description') ?? '',
    details: readDetails(memberOf(step, 'details')),
  };
}

/** An object, or a list of keys and values. */
function readDetails(details: unknown): LogStep['details'] {
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(details)
    ? details.map((each: unknown) => [textOf(each, 'key') ?? '', memberOf(each, 'value')])
    : Object.entries(isObject(details) ? details : {});
  return entries
    .filter(([name]) => !name.startsWith('@odata'))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value ?? null)]);
}

const readModified = (property: JsonObject): ModifiedProperty => ({
  displayName: textOf(property, 'displayName') ?? '',
  oldValue: textOf(property, 'oldValue'),
  newValue: textOf(property, 'newValue'),
});
