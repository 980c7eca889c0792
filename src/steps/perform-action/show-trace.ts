import { toText, type Trace } from '../../expression/index.js';
import type { EvaluatedPart } from '../../report/evaluated-part.js';

/**
 * A trace for people and logs: values are texts, and a redacted one is not there.
 * @param hidden true where no value of it may be shown, whatever the expression says
 *
 * Source: "Redact" in the function reference, "in place of the attribute's value, provisioning logs show [Redact]".
 */
export function showTrace(trace: Trace, hidden = false): EvaluatedPart {
  const { span, text, outcome } = trace;
  const parts = trace.parts
    .map((part) => showTrace(part, hidden))
    .sort((one, other) => one.start - other.start);
  const place = { text, start: span.start, end: span.end };
  switch (outcome.kind) {
    case 'value':
      return (hidden || trace.redacted) && outcome.value !== null
        ? { ...place, outcome: 'redacted', value: null, message: '', parts }
        : { ...place, outcome: 'value', value: toText(outcome.value), message: '', parts };
    case 'failed':
      return { ...place, outcome: 'failed', value: null, message: outcome.message, parts };
    case 'dropped':
    case 'notEvaluated':
      return { ...place, outcome: outcome.kind, value: null, message: '', parts };
  }
}
