import { toLowerInvariant, toText, toValue } from '../../expression/index.js';
import type { AttributeFlow } from '../../job/index.js';
import type { Kept } from '../../report/report.js';
import type { WireValue } from '../../scim/index.js';
import { compareValues } from './compare-values.js';

/**
 * What a target made of a value: `dropped` holds nothing or lacks some of several, `ignored` still holds what it had before,
 * `truncated` a beginning of it, `normalised` the same letters and digits with other punctuation, `letterCase` the same in
 * other letter case, `changed` anything else.
 *
 * Source: "Known issues and resolutions with SCIM 2.0 protocol compliance" (values are returned as they were sent).
 */
export function classifyKept(sent: WireValue, kept: unknown, previous: unknown, flow: AttributeFlow): Kept {
  const keptText = toText(toValue(kept));
  if (compareValues(sent, kept, flow).kind === 'equal') {
    const plain = flow.form === 'plain' && flow.type !== 'Boolean';
    return plain && typeof sent.text === 'string' && typeof keptText === 'string' && sent.text !== keptText
      ? 'letterCase'
      : 'same';
  }
  if (keptText === null || keptText === '' || keptText.length === 0) return 'dropped';
  if (typeof keptText !== 'string' || typeof sent.text !== 'string') return 'dropped';
  if (toText(toValue(previous)) === keptText) return 'ignored';
  return classifyText(sent.text, keptText);
}

function classifyText(sent: string, kept: string): Kept {
  const [wanted, held] = [toLowerInvariant(sent), toLowerInvariant(kept)];
  if (wanted === held) return 'letterCase';
  if (wanted.startsWith(held)) return 'truncated';
  return essence(wanted) === essence(held) ? 'normalised' : 'changed';
}

/** Letters and digits alone: what blanks and punctuation do not change. */
const essence = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
