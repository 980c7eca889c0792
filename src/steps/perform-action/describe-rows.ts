import { type Attributes, toText, toValue } from '../../expression/index.js';
import type { Job } from '../../job/index.js';
import type { EvaluatedPart } from '../../report/evaluated-part.js';
import type { AttributeChange, AttributeText, ModifiedProperty, ValueTrace } from '../../report/report.js';
import { isMembers, readAttribute } from '../../scim/index.js';
import { judgeKept } from './check-kept.js';
import { redactedText } from './redact.js';
import type { Row } from './row.js';
import { isUnverified, type Written } from './send-plan.js';
import { showTrace } from './show-trace.js';

/**
 * One row an attribute mapping, for the report.
 * @param written with the resource that the target answered with, where it did
 */
export function describeRow(row: Row, job: Job, attributes: Attributes, written: Written): AttributeChange {
  const { stored } = written;
  const { flow, wire, current, sent, trace, redacted } = row;
  // Of members there is one row each, and a group may have very many.
  const isSilent = stored === undefined || sent === null || isMembers(flow.path);
  const hide = (text: AttributeText | null): AttributeText | null =>
    redacted && text !== null ? redactedText : text;
  const source: Record<string, AttributeText | null> = {};
  for (const name of flow.expression?.attributes ?? []) source[name] = hide(toText(attributes[name] ?? null));
  return {
    target: flow.target,
    source,
    expression: flow.expression?.text ?? null,
    mapped: hide(wire === null ? null : wire.text),
    previous: hide(shown(current)),
    operation: row.operation,
    sent: hide(sent === null ? null : sent.text),
    stored: hide(isSilent ? null : shown(readAttribute(stored, flow.path))),
    kept: judgeKept(row, stored, job.kind),
    reason: reasonOf(row, written),
    trace: trace === null || flow.kind !== 'Expression' ? null : describeTrace(showTrace(trace, redacted)),
    at: job.locate(flow.pointer),
  };
}

function reasonOf({ fault, reason, sent }: Row, written: Written): string {
  if (fault !== null) return 'no value could be made';
  return sent !== null && isUnverified(written) ? `${reason}; not verified` : reason;
}

/** The changes as the service's log lists them; `oldValue` is null in a create. */
export function listModified(changes: readonly AttributeChange[], creating: boolean): ModifiedProperty[] {
  return changes
    .filter(({ operation }) => operation === 'add' || operation === 'replace')
    .map(({ target, previous, sent }) => ({
      displayName: target,
      oldValue: creating ? null : (flat(previous) ?? ''),
      newValue: flat(sent),
    }));
}

const flat = (text: AttributeText | null): string | null =>
  text === null || typeof text === 'string' ? text : text.join(', ');

function shown(json: unknown): AttributeText | null {
  const text = toText(toValue(json));
  return text === '' ? null : text;
}

function describeTrace(part: EvaluatedPart): ValueTrace {
  const parts = part.parts.map(describeTrace);
  const { text, value, message } = part;
  switch (part.outcome) {
    case 'value':
      return { text, value, note: '', parts };
    case 'redacted':
    case 'dropped':
      return { text, note: part.outcome, parts };
    case 'failed':
      return { text, note: message, parts };
    case 'notEvaluated':
      return { text, note: 'not evaluated', parts };
  }
}
