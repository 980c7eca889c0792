import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Attributes, Environment, Evaluated, Trace, Value } from '../../expression/index.js';
import type { AttributeFlow, Job } from '../../job/index.js';
import { omissionOnCreate, readAttribute, type WireValue } from '../../scim/index.js';
import { compareValues } from './compare-values.js';
import { convertValue } from './convert-value.js';
import { redactedText } from './redact.js';
import type { Event, Row } from './row.js';

/** What the mappings are run with. */
export interface MappingContext {
  readonly job: Job;
  readonly event: Event;
  readonly attributes: Attributes;
  /** the matched account as the target gave it; undefined for a create */
  readonly account: unknown;
  /** values of SelectUniqueValue that were found free, by target name */
  readonly unique: ReadonlyMap<string, Value>;
  readonly environment: (name: string) => Environment;
}

/**
 * Runs one attribute mapping: its value, the conversion to the target's type, and the comparison with what the account has.
 * References are left to a later request.
 *
 * Source: "Customize attribute mappings" (mapping types, default values, apply this mapping), attributeMapping of Microsoft
 * Graph; a null never flows ("Known issues for provisioning").
 */
export function mapRow(flow: AttributeFlow, context: MappingContext): Row {
  const current = context.account === undefined ? undefined : readAttribute(context.account, flow.path);
  const traced = flow.expression?.trace(context.attributes, context.environment(flow.target));
  const trace = traced?.trace ?? null;
  const base = { flow, current, trace, redacted: isRedacted(flow, trace) };
  const unsent = (reason: string, wire: WireValue | null = null): Row => ({
    ...base,
    wire,
    operation: 'notSent',
    sent: null,
    reason,
    fault: null,
  });
  const failed = (fault: Diagnostic): Row => ({
    ...unsent('no value could be made'),
    fault: { ...fault, at: [context.job.locate(flow.pointer), ...fault.at] },
  });
  const barred = whyBarred(flow, context.event);
  if (barred !== undefined) return unsent(barred);
  if (traced?.evaluated.kind === 'failed') return failed(traced.evaluated.diagnostic);
  if (traced?.evaluated.kind === 'dropped')
    return unsent('the expression takes the attribute out of the flow');
  if (traced?.evaluated.kind === 'candidates' && context.event !== 'create')
    return unsent('SelectUniqueValue applies on creation only');
  const chosen = chooseValue(flow, traced?.evaluated, current, context);
  if (chosen.value === null) {
    return chosen.required
      ? failed(
          diagnose('action/required-missing', {
            target: flow.target,
            expression: flow.expression?.text ?? '',
          }),
        )
      : unsent(chosen.reason);
  }
  const converted = convertValue(chosen.value, flow);
  if (converted.kind === 'severalValues') {
    const { values } = converted;
    return failed(
      diagnose('action/single-valued-target', {
        target: flow.target,
        values: base.redacted ? [redactedText] : [...values],
      }),
    );
  }
  if (converted.kind === 'wrongType') {
    return failed(
      diagnose('action/wrong-type', {
        target: flow.target,
        type: flow.type,
        value: base.redacted ? redactedText : converted.text,
      }),
    );
  }
  const { wire } = converted;
  if (flow.type === 'Reference') return unsent('follows in a request of its own', wire);
  if (context.event === 'create') {
    if (omissionOnCreate(flow.path) === 'nonStandardUrn')
      return unsent('its name is off the pattern, so it is not part of a create', wire);
    return { ...base, wire, operation: 'add', sent: wire, reason: chosen.reason, fault: null };
  }
  return compareRow({ ...unsent(chosen.reason, wire) }, wire);
}

function compareRow(row: Row, wire: WireValue): Row {
  const { flow, current } = row;
  const always = flow.flowBehavior === 'FlowAlways';
  if (flow.mutability === 'WriteOnly') {
    return always
      ? { ...row, operation: 'replace', sent: wire, reason: 'write-only, sent always' }
      : { ...row, reason: 'write-only: cannot be compared' };
  }
  const difference = compareValues(wire, current, flow);
  if (difference.kind !== 'equal') return { ...row, operation: difference.kind, sent: difference.wire };
  if (always) return { ...row, operation: 'replace', sent: wire, reason: 'unchanged, sent always' };
  return { ...row, operation: 'none', reason: 'same' };
}

/** Why a mapping takes no part in an event, whatever its value; undefined where it does. */
export function whyBarred(flow: AttributeFlow, event: Event): string | undefined {
  if (flow.mutability === 'ReadOnly') return 'read-only in the target';
  if (event === 'disable' && !flow.dependsOnSoftDeleted)
    return 'a disable sends only what depends on IsSoftDeleted';
  if (event === 'create') return undefined;
  if (flow.mutability === 'Immutable') return 'immutable in the target: set on creation only';
  if (flow.flowType === 'ObjectAddOnly') return 'only during object creation';
  return undefined;
}

interface Chosen {
  readonly value: Value;
  readonly reason: string;
  readonly required: boolean;
}

function chooseValue(
  flow: AttributeFlow,
  evaluated: Evaluated | undefined,
  current: unknown,
  context: MappingContext,
): Chosen {
  const creating = context.event === 'create';
  const required = creating && flow.required;
  const value = valueOf(flow, evaluated, context);
  if (value !== null) return { value, reason: creating ? 'new' : '', required: false };
  if (flow.kind === 'None') {
    const empty = current === undefined || current === null || current === '';
    if (flow.defaultValue !== null && empty)
      return { value: flow.defaultValue, reason: 'default value', required: false };
    const definition = required ? flow.definitionDefault : null;
    return {
      value: definition,
      reason: empty ? 'no mapping and no default' : 'the target has a value already',
      required: required && definition === null,
    };
  }
  const fallback = creating ? (flow.defaultValue ?? (required ? flow.definitionDefault : null)) : null;
  if (fallback !== null) return { value: fallback, reason: 'default value', required: false };
  const reason = creating ? 'no value' : 'no value: nothing is sent, the target keeps what it has';
  return { value: null, reason, required };
}

function valueOf(flow: AttributeFlow, evaluated: Evaluated | undefined, context: MappingContext): Value {
  if (evaluated?.kind === 'candidates') return context.unique.get(flow.target) ?? evaluated.values[0] ?? null;
  return evaluated?.kind === 'value' ? evaluated.value : null;
}

/** Values that provisioning logs hide, and passwords. */
function isRedacted(flow: AttributeFlow, trace: Trace | null): boolean {
  return (
    trace?.redacted === true ||
    flow.mutability === 'WriteOnly' ||
    flow.path.attribute.toLowerCase() === 'password'
  );
}
